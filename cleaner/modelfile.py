"""Reads the weights of the models, which are packaged beside the code that uses them."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.heuristics.network import Model

PACKAGED = Path(__file__).parent / "heuristics" / "model.npz"
PACKAGED_FOR_PAGES = Path(__file__).parent / "html" / "model.npz"


@cache
def packaged_model() -> "Model":
    """The packaged model of texts, read once for each process."""
    return read_model(PACKAGED)


@cache
def packaged_page_model() -> "Model":
    """The packaged model of pages, read once for each process."""
    return read_model(PACKAGED_FOR_PAGES)


def read_model(path: Path) -> "Model":
    import numpy as np

    from cleaner.heuristics.network import Model

    with np.load(path) as arrays:
        return Model.of(dict(arrays))


@cache
def packaged_digest() -> str:
    """SHA-256 of the packaged models."""
    return sha256(PACKAGED.read_bytes() + PACKAGED_FOR_PAGES.read_bytes()).hexdigest()
