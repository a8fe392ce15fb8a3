"""A worker process, and the items that it was given, as its parent sees them."""

import sys
from collections import deque
from collections.abc import Iterable, MutableSequence
from contextlib import suppress
from mmap import mmap
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from typing import Any

from cleaner.batch.interrupts import interrupts_blocked
from cleaner.batch.worker import IDLE, Failure, Job, serve

# A forked process shares what the parent has loaded. On macOS fork is unsafe, on Windows it does not exist.
START = "fork" if sys.platform == "linux" else "spawn"


class WorkerProcess:
    """A process and its queue: the items, with their indices, for which it has not answered yet, in their order."""

    def __init__(self, job: Job[Any, Any], siblings: Iterable["WorkerProcess"]) -> None:
        context = get_context(START)
        self.connection, theirs = context.Pipe()
        self.queue: deque[tuple[int, Any]] = deque()
        self._answered = 0  # of the items of the last message
        self._clock = _shared()
        inherited = [each.connection for each in (*siblings, self)] if START == "fork" else []
        self.process: BaseProcess = context.Process(  # type: ignore[attr-defined]  # typeshed lacks it
            target=serve, args=(theirs, job, self._clock, inherited), daemon=True
        )
        with interrupts_blocked():
            self.process.start()
        theirs.close()

    @property
    def since(self) -> float:
        """When it began to work on an item, by `time.monotonic`; infinite while it does not."""
        return self._clock[1]

    def send(self, items: list[tuple[int, Any]]) -> None:
        """Give it items, when it has answered for all that it got: it waits, so a message of any size passes."""
        self.queue.extend(items)
        self._answered = 0
        self._clock[0] = 0
        with suppress(OSError):  # it has died, and `receive` will notice
            self.connection.send([item for _, item in items])

    def receive(self) -> list[tuple[int, Any]]:
        """The outcomes that it has sent, with the indices of their items. Raises EOFError or OSError if it has died."""
        outcomes = self.connection.recv()
        self._answered += len(outcomes)
        return [(self.queue.popleft()[0], outcome) for outcome in outcomes]

    def end(self) -> tuple[int, Any] | None:
        """Kill it; gives the item on which it worked, taken out of its queue, with its index."""
        self.process.kill()
        self.process.join()
        self.connection.close()
        if not self.queue:
            return None
        place = max(0, int(self._clock[0]) - self._answered)
        item = self.queue[place]
        del self.queue[place]
        return item

    @property
    def failure(self) -> Failure:
        """Why it has died."""
        self.process.join()
        return Failure.of_exit(self.process.exitcode)


def _shared() -> MutableSequence[float]:
    """The clock of a worker, which it writes and its parent reads."""
    if START == "fork":
        clock: MutableSequence[float] = memoryview(mmap(-1, 16)).cast("d")  # type: ignore[assignment]
    else:
        from multiprocessing.sharedctypes import RawArray

        clock = RawArray("d", 2)
    clock[0], clock[1] = 0.0, IDLE
    return clock
