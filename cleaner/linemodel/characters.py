"""The class of each character, one of 16, and a byte for each letter, the same in both cases.

Both are tables over UTF-16 units, so that a whole text is looked up at once.
"""

from functools import cache
from unicodedata import category

import numpy as np

from cleaner.linemodel.arrays import Bytes
from cleaner.text.scripts import STOPS, WIDE_STOPS

(LETTER, CJK, UPPER, DIGIT, SPACE, NEWLINE, STOP, COMMA) = range(8)
(COLON, QUOTE, BULLET, DASH, SLASH, BRACKET, MONEY, REST) = range(8, 16)
CLASSES = 16
UNITS = 1 << 16

SIGNS = {
    NEWLINE: "\n",
    STOP: STOPS + WIDE_STOPS,
    COMMA: ",;、，；،",
    COLON: ":：",
    QUOTE: "\"'“”„«»‘’‚‹›「」『』",
    DASH: "-–—−",
    BULLET: "|•·●▪■►▶→←↑↓*#_©®+~^<>=",
    SLASH: "/\\@&",
    BRACKET: "()[]{}（）［］【】",
    MONEY: "%€$£¥",
}
BY_CATEGORY = {"Lu": UPPER, "Lt": UPPER, "Cs": REST}
BY_FIRST_LETTER = {"L": LETTER, "M": LETTER, "N": DIGIT, "Z": SPACE, "C": SPACE, "P": REST, "S": REST}
# As text.scripts.CJK; a test holds them equal, and both must stay as long as the weights do.
CJK_RANGES = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF))
# As text.scripts.STOPLESS; a test holds them equal.
STOPLESS_RANGES = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
# Units below LATIN are their own byte. All others, the letters of most alphabets, share SHARING bytes from SHARED on:
# unit * MIX // 2 spreads neighbouring letters over them. Chosen by hand; the hashes of words, and so the packaged
# weights, depend on it.
LATIN, SHARED, SHARING, MIX = 0x100, 0x80, 0x60, 37


@cache
def classes() -> Bytes:
    """The class of every UTF-16 unit."""
    categories = np.frombuffer("".join(map(category, map(chr, range(UNITS)))).encode(), "S2")
    names, number = np.unique(categories, return_inverse=True)
    of_category = [BY_CATEGORY.get(name, BY_FIRST_LETTER[name[0]]) for name in map(bytes.decode, names.tolist())]
    table = np.array(of_category, np.uint8).take(number)
    for first, last in CJK_RANGES:
        table[first : last + 1] = CJK
    for sign, characters in SIGNS.items():
        table[[ord(char) for char in characters]] = sign
    return table


@cache
def stopless() -> Bytes:
    """For every UTF-16 unit, 1 if its script has no sign for the end of a sentence, else 0."""
    table = np.zeros(UNITS, np.uint8)
    for first, last in STOPLESS_RANGES:
        table[first : last + 1] = 1
    return table


@cache
def folded() -> Bytes:
    """The byte of every UTF-16 unit, the same for both cases of a letter."""
    # the dotted capital I alone has two characters in lower case
    lower = "".join(map(chr, range(UNITS))).replace("\u0130", "i").lower()
    codes = np.frombuffer(lower.encode("utf-16-le", "surrogatepass"), "<u2").astype(np.int64)
    return np.where(codes < LATIN, codes, SHARED + (codes * MIX >> 1) % SHARING).astype(np.uint8)
