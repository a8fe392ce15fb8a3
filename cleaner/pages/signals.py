"""What the tree and the extractor say of each line of a page, as numbers for the line model."""

from collections.abc import Sequence

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.pages.flatten import KINDS, PageLine

# From this share on a line is all link.
ALL = 0.8
# Levels of depth that make a difference of one.
LEVELS = 4
OWN = {tag: n for n, tag in enumerate(KINDS)}

# The extractor's verdict on a line: whether it has it; whether it has lines on both sides; lines to those it has.
ADVISED, INSIDE, TO_FIRST, FROM_LAST, ALL_ADVISED, DEPTH, GROUP_LINES, GROUP_SIZE, ADVISED_SHARE = range(9)
LINKED, ALL_LINKED, GROUP_ADVISED, GROUP_LINKED, GROUP_OF_ADVISED, FROM_ADVISED_DEPTH = range(9, 15)
MEASURES = 15
SIZES = slice(TO_FIRST, GROUP_SIZE + 1)  # taken as logarithms
SIGNALS = 2 * len(KINDS) + MEASURES


def signals(lines: Sequence[PageLine], advised: Numbers, size: Numbers) -> Floats:
    """Line x signal: what each line is and lies within, then measures; `size` has the characters of each line."""
    n = len(lines)
    within, depth, linked = np.array([(line.within, line.depth, line.linked) for line in lines]).T
    x = np.zeros((n, SIGNALS), np.float32)
    x[:, : len(KINDS)] = within.astype(np.int64)[:, None] >> np.arange(len(KINDS)) & 1
    for row, line in enumerate(lines):
        if line.tag in OWN:
            x[row, len(KINDS) + OWN[line.tag]] = 1
    m = x[:, 2 * len(KINDS) :].T
    at = np.arange(n)
    places = advised.nonzero()[0]
    first, last = (int(places[0]), int(places[-1])) if len(places) else (0, -1)
    taken = advised * size
    total, all_taken = size.sum(), taken.sum()
    group = _groups(lines)
    in_group, taken_of_group = np.bincount(group, size), np.bincount(group, taken)
    m[ADVISED], m[INSIDE] = advised, (at >= first) & (at <= last)
    m[TO_FIRST], m[FROM_LAST] = np.maximum(first - at, 0), np.maximum(at - last, 0)
    m[ALL_ADVISED], m[DEPTH] = all_taken, depth
    m[GROUP_LINES], m[GROUP_SIZE] = np.bincount(group).take(group), in_group.take(group)
    np.log1p(m[SIZES], out=m[SIZES])
    m[ADVISED_SHARE] = all_taken / total
    m[LINKED], m[ALL_LINKED] = linked, linked > ALL
    m[GROUP_ADVISED] = (taken_of_group / in_group).take(group)
    m[GROUP_LINKED] = (np.bincount(group, linked * size) / in_group).take(group)
    m[GROUP_OF_ADVISED] = (taken_of_group / max(all_taken, 1)).take(group)
    m[FROM_ADVISED_DEPTH] = (depth - (depth * taken).sum() / max(all_taken, 1)) / LEVELS
    return x


def _groups(lines: Sequence[PageLine]) -> Numbers:
    """A number for all lines that are the same element within elements of the same names."""
    number: dict[tuple[str, int, int], int] = {}
    return np.array([number.setdefault((line.tag, line.within, line.names), len(number)) for line in lines])
