"""Reads the weights of the models, which are packaged beside the code that uses them."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.linemodel.network import Model

TEXTS = files(__package__) / "texts.npz"
PAGES = files(__package__) / "pages.npz"


@cache
def packaged_model() -> "Model":
    """The packaged model of texts, read once for each process."""
    return read_model(TEXTS)


@cache
def packaged_page_model() -> "Model":
    """The packaged model of pages, read once for each process."""
    return read_model(PAGES)


def read_model(path: Traversable) -> "Model":
    import numpy as np

    from cleaner.linemodel.network import Model

    with path.open("rb") as file, np.load(file) as arrays:
        return Model.of(dict(arrays))


@cache
def packaged_digest() -> str:
    """SHA-256 of the packaged models."""
    return sha256(TEXTS.read_bytes() + PAGES.read_bytes()).hexdigest()
