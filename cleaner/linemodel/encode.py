"""Reads the lines of a text into arrays: characters by class, and words as numbers."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from cleaner.linemodel.arrays import Bytes, Hashes, Numbers
from cleaner.linemodel.characters import CJK, CLASSES, NEWLINE, SPACE, classes
from cleaner.linemodel.words import checks, hashes, slots, utf16

# Of a longer line only so many characters at each end are read: what it is shows there, and the rest costs time.
# With 30 the figures fell by two points.
EDGE = 60
SHORT = 2 * EDGE
# The three places whose class is told apart, each with numbers of its own.
PLACES = np.array([[0], [CLASSES], [2 * CLASSES]])


class EncodedLines(NamedTuple):
    """The lines that hold a word, and the words read of them."""

    ordinal: Numbers  # which of the lines given
    size: Numbers  # characters
    gap: Numbers  # lines without a word before it
    counts: Numbers  # line x class
    edges: Numbers  # 3 x line: class of the first character, of the one after the last word, of the next (see PLACES)
    hashes: Hashes  # of each word
    slots: Numbers  # of each word, in tables of words
    checks: Numbers
    length: Numbers  # of each word
    first_word: Numbers  # of each line
    words: Numbers  # of each line, as read


def encode_lines(lines: Sequence[str]) -> EncodedLines | None:
    """Read lines, none of which holds a line end; None where none holds a word."""
    size = np.fromiter(map(len, lines), np.int64, len(lines))
    view = "\n".join([line if len(line) <= SHORT else f"{line[:EDGE]} {line[-EDGE:]}" for line in lines])
    codes = utf16(f"\n{view}\n\n")
    of_code = classes().take(codes)
    other = (of_code > 0).nonzero()[0]  # places of all but small letters
    kind = of_code.take(other)
    is_end = kind == NEWLINE
    line = is_end.cumsum()
    line -= 1
    start, length, owner = _words(other, kind, line)
    if CJK in kind.tobytes():
        start, length, owner = _with_characters_alone(of_code, other[kind == CJK], (start, length, owner))
    ends = other[is_end]
    words = np.bincount(owner, minlength=len(ends))
    index = words.nonzero()[0]
    if not len(index):
        return None
    words = words.take(index)
    line *= CLASSES
    line += kind
    counts = np.bincount(line, minlength=len(ends) * CLASSES).reshape(-1, CLASSES).take(index, 0)
    first_word = words.cumsum()
    last_word = first_word - 1
    first_word -= words
    places = np.empty((3, len(index)), np.int64)
    np.add(ends.take(index), 1, out=places[0])
    np.add(start.take(last_word), length.take(last_word), out=places[1])
    np.add(places[1], 1, out=places[2])
    edges = of_code.take(places) + PLACES
    gap = index.copy()
    gap[1:] -= index[:-1]
    gap[1:] -= 1
    found = hashes(codes, start, length)
    seen = (found, slots(found), checks(found), length)
    return EncodedLines(index, size.take(index), gap, counts, edges, *seen, first_word, words)


def _words(other: Numbers, kind: Bytes, line: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Start and length of each word, and the line it is in: letters and digits between what is neither."""
    outside = (kind >= SPACE).nonzero()[0]
    place = other.take(outside)
    step = place[1:] - place[:-1]
    at = (step > 1).nonzero()[0]
    start = place.take(at)
    start += 1
    length = step.take(at)
    length -= 1
    return start, length, line.take(outside.take(at))


def _with_characters_alone(
    of_code: Bytes, cjk: Numbers, words: tuple[Numbers, Numbers, Numbers]
) -> tuple[Numbers, Numbers, Numbers]:
    """The words, with each CJK character a word of its own: nothing tells where their words end."""
    start, length, owner = words
    begins = np.zeros(len(of_code), bool)
    begins[start] = True
    begins[cjk] = True
    begins[cjk + 1] |= of_code.take(cjk + 1) < SPACE
    fresh = begins.nonzero()[0]
    old = np.searchsorted(start, fresh, "right") - 1
    end = np.minimum(np.append(fresh[1:], len(of_code)), start[old] + length[old])
    return fresh, end - fresh, owner[old]
