"""The branches of a page: the largest blocks that a line is in and the core of the article is not."""

from collections.abc import Sequence

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.pages.places import numbered

# The core is the smallest block with more than this share of what weighs.
CORE = 0.5


def branches(blocks: Numbers, parents: Numbers, weight: Floats) -> tuple[Numbers, Numbers]:
    """Of each line: the number of its branch, and how many blocks are between the core and the one around its branch.

    `blocks` has the number of the block of each line, `weight` what each line weighs. A line that is directly in the
    core or in a block around it is a branch by itself.

    >>> branch, levels = branches(np.array([1, 3, 4, 5]), np.array([0, 0, 0, 2, 2, 2]), np.array([1, 9, 9, 9]))
    >>> branch.tolist(), levels.tolist()
    ([0, 1, 2, 3], [1, 0, 0, 0])
    """
    core = _core(blocks, parents.tolist(), weight)
    top, level = beside_path(core, parents)
    in_core = np.isin(top.take(blocks), core)
    of_line = np.where(in_core, -1 - np.arange(len(blocks)), top.take(blocks))
    return np.array(numbered(of_line.tolist())), level.take(blocks)


def beside_path(path: Sequence[int], parents: Numbers) -> tuple[Numbers, Numbers]:
    """Of each block: the largest block around it that is not on the path, and the level at which that leaves the path.

    `path` is a block, of level 0, and all blocks around it, from the inside out. A block of it stands for itself.
    """
    level = np.full(len(parents), -1)
    level[path] = np.arange(len(path))
    beside_it = np.where(level >= 0, level, level.take(parents))
    # Blocks are numbered in the order of the page, so the last one that began on or beside the path is around a block.
    top = np.maximum.accumulate(np.where(beside_it >= 0, np.arange(len(parents)), 0))
    return top, beside_it.take(top)


def beside(branch: Numbers, of_branch: Numbers) -> tuple[Numbers, Numbers]:
    """Of each line the value of the line above the first, and of the line below the last line of its branch.

    `of_branch` has a value for each line; beyond the first and the last line it is 0.
    """
    first, last = edges(branch)
    padded = np.concatenate([[0], of_branch, [0]])
    return padded.take(first), padded.take(last + 2)


def edges(branch: Numbers) -> tuple[Numbers, Numbers]:
    """Of each line the first and the last line of its branch."""
    rows, branches = np.arange(len(branch)), branch.max() + 1
    first, last = np.full(branches, len(branch)), np.zeros(branches, np.int64)
    np.minimum.at(first, branch, rows)
    np.maximum.at(last, branch, rows)
    return first.take(branch), last.take(branch)


def _core(blocks: Numbers, parents: Sequence[int], weight: Floats) -> list[int]:
    """The core, and the blocks around it."""
    weights: list[float] = np.bincount(blocks, weight, len(parents)).tolist()
    for block in range(len(parents) - 1, 0, -1):
        weights[parents[block]] += weights[block]
    core = max((block for block, own in enumerate(weights) if own > CORE * weights[0]), default=0)
    return with_blocks_around(core, parents)


def with_blocks_around(block: int, parents: Sequence[int]) -> list[int]:
    """The block, and the blocks around it, from the inside out."""
    around = [block]
    while around[-1]:
        around.append(parents[around[-1]])
    return around
