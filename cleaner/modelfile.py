"""Reads the weights of the line model, which are packaged beside its code."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.heuristics.network import Model

PACKAGED = Path(__file__).parent / "heuristics" / "model.npz"


@cache
def packaged_model() -> "Model":
    """The packaged model, read once for each process."""
    return read_model(PACKAGED)


def read_model(path: Path) -> "Model":
    import numpy as np

    from cleaner.heuristics.network import Model

    with np.load(path) as arrays:
        return Model.of(dict(arrays))


@cache
def packaged_digest() -> str:
    """SHA-256 of the packaged model."""
    return sha256(PACKAGED.read_bytes()).hexdigest()
