"""Takes items a little before they are worked on, and no more than may be held."""

from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, Generic, NamedTuple

from cleaner.batch.worker import Item

# Items that wait for a worker, and outcomes known without one, at most: enough that the work that waits can be worth
# another worker. Chosen by hand.
MOST_WAITING = 1024
# Bytes of all items whose outcomes are not given yet. No further item is taken while they hold more: one slow item must
# not fill the memory with outcomes that wait for it. Chosen by hand.
MOST_HELD = 64_000_000


class Answered(NamedTuple):
    """Stands among the items for one whose outcome is known without work."""

    item: Any
    outcome: Any


class LookAhead(Generic[Item]):
    """The items that wait, each with its index, and the outcomes of others, by index.

    `size` gives the bytes that an item and its outcome hold.
    """

    def __init__(self, items: Iterable[Item | Answered], size: Callable[[Item], int]) -> None:
        self._items = enumerate(items)
        self._size = size
        self._sizes: dict[int, int] = {}
        self._held = 0
        self._answered: set[int] = set()
        self.waiting: deque[tuple[int, Item]] = deque()
        self.done: dict[int, Any] = {}

    def fill(self) -> None:
        """Take further items, as far as they may be held."""
        while self._may_take():
            for index, item in islice(self._items, 1):
                self._take(index, item)
                break
            else:
                return

    def _may_take(self) -> bool:
        most = max(len(self.waiting), len(self._answered))
        return most < MOST_WAITING and (self._held < MOST_HELD or not self._sizes)

    def _take(self, index: int, taken: Item | Answered) -> None:
        if isinstance(taken, Answered):
            item: Item = taken.item
            self.done[index] = taken.outcome
            self._answered.add(index)
        else:
            item = taken
            self.waiting.append((index, item))
        self._sizes[index] = self._size(item)
        self._held += self._sizes[index]

    def has(self, index: int) -> bool:
        """Whether the item of this index was taken, and its outcome is not given yet."""
        return index in self._sizes

    def release(self, index: int) -> None:
        """The outcome of this item was given: neither is held any more."""
        self._held -= self._sizes.pop(index)
        self._answered.discard(index)
