"""Takes items a little before they are worked on, and no more than may be held."""

from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Generic

from cleaner.batch.worker import Item

# Items that wait for a worker, at most: enough that the work that waits can be worth another worker. Chosen by hand.
MOST_WAITING = 1024
# Bytes of all items whose outcomes are not given yet. No further item is taken while they hold more: one slow item must
# not fill the memory with outcomes that wait for it. Chosen by hand.
MOST_HELD = 64_000_000


class LookAhead(Generic[Item]):
    """The items that wait, each with its index. `size` gives the bytes that an item and its outcome hold."""

    def __init__(self, items: Iterable[Item], size: Callable[[Item], int]) -> None:
        self._items = enumerate(items)
        self._size = size
        self._sizes: dict[int, int] = {}
        self._held = 0
        self.waiting: deque[tuple[int, Item]] = deque()

    def fill(self) -> None:
        """Take further items, as far as they may be held."""
        while len(self.waiting) < MOST_WAITING and (self._held < MOST_HELD or not self._sizes):
            for index, item in islice(self._items, 1):
                self.waiting.append((index, item))
                self._sizes[index] = self._size(item)
                self._held += self._sizes[index]
                break
            else:
                return

    def has(self, index: int) -> bool:
        """Whether the item of this index was taken, and its outcome is not given yet."""
        return index in self._sizes

    def release(self, index: int) -> None:
        """The outcome of this item was given: neither is held any more."""
        self._held -= self._sizes.pop(index)
