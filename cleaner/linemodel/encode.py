r"""Encodes the lines of a text as arrays: characters by class, and words as numbers.

All lines are read at once, as one string of UTF-16 units between line ends. These are the arrays in `encode_lines` for
the lines "Hi you." and "No":

    unit      0  1  2  3  4  5  6  7  8  9 10 11 12
    text     \n  H  i     y  o  u  . \n  N  o \n \n
    of_code   5  2  0  4  0  0  0  6  5  2  0  5  5    the class: 0 small letter, 2 capital, 4 space, 5 line end ...

    other     0  1  3  7  8  9 11 12    units that are not small letters
    kind      5  2  4  6  5  2  5  5    their classes
    line      0  0  0  0  1  1  2  3    their lines: each line end begins one

    start     1  4  9    first unit of each word: Hi, you, No
    length    2  3  2
    owner     0  0  1    the line of each word
    ends      0  8 11 12    unit of each line end; the first two are those before the lines
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from cleaner.linemodel.arrays import Bytes, Hashes, Numbers
from cleaner.linemodel.characters import CJK, CLASSES, NEWLINE, SPACE, classes, stopless
from cleaner.linemodel.prose import WORD, ends_sentence, is_prose
from cleaner.linemodel.words import checks, hashes, slots, utf16
from cleaner.text import scripts

# Of a line longer than SHORT characters only EDGE at each end are read: they show what the line is, and the rest costs
# time. With 30 the figures of the model fell by two points.
EDGE = 60
SHORT = 2 * EDGE
# Lines that are encoded at once. While that is done, a character takes 60 bytes. Chosen by hand: few texts have more.
AT_ONCE = 4_000
# Edges are numbered 3 x class: the first character, the one after the last word, and the next have numbers of their
# own.
PLACES = np.array([[0], [CLASSES], [2 * CLASSES]])
# A pair of CJK characters counts as a word of the topic, which needs four letters. Chosen by hand.
LETTERS_PER_CJK = 2


class EncodedLines(NamedTuple):
    """The lines of a text that hold a word, and the words read of them.

    The first ten have an entry for each line, the next four one for each word, the last two one for each line again.
    """

    ordinal: Numbers  # the index of the line in the text
    size: Numbers  # characters, as many as an alphabet would need (see `scripts.length`)
    gap: Numbers  # lines without a word between this line and the one before
    counts: Numbers  # line x class: characters of each class but small letters, as read; the line end is one
    stopless: Numbers  # whether most of the line, as read, is in a script without a sign for the end of a sentence
    indent: Numbers  # characters before the first word: white space, list bullets, other marks
    edges: Numbers  # 3 x line: class of the first character, of the one after the last word, of the next (see PLACES)
    ends: Numbers  # whether the line ends as a sentence does
    prose: Numbers  # whether the line is prose
    hashes: Hashes
    slots: Numbers  # in tables of words
    checks: Numbers  # in tables of words
    length: Numbers  # letters; a CJK character counts as LETTERS_PER_CJK
    first_word: Numbers  # the index of the line's first word
    words: Numbers  # the number of words, as read


def encode_lines(lines: Sequence[str], *, other_script: bool = True) -> EncodedLines | None:
    """Encode lines, none of which holds a line end; None where no line holds a word.

    Without `other_script` the caller knows that `has_other_script` does not hold for them.

    >>> lines = encode_lines(["Hi you.", "No"])
    >>> lines.length.tolist(), lines.words.tolist(), lines.first_word.tolist(), lines.size.tolist()
    ([2, 3, 2], [2, 1], [0, 2], [7.0, 2.0])
    """
    other_script = other_script and scripts.has_other_script("".join(lines).encode(errors="surrogatepass"))
    if len(lines) <= AT_ONCE:
        return _encoded(lines, other_script)
    parts = []
    for first in range(0, len(lines), AT_ONCE):
        # The next line too, because a line that ends in a word ends in sight of it.
        found = _encoded(lines[first : first + AT_ONCE + 1], other_script)
        parts += [_beginning(found, AT_ONCE, first)] if found else []
    return _joined(parts) if parts else None


def _encoded(lines: Sequence[str], other_script: bool) -> EncodedLines | None:
    """The lines, all encoded at once."""
    size = np.fromiter(map(scripts.length if other_script else len, lines), np.float64, len(lines))
    codes = utf16(f"\n{_view(lines)}\n\n")
    of_code = classes().take(codes)
    other = (of_code > 0).nonzero()[0]
    kind = of_code.take(other)
    is_end = kind == NEWLINE
    line = is_end.cumsum() - 1
    start, length, owner = _words(other, kind, line)
    letters = length
    if other_script and CJK in kind.tobytes():
        start, length, owner = _with_pairs_of_cjk(of_code, other[kind == CJK], (start, length, owner))
        letters = length * np.where(of_code.take(start) == CJK, LETTERS_PER_CJK, 1)
    ends = other[is_end]
    all_words = np.bincount(owner, minlength=len(ends))
    ordinal = all_words.nonzero()[0]
    if not len(ordinal):
        return None
    words = all_words.take(ordinal)
    counts = np.bincount(line * CLASSES + kind, minlength=len(ends) * CLASSES).reshape(-1, CLASSES).take(ordinal, 0)
    word_end = words.cumsum()
    first_word, last_word = word_end - words, word_end - 1
    after, line_start = start.take(last_word) + length.take(last_word), ends.take(ordinal) + 1
    indent = start.take(first_word) - line_start
    edges = of_code.take([line_start, after, after + 1]) + PLACES
    gap = ordinal.copy()
    gap[1:] -= ordinal[:-1] + 1
    is_stopless = _stopless(codes, ends, other_script).take(ordinal)
    size = size.take(ordinal)
    sentence = ends_sentence(size / WORD, edges, is_stopless)
    of_lines = (size, gap, counts, is_stopless, indent, edges, sentence, is_prose(size / WORD, sentence))
    of_words = hashes(codes, start, length)
    return EncodedLines(ordinal, *of_lines, of_words, slots(of_words), checks(of_words), letters, first_word, words)


def _beginning(found: EncodedLines, number: int, first: int) -> EncodedLines:
    """What was encoded, without the lines from this number on; `first` is the place of the first in the text."""
    end = int(found.ordinal.searchsorted(number))
    words = int(found.words[:end].sum())
    of_words = {name: getattr(found, name)[:words] for name in ("hashes", "slots", "checks", "length")}
    of_lines = {name: array[..., :end] for name, array in found._asdict().items() if name not in {*of_words, "counts"}}
    ordinal = of_lines.pop("ordinal") + first
    return EncodedLines(ordinal, counts=found.counts[:end], **of_lines, **of_words)


def _joined(parts: Sequence[EncodedLines]) -> EncodedLines:
    """Parts of the lines of one text as a whole; `ordinal` counts the lines of the text."""
    axes = [1 if name == "edges" else 0 for name in EncodedLines._fields]
    joined = EncodedLines(
        *[np.concatenate(arrays, axis) for arrays, axis in zip(zip(*parts, strict=True), axes, strict=True)]
    )
    gap = joined.ordinal.copy()
    gap[1:] -= joined.ordinal[:-1] + 1
    return joined._replace(gap=gap, first_word=joined.words.cumsum() - joined.words)


def _view(lines: Sequence[str]) -> str:
    """The lines as they are read, joined: of the long ones only the edges."""
    return "\n".join([line if len(line) <= SHORT else f"{line[:EDGE]} {line[-EDGE:]}" for line in lines])


def _words(other: Numbers, kind: Bytes, line: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Start, length and line of each word, a run of letters and digits: `outside` are the units of neither."""
    outside = (kind >= SPACE).nonzero()[0]
    place = other.take(outside)
    step = place[1:] - place[:-1]
    at = (step > 1).nonzero()[0]
    start = place.take(at)
    start += 1
    length = step.take(at)
    length -= 1
    return start, length, line.take(outside.take(at))


def _with_pairs_of_cjk(
    of_code: Bytes, cjk: Numbers, words: tuple[Numbers, Numbers, Numbers]
) -> tuple[Numbers, Numbers, Numbers]:
    """The words, with each CJK character and the next as a word: no character shows where a CJK word ends.

    A CJK character with none beside it is a word by itself.
    """
    start, length, owner = words
    is_cjk = np.zeros(len(of_code) + 1, bool)
    is_cjk[cjk] = True
    begins = np.zeros(len(of_code), bool)
    begins[start] = True
    begins[cjk] = ~is_cjk[cjk - 1] | is_cjk[cjk + 1]  # the last of several is the second of a pair
    begins[cjk + 1] |= (of_code.take(cjk + 1) < SPACE) & ~is_cjk[cjk + 1]
    fresh = begins.nonzero()[0]
    old = np.searchsorted(start, fresh, "right") - 1
    end = np.minimum(np.append(fresh[1:], len(of_code)), start[old] + length[old])
    end = np.where(is_cjk[fresh], fresh + 1 + is_cjk[fresh + 1], end)
    return fresh, end - fresh, owner[old]


def _stopless(codes: Numbers, ends: Numbers, other_script: bool) -> Numbers:
    """Whether most of each line, from one line end to the next, is in a script without stops."""
    if not other_script:
        return np.zeros(len(ends), bool)
    here = stopless().take(codes)
    if not here.any():
        return np.zeros(len(ends), bool)
    most: Numbers = 2 * np.add.reduceat(here, ends, dtype=np.int64) > np.diff(ends, append=len(codes))
    return most
