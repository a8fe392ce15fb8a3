"""Reads the weights of the models, which are packaged beside this module."""

from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from cleaner.linemodel.arrays import Numbers
    from cleaner.linemodel.network import Model
    from cleaner.linemodel.page_model import PageModel

TEXTS, PAGES, ADVISED_PAGES = "texts.npz", "pages.npz", "pages_advised.npz"


@cache
def packaged_model() -> "Model":
    """The packaged model of texts, read once for each process."""
    from cleaner.linemodel.network import Model

    return Model.of(_arrays(TEXTS))


@cache
def packaged_page_model(*, advised: bool) -> "PageModel":
    """A packaged model of pages, read once for each process; `advised` as in `PageModels`."""
    from cleaner.linemodel.page_model import PageModel

    return PageModel.of(_arrays(ADVISED_PAGES if advised else PAGES))


def _arrays(name: str) -> "dict[str, Numbers]":
    """The arrays of a packaged file that training wrote."""
    import numpy as np

    with _file(name).open("rb") as file, np.load(file) as arrays:
        return dict(arrays)


@cache
def packaged_digest() -> str:
    """SHA-256 of the packaged models."""
    return sha256(b"".join(_file(name).read_bytes() for name in (TEXTS, PAGES, ADVISED_PAGES))).hexdigest()


def _file(name: str) -> "Traversable":
    # Imported here because most extracted texts need no model, and the import costs 3 to 8 ms.
    from importlib.resources import files

    return files(__package__) / name
