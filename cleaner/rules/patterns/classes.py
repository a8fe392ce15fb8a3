r"""Single characters and sets of them, in both dialects.

RE2 reads the text as bytes: half the time to compile, and states that are shared. There every set of characters
takes all bytes beyond ASCII too, in runs, and a negated class excludes only what it surely may: the filter must
never miss. A letter beyond ASCII is written as the bytes of all its cases.
"""

from functools import cache
from typing import NamedTuple

import regex

from cleaner.errors import PatternError
from cleaner.text.document import FOLDS

BEYOND_ASCII = r"\x80-\xff"
ANY, ANY_RE2 = r"[^\n]", r"[^\n]+"
# What `^` and `$` stand for: a line is seen without white space at its edges.
LINE_EDGES = {"^": "(?<=^ *)", "$": "(?= *$)"}
# Where characters with case lie: from Latin-1 to Greek Extended, letter-like signs to Roman numerals, circled letters,
# Glagolitic to Georgian, more Cyrillic and Latin, Cherokee, ligatures, full width, and the alphabets beyond 16 bits.
CASED = (
    *(range(0x80, 0x2000), range(0x2100, 0x2190), range(0x24B6, 0x24EA), range(0x2C00, 0x2D30), range(0xA640, 0xA800)),
    *(range(0xAB30, 0xABC0), range(0xFB00, 0xFB18), range(0xFF21, 0xFF5B), range(0x10400, 0x105C0)),
    *(range(0x10C80, 0x10D90), range(0x118A0, 0x118E0), range(0x16E40, 0x16E80), range(0x1E900, 0x1E944)),
)
# A space in a pattern: a run of white space, or of the marks that Markdown puts between words. Bounded, as otherwise
# "Page ?:? ?[0-9]" tries every way to share 100 kB of spaces: 40 is wider than the gap between any two columns of text.
GAP = "[ *_]{1,40}"
GAP_RE2 = "[ *_]+"


class Item(NamedTuple):
    """What stands inside a class: for `regex`, for RE2, and for RE2 when the class is negated.

    A single character beyond ASCII is no item of a class of bytes: it is an alternative to the class. `narrow` sets
    hold digits, white space and signs, so that a run of them ends soon.
    """

    exact: str
    screen: str
    excluded: str = ""
    alternative: str = ""
    narrow: bool = False


SETS = {
    "s": Item(" ", " ", " ", narrow=True),
    "d": Item(r"\d", rf"0-9{BEYOND_ASCII}", "0-9", narrow=True),
    "w": Item(r"\w", rf"0-9A-Za-z_{BEYOND_ASCII}", "0-9A-Za-z_"),
    "S": Item(r"\S", rf"\x00-\x08\x0e-\x1f\x21-\x7f{BEYOND_ASCII}"),
    "D": Item(r"\D", rf"\x00-\x09\x0b-/:-\x7f{BEYOND_ASCII}"),
    "W": Item(r"\W", rf"\x00-\x09\x0b-/:-@\[-\^`{{-\x7f{BEYOND_ASCII}"),
}
CONTROLS = {"t": "\t", "n": "\n", "f": "\f", "v": "\v", "r": "\r"}
HEX_DIGITS = {"x": 2, "u": 4, "U": 8}


def property_item(name: str) -> Item:
    r"""A Unicode property, which RE2 knows in another version: there it takes everything."""
    try:
        regex.compile(name)
    except regex.error:
        raise PatternError(f"there is no property {name}", "such as \\p{Lu}, a capital, or \\p{L}, a letter") from None
    return Item(name, r"\x00-\x09\x0b-\xff")


def single(char: str) -> Item:
    """One character. Only what has no case is safe to exclude."""
    _not_line_end(char)
    if char >= "\x80":
        return Item(char, "", alternative=_bytes_of_cases(char), narrow=not char.isalpha())
    if char.isalpha():
        return Item(char, char)
    return Item(_written(char), _written(char), _written(char), narrow=True)


def span(low: str, high: str) -> Item:
    """A range of characters; raises `PatternError` when it is turned round."""
    if high < low:
        raise PatternError(f"a range that ends before it starts: {low}-{high}", "turn it round")
    if low <= "\n" <= high:
        _not_line_end(low if low == high else "")
        parts = [span(*ends) for ends in ((low, "\t"), ("\x0b", high)) if ends[0] <= ends[1]]
        exact, screen = ("".join(written) for written in zip(*((p.exact, p.screen) for p in parts), strict=True))
        return Item(exact, screen)
    folded = "".join({to: None for char, to in FOLDS.items() if low <= char <= high})
    last = ord(high) if high < "\x80" else 0xFF
    screen = f"{folded}\\x{min(ord(low), 0x80):02x}-\\x{last:02x}"
    cased = any(chr(i).isalpha() for i in range(ord(low), min(ord(high), 0x7F) + 1))
    quote = "'" if "'" in folded else ""
    return Item(f"{quote}{_written(low)}-{_written(high)}", screen, screen if high < "\x80" and not cased else "")


@cache
def literal(char: str) -> tuple[str, str]:
    """One character outside a class, in both dialects."""
    _not_line_end(char)
    if char < "\x80":
        return _written(char), _written(char)
    return char, f"(?:{_bytes_of_cases(char)})"


def all_cases(char: str) -> list[str]:
    """Every character that case-blind matching takes for this one.

    >>> all_cases("σ")
    ['Σ', 'ς', 'σ']
    """
    return sorted({char, *_cases().get(char.casefold(), ())})


@cache
def _cases() -> dict[str, list[str]]:
    cases: dict[str, list[str]] = {}
    for char in (chr(i) for block in CASED for i in block):
        cases.setdefault(char.casefold(), []).append(char)
    return cases


def class_of(items: list[Item], *, negated: bool) -> tuple[str, str]:
    """A class of these items in both dialects; neither ever matches a line end."""
    exact = "".join(item.exact for item in items)
    if negated:
        return f"[^{exact}\\n]", f"[^{''.join(item.excluded for item in items)}\\n]+"
    reaches_line_end = any(item.exact.startswith("\\") and item.exact[1] in "SDWpP" for item in items)
    guard = r"(?!\n)" if reaches_line_end else ""
    ascii_class = "".join(item.screen for item in items)
    alternatives = [f"[{ascii_class}]"] if ascii_class else []
    if r"-\xff" in ascii_class:
        alternatives[0] += "+"
    else:
        alternatives += [item.alternative for item in items if item.alternative]
    return f"{guard}[{exact}]", f"(?:{'|'.join(alternatives)})"


def _bytes_of_cases(char: str) -> str:
    return "|".join("".join(f"\\x{byte:02x}" for byte in case.encode()) for case in all_cases(char))


def _not_line_end(char: str) -> None:
    if char == "\n":
        raise PatternError("a line end in a pattern", "a pattern sees one line; use kind block or after for more")


def is_word(char: str) -> bool:
    """Whether RE2 takes this character for part of a word."""
    return char < "\x80" and (char.isalnum() or char == "_")


def _written(char: str) -> str:
    if is_word(char) or char > "\x7f":
        return char
    return f"\\x{ord(char):02x}"
