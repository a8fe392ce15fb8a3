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
    step = max(1, IN_ONE_THREAD // weights.size)
    out = np.empty((len(rows), weights.shape[1]), np.float32)
    for start in range(0, len(rows), step):
        np.matmul(rows[start : start + step], weights, out=out[start : start + step])
    return out
