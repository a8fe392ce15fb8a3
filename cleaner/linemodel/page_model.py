"""The model of pages: two networks, of which the second is told what the first one found."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from cleaner.linemodel.arrays import Numbers
from cleaner.linemodel.network import Model

# In a model file the arrays of the second network have this before their names. Both know the same words.
SECOND = "second_"
SHARED = frozenset({"word_id", "word_check", "furniture"})


@dataclass(frozen=True)
class PageModel:
    """Both networks. The second one has more features: see `cleaner.pages.second_look`."""

    first: Model
    second: Model

    @classmethod
    def of(cls, arrays: Mapping[str, Numbers]) -> "PageModel":
        """From the arrays of a model file."""
        own = {name: array for name, array in arrays.items() if not name.startswith(SECOND)}
        second = {name.removeprefix(SECOND): array for name, array in arrays.items() if name.startswith(SECOND)}
        return cls(Model.of(own), Model.of({name: own[name] for name in SHARED} | second))


class PageModels(Protocol):
    """Gives one of two models: with `advised`, that whose features include what the extractor's text has."""

    def __call__(self, *, advised: bool) -> PageModel: ...


def joined(first: Mapping[str, Numbers], second: Mapping[str, Numbers]) -> dict[str, Numbers]:
    """The arrays of one model file from those of both networks."""
    return dict(first) | {f"{SECOND}{name}": array for name, array in second.items() if name not in SHARED}
