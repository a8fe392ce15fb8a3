"""Features of the lines of a page, from its tree and from the extractor's text, for the line model."""

from enum import IntEnum, auto
from typing import NamedTuple

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.pages.branches import beside, branches, edges
from cleaner.pages.elements import KINDS
from cleaner.pages.flatten import ALL_LINK
from cleaner.pages.places import OTHER_KIND, Places

# Levels of depth that change FROM_ADVISED_DEPTH by 1. Chosen by hand; not measured.
LEVELS = 4


class Signal(IntEnum):
    """The columns of the measures, after the kinds.

    A line is advised if the extractor's text has it. A group is all lines with the same element inside elements of the
    same names, a container all lines inside elements of the same names. A branch is the largest block that the line is
    in and the core of the article is not. The order is that of the weights; the columns from TO_FIRST to DATA_SIZE are
    log(1 + n).
    """

    ADVISED = 0
    INSIDE = auto()  # the line is between the first and the last advised line
    TO_FIRST = auto()  # lines up to the first advised line
    FROM_LAST = auto()  # lines since the last advised line
    ALL_ADVISED = auto()  # characters of all advised lines
    DEPTH = auto()
    GROUP_LINES = auto()
    GROUP_SIZE = auto()  # characters of the group
    CONTAINER_LINES = auto()
    CONTAINER_SIZE = auto()  # characters of the container
    DATA_SIZE = auto()  # characters of the article text that the page gives as data
    ADVISED_SHARE = auto()  # share of the page's characters that is advised
    LINKED = auto()  # share of the line that is in links
    ALL_LINKED = auto()  # that share is over ALL_LINK
    GROUP_ADVISED = auto()  # share of the group's characters that is advised
    GROUP_LINKED = auto()  # share of the group's characters that is in links
    GROUP_OF_ADVISED = auto()  # share of all advised characters that is in the group
    FROM_ADVISED_DEPTH = auto()  # depth minus the mean depth of advised characters, in LEVELS
    CONTAINER_ADVISED = auto()  # share of the container's characters that is advised
    CONTAINER_LINKED = auto()  # share of the container's characters that is in links
    CONTAINER_OF_ADVISED = auto()  # share of all advised characters that is in the container
    IN_DATA = auto()  # the article text that the page gives as data has the line
    IS_HEADLINE = auto()
    BELOW_HEADLINE = auto()
    BRANCH_LEVELS = auto()  # log(1 + blocks between the core and the block around the line's branch)
    IN_CORE = auto()
    BRANCH_LINES = auto()  # log(1 + lines)
    BRANCH_SIZE = auto()  # log(1 + characters)
    BRANCH_LINKED = auto()  # share of the branch's characters that is in links
    BRANCH_ADVISED = auto()  # share of the branch's characters that is advised
    BRANCH_PROSE = auto()  # share of the branch's characters that is in lines of prose
    ADVISED_ABOVE = auto()  # that share of the branch above
    ADVISED_BELOW = auto()  # that share of the branch below
    BRANCH_POSITION = auto()  # the share of the branch's lines that are above the line


SIZES = slice(Signal.TO_FIRST, Signal.DATA_SIZE + 1)
OF_GROUP = (
    *(Signal.GROUP_LINES, Signal.GROUP_SIZE),
    *(Signal.GROUP_ADVISED, Signal.GROUP_LINKED, Signal.GROUP_OF_ADVISED),
)
OF_CONTAINER = (
    *(Signal.CONTAINER_LINES, Signal.CONTAINER_SIZE),
    *(Signal.CONTAINER_ADVISED, Signal.CONTAINER_LINKED, Signal.CONTAINER_OF_ADVISED),
)
OF_ADVICE = [
    2 * len(KINDS) + signal
    for signal in (
        *(Signal.ADVISED, Signal.INSIDE, Signal.TO_FIRST, Signal.FROM_LAST, Signal.ALL_ADVISED, Signal.ADVISED_SHARE),
        *(Signal.GROUP_ADVISED, Signal.GROUP_OF_ADVISED, Signal.FROM_ADVISED_DEPTH),
        *(Signal.CONTAINER_ADVISED, Signal.CONTAINER_OF_ADVISED),
        *(Signal.BRANCH_ADVISED, Signal.ADVISED_ABOVE, Signal.ADVISED_BELOW),
    )
]
OF_BRANCH = slice(Signal.BRANCH_LEVELS, Signal.BRANCH_POSITION + 1)
# Characters from which a line is prose, and the share of them in links up to which it is. Chosen by hand.
PROSE, PROSE_LINKED = 80, 0.5
SIGNALS = 2 * len(KINDS) + len(Signal)


class Masks(NamedTuple):
    """Masks of the lines of a page: what the extractor's text has, what the article as data has, the headline."""

    advised: Numbers
    in_data: Numbers
    headline: Numbers


def signals(places: Places, masks: Masks, size: Numbers) -> Floats:
    """An array of shape (lines, SIGNALS): bits of the KINDS around each line, of its own kind, then the measures.

    `size` holds the characters of each line.
    """
    n, linked, depth = len(size), places.linked, places.depth
    rows = np.arange(n)
    x = np.zeros((n, SIGNALS), np.float32)
    x[:, : len(KINDS)] = places.within[:, None] >> np.arange(len(KINDS)) & 1
    of_kind = places.kind < OTHER_KIND
    x[rows[of_kind], len(KINDS) + places.kind[of_kind]] = 1
    m = x[:, 2 * len(KINDS) :].T  # a view: row m[Signal] is a column of x
    first, last = _edges(masks.advised)
    sizes = np.array([size, masks.advised * size, linked * size])
    all_size, all_advised, _ = sizes.sum(1)
    m[Signal.ADVISED], m[Signal.INSIDE] = masks.advised, (rows >= first) & (rows <= last)
    m[Signal.TO_FIRST], m[Signal.FROM_LAST] = np.maximum(first - rows, 0), np.maximum(rows - last, 0)
    m[Signal.ALL_ADVISED], m[Signal.DEPTH] = all_advised, depth
    m[[*OF_GROUP]] = _of_groups(places.group, sizes)
    m[[*OF_CONTAINER]] = _of_groups(places.container, sizes)
    m[Signal.DATA_SIZE] = masks.in_data @ size
    np.log1p(m[SIZES], out=m[SIZES])
    m[Signal.ADVISED_SHARE] = all_advised / all_size
    m[Signal.LINKED], m[Signal.ALL_LINKED] = linked, linked > ALL_LINK
    m[Signal.FROM_ADVISED_DEPTH] = (depth - (depth @ sizes[1]) / max(all_advised, 1)) / LEVELS
    m[Signal.IN_DATA], m[Signal.IS_HEADLINE] = masks.in_data, masks.headline
    m[Signal.BELOW_HEADLINE] = (masks.headline.cumsum() > 0) & ~masks.headline
    prose = size * ((size >= PROSE) & (linked <= PROSE_LINKED))
    core = next(weight for weight in (sizes[1], prose, sizes[0]) if weight.any())
    branch, levels = branches(places.block, places.parents, core)
    m[OF_BRANCH] = _of_branches(branch, levels, np.array([*sizes, prose]))
    return x


def _edges(mask: Numbers) -> tuple[int, int]:
    """The first and the last row of a mask; a last one before the first where it is empty."""
    rows = mask.nonzero()[0]
    return (int(rows[0]), int(rows[-1])) if len(rows) else (0, -1)


def _of_branches(branch: Numbers, levels: Numbers, sizes: Floats) -> Floats:
    """The columns OF_BRANCH. `sizes` holds the characters of each line: all, advised, in links, in prose."""
    lines = np.bincount(branch).take(branch)
    size, advised, linked, prose = (np.bincount(branch, weights).take(branch) for weights in sizes)
    above, below = beside(branch, advised / size)
    position = (np.arange(len(branch)) - edges(branch)[0]) / lines
    shares = linked / size, advised / size, prose / size
    return np.array([np.log1p(levels), levels == 0, np.log1p(lines), np.log1p(size), *shares, above, below, position])


def _of_groups(group: Numbers, sizes: Floats) -> Floats:
    """Of the group of each line: its lines and characters; its shares advised and linked; its share of all advised.

    `sizes` holds the characters of each line: all, advised, and in links.
    """
    size, advised, linked = (np.bincount(group, weights) for weights in sizes)
    of_all = advised / max(sizes[1].sum(), 1)
    return np.array([np.bincount(group), size, advised / size, linked / size, of_all]).take(group, 1)
