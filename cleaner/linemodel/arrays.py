"""The kinds of arrays that go from one step to the next."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Bytes: TypeAlias = NDArray[np.uint8]
Hashes: TypeAlias = NDArray[np.uint64]
# Counts, offsets and indices, of whatever width the step that made them gave them.
Numbers: TypeAlias = NDArray[Any]
