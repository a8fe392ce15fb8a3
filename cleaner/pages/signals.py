"""Features of the lines of a page, from its tree and from the extractor's text, for the line model."""

from collections.abc import Sequence

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.pages.flatten import KINDS, PageLine

# A line with a larger share of its characters in links counts as all link. Chosen by hand; not measured.
ALL_LINK = 0.8
# Levels of depth that change FROM_ADVISED_DEPTH by 1. Chosen by hand; not measured.
LEVELS = 4
KIND_NUMBERS = {tag: number for number, tag in enumerate(KINDS)}

# Columns of the measures. A line is advised if the extractor's text has it; a group is all lines with the same element
# inside elements of the same names. ADVISED, INSIDE: it is advised, it is between the first and the last advised line.
# TO_FIRST, FROM_LAST: lines up to the first advised line, lines since the last. ALL_ADVISED, ADVISED_SHARE: characters
# of all advised lines, their share of the page. GROUP_LINES, GROUP_SIZE: lines and characters of the group.
ADVISED, INSIDE, TO_FIRST, FROM_LAST, ALL_ADVISED, DEPTH, GROUP_LINES, GROUP_SIZE, ADVISED_SHARE = range(9)
# LINKED, ALL_LINKED: share of the line in links, whether it is over ALL_LINK. GROUP_ADVISED, GROUP_LINKED: share of the
# group's characters that is advised, that is in links. GROUP_OF_ADVISED: share of all advised characters that is in the
# group. FROM_ADVISED_DEPTH: depth minus the mean depth of advised characters.
LINKED, ALL_LINKED, GROUP_ADVISED, GROUP_LINKED, GROUP_OF_ADVISED, FROM_ADVISED_DEPTH = range(9, 15)
MEASURES = 15
SIZES = slice(TO_FIRST, GROUP_SIZE + 1)  # as log(1 + x)
SIGNALS = 2 * len(KINDS) + MEASURES


def signals(lines: Sequence[PageLine], advised: Numbers, size: Numbers) -> Floats:
    """An array of shape (lines, SIGNALS): bits of the KINDS around each line, of its own kind, then the measures.

    `advised` is a mask of the lines that the extractor's text has, `size` their characters.
    """
    n = len(lines)
    within, depth, linked = np.array([(line.within, line.depth, line.linked) for line in lines]).T
    x = np.zeros((n, SIGNALS), np.float32)
    x[:, : len(KINDS)] = within.astype(np.int64)[:, None] >> np.arange(len(KINDS)) & 1
    for row, line in enumerate(lines):
        if line.tag in KIND_NUMBERS:
            x[row, len(KINDS) + KIND_NUMBERS[line.tag]] = 1
    m = x[:, 2 * len(KINDS) :].T  # a view: row m[MEASURE] is a column of x
    rows = np.arange(n)
    of_advised = advised.nonzero()[0]
    first, last = (int(of_advised[0]), int(of_advised[-1])) if len(of_advised) else (0, -1)
    advised_size = advised * size
    total, all_advised = size.sum(), advised_size.sum()
    group = _groups(lines)
    group_size, group_advised = np.bincount(group, size), np.bincount(group, advised_size)
    m[ADVISED], m[INSIDE] = advised, (rows >= first) & (rows <= last)
    m[TO_FIRST], m[FROM_LAST] = np.maximum(first - rows, 0), np.maximum(rows - last, 0)
    m[ALL_ADVISED], m[DEPTH] = all_advised, depth
    m[GROUP_LINES], m[GROUP_SIZE] = np.bincount(group).take(group), group_size.take(group)
    np.log1p(m[SIZES], out=m[SIZES])
    m[ADVISED_SHARE] = all_advised / total
    m[LINKED], m[ALL_LINKED] = linked, linked > ALL_LINK
    m[GROUP_ADVISED] = (group_advised / group_size).take(group)
    m[GROUP_LINKED] = (np.bincount(group, linked * size) / group_size).take(group)
    m[GROUP_OF_ADVISED] = (group_advised / max(all_advised, 1)).take(group)
    m[FROM_ADVISED_DEPTH] = (depth - (depth * advised_size).sum() / max(all_advised, 1)) / LEVELS
    return x


def _groups(lines: Sequence[PageLine]) -> Numbers:
    """The number of each line's group: lines with the same element inside elements of the same kinds and names."""
    number: dict[tuple[str, int, int], int] = {}
    return np.array([number.setdefault((line.tag, line.within, line.names), len(number)) for line in lines])
