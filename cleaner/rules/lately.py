"""Values that are made when they are asked for, and forgotten when they have not been asked for lately."""

from collections.abc import Callable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Lately(Generic[Key, Value]):
    """Values by key. A value is forgotten once more than `most` asks were for others since it was asked for.

    >>> numbers = Lately[str, int](most=2)
    >>> [numbers.of(key, lambda at=at: at) for at, key in enumerate("aabbaxyza")]
    [0, 0, 2, 2, 0, 5, 6, 7, 8]
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._asks = 0
        self._values: dict[Key, tuple[int, Value]] = {}  # each with the last ask for it, and in the order of these

    def of(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value of a key, made if there is none."""
        self._asks += 1
        held = self._values.pop(key, None)
        value = held[1] if held else make()
        self._values[key] = self._asks, value
        oldest = next(iter(self._values))
        if self._asks - self._values[oldest][0] > self._most:
            del self._values[oldest]
        return value
