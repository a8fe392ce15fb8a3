"""Features of the lines of a page, from its tree and from the extractor's text, for the line model."""

from collections.abc import Sequence
from enum import IntEnum, auto

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.pages.flatten import KINDS, PageLine

# A line with a larger share of its characters in links counts as all link. Chosen by hand; not measured.
ALL_LINK = 0.8
# Levels of depth that change FROM_ADVISED_DEPTH by 1. Chosen by hand; not measured.
LEVELS = 4
KIND_NUMBERS = {tag: number for number, tag in enumerate(KINDS)}


class Signal(IntEnum):
    """The columns of the measures, after the kinds.

    A line is advised if the extractor's text has it. A group is all lines with the same element inside elements of the
    same names. The order is that of the weights; the columns from TO_FIRST to GROUP_SIZE are log(1 + n).
    """

    ADVISED = 0
    INSIDE = auto()  # the line is between the first and the last advised line
    TO_FIRST = auto()  # lines up to the first advised line
    FROM_LAST = auto()  # lines since the last advised line
    ALL_ADVISED = auto()  # characters of all advised lines
    DEPTH = auto()
    GROUP_LINES = auto()
    GROUP_SIZE = auto()  # characters of the group
    ADVISED_SHARE = auto()  # share of the page's characters that is advised
    LINKED = auto()  # share of the line that is in links
    ALL_LINKED = auto()  # that share is over ALL_LINK
    GROUP_ADVISED = auto()  # share of the group's characters that is advised
    GROUP_LINKED = auto()  # share of the group's characters that is in links
    GROUP_OF_ADVISED = auto()  # share of all advised characters that is in the group
    FROM_ADVISED_DEPTH = auto()  # depth minus the mean depth of advised characters, in LEVELS


SIZES = slice(Signal.TO_FIRST, Signal.GROUP_SIZE + 1)
SIGNALS = 2 * len(KINDS) + len(Signal)


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
    m = x[:, 2 * len(KINDS) :].T  # a view: row m[Signal] is a column of x
    rows = np.arange(n)
    of_advised = advised.nonzero()[0]
    first, last = (int(of_advised[0]), int(of_advised[-1])) if len(of_advised) else (0, -1)
    advised_size = advised * size
    total, all_advised = size.sum(), advised_size.sum()
    group = _groups(lines)
    group_size, group_advised = np.bincount(group, size), np.bincount(group, advised_size)
    m[Signal.ADVISED], m[Signal.INSIDE] = advised, (rows >= first) & (rows <= last)
    m[Signal.TO_FIRST], m[Signal.FROM_LAST] = np.maximum(first - rows, 0), np.maximum(rows - last, 0)
    m[Signal.ALL_ADVISED], m[Signal.DEPTH] = all_advised, depth
    m[Signal.GROUP_LINES], m[Signal.GROUP_SIZE] = np.bincount(group).take(group), group_size.take(group)
    np.log1p(m[SIZES], out=m[SIZES])
    m[Signal.ADVISED_SHARE] = all_advised / total
    m[Signal.LINKED], m[Signal.ALL_LINKED] = linked, linked > ALL_LINK
    m[Signal.GROUP_ADVISED] = (group_advised / group_size).take(group)
    m[Signal.GROUP_LINKED] = (np.bincount(group, linked * size) / group_size).take(group)
    m[Signal.GROUP_OF_ADVISED] = (group_advised / max(all_advised, 1)).take(group)
    m[Signal.FROM_ADVISED_DEPTH] = (depth - (depth * advised_size).sum() / max(all_advised, 1)) / LEVELS
    return x


def _groups(lines: Sequence[PageLine]) -> Numbers:
    """The number of each line's group: lines with the same element inside elements of the same kinds and names."""
    number: dict[tuple[str, int, int], int] = {}
    return np.array([number.setdefault((line.tag, line.within, line.names), len(number)) for line in lines])
