"""The types of the arrays that the line model works with."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Bytes: TypeAlias = NDArray[np.uint8]
Hashes: TypeAlias = NDArray[np.uint64]
# Counts, offsets, indices and flags, of whatever type numpy gives them.
Numbers: TypeAlias = NDArray[Any]
