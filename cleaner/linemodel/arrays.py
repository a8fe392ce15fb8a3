"""The types of the arrays that the line model works with, masks of their rows, and their product."""

from collections.abc import Collection
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Bytes: TypeAlias = NDArray[np.uint8]
Hashes: TypeAlias = NDArray[np.uint64]
# Counts, offsets, indices and flags, of whatever type numpy gives them.
Numbers: TypeAlias = NDArray[Any]

# Multiplications that OpenBLAS does in the thread that asks for them: from 262,144 on it may wake threads of its own,
# which gain nothing for a network of 32 hidden units, and which a fork of the process loses.
IN_ONE_THREAD = 1 << 17


def flags(which: Collection[int], size: int) -> Numbers:
    """A mask of so many rows that holds for those in `which`.

    >>> flags({0, 2}, 3).tolist()
    [True, False, True]
    """
    mask = np.zeros(size, bool)
    mask[list(which)] = True
    return mask


def product(rows: Floats, weights: Floats) -> Floats:
    """`rows @ weights`, so many rows at a time that OpenBLAS starts no threads.

    >>> product(np.ones((3, 2), np.float32), np.ones((2, 1), np.float32)).tolist()
    [[2.0], [2.0], [2.0]]
    """
    (size, width), wide = rows.shape, weights.shape[1]
    step = max(1, IN_ONE_THREAD // weights.size)
    whole = size - size % step
    out = np.empty((size, wide), np.float32)
    if whole:  # one call for all parts takes 0.7 times as long as a call for each, if there are seven
        np.matmul(rows[:whole].reshape(-1, step, width), weights, out=out[:whole].reshape(-1, step, wide))
    if whole < size:
        np.matmul(rows[whole:], weights, out=out[whole:])
    return out
