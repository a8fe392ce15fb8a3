"""A loop over worker processes that are killed and replaced when a document takes too long or breaks them."""

import gc
import math
import multiprocessing
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Generic

from cleaner.batch.interrupts import held_back
from cleaner.batch.worker import Failure, Item, Outcome, Work, serve

# Fork shares the compiled rules; elsewhere (macOS, Windows) it is unsafe or missing.
START = "fork" if sys.platform == "linux" else "spawn"
# So many documents wait at one worker at most: fewer cost a switch of processes each, more make the last worker late.
LARGEST_HAND = 16
# A further worker is worth its start from so many seconds of work on; one that is not forked compiles all rules anew.
WORTH_A_START = 0.2 if START == "fork" else 2.0


@dataclass(frozen=True, slots=True)
class Limits:
    """How many processes, and after how many seconds a document is given up."""

    jobs: int
    timeout: float


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, the items it was handed (indices, the first is in work), and since when it works on the first."""

    process: BaseProcess
    connection: "Connection[Any, Any]"
    hand: deque[int] = field(default_factory=deque)
    ready: bool = False
    since: float = math.inf

    def begin(self) -> None:
        """The clock of the first item starts now, if there is one and the process is up."""
        self.since = time.monotonic() if self.ready and self.hand else math.inf


def run(
    work: Work[Item, Outcome],
    items: Sequence[Item],
    limits: Limits,
    clear_up: Callable[[Item, int], object] | None = None,
) -> Generator[Outcome | Failure, None, None]:
    """The outcome or failure of every item, in the order of the items, as soon as all before it are there.

    Closing the iterator, or any exception in it (Ctrl-C), kills the workers. `clear_up` removes what a process that was
    killed may have left: it gets the item that the process worked on, and its process id.
    """
    if not items:
        return
    work.prepare()
    gc.freeze()  # so that the collector in the workers does not copy the pages that they share
    loop = _Loop(work, items, limits, clear_up)
    try:
        yield from loop.outcomes()
    finally:
        loop.stop()


class _Loop(Generic[Item, Outcome]):
    def __init__(
        self,
        work: Work[Item, Outcome],
        items: Sequence[Item],
        limits: Limits,
        clear_up: Callable[[Item, int], object] | None,
    ) -> None:
        self._work = work
        self._remove_leftovers = clear_up
        self._items = items
        self._timeout = limits.timeout
        self._context: BaseContext = multiprocessing.get_context(START)
        self._waiting = deque(range(len(items)))
        self._done: dict[int, Outcome | Failure] = {}
        self._jobs = limits.jobs
        self._workers: list[_Worker] = []
        self._began = math.inf
        self._answers = 0

    def outcomes(self) -> Iterator[Outcome | Failure]:
        for index in range(len(self._items)):
            while index not in self._done:
                self._staff()
                self._collect()
                self._enforce_deadline()
            yield self._done.pop(index)

    def _staff(self) -> None:
        """Hand out documents, more before a hand is empty, and start a worker if one more is worth it."""
        if self._may_grow and (not self._workers or self._seconds_left() > WORTH_A_START):
            self._start()
        for worker in self._workers:
            if self._waiting and len(worker.hand) <= LARGEST_HAND // 4:
                share = len(self._waiting) // (2 * self._jobs)
                count = min(LARGEST_HAND - len(worker.hand), share) or (0 if worker.hand else 1)
                self._hand_out(worker, [self._waiting.popleft() for _ in range(count)])

    @property
    def _may_grow(self) -> bool:
        return len(self._workers) < self._jobs and bool(self._waiting)

    def _seconds_left(self) -> float:
        """How long the workers would take for what waits, by the pace of all that is done."""
        pace = max(0.0, time.monotonic() - self._began) / max(1, self._answers)
        return pace * len(self._waiting)

    def _hand_out(self, worker: _Worker, indices: list[int]) -> None:
        if indices:
            idle = not worker.hand
            worker.hand.extend(indices)
            if idle:
                worker.begin()
            with suppress(OSError):  # it has died, which the next look at it shows
                worker.connection.send([self._items[index] for index in indices])

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        inherited = [worker.connection for worker in self._workers] + [ours] if START == "fork" else []
        arguments = (theirs, self._work, inherited)
        process: BaseProcess = self._context.Process(target=serve, args=arguments, daemon=True)  # type: ignore[attr-defined]
        with held_back():
            process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))

    def _collect(self) -> None:
        """Wait until a worker answers or a deadline is over, then take an answer from each that has one."""
        deadline = min(worker.since for worker in self._workers) + self._timeout
        left = None if deadline == math.inf else max(0.0, deadline - time.monotonic())
        if left is not None and self._may_grow:
            left = min(left, WORTH_A_START)
        ready = wait([worker.connection for worker in self._workers], left)
        for worker in [worker for worker in self._workers if worker.connection in ready]:
            self._receive(worker)

    def _receive(self, worker: _Worker) -> None:
        try:
            answer = worker.connection.recv()
            if worker.ready:
                self._done[worker.hand.popleft()] = answer
                self._answers += 1
            worker.ready = True
            worker.begin()
            self._began = min(self._began, worker.since)
        except (EOFError, OSError):
            worker.process.join()
            self._bury(worker, Failure.of_exit(worker.process.exitcode))

    def _enforce_deadline(self) -> None:
        now = time.monotonic()
        for worker in list(self._workers):
            if now >= worker.since + self._timeout and not worker.connection.poll():
                worker.process.kill()
                worker.process.join()
                self._bury(worker, Failure("timeout", f"not done after {self._timeout:g} s, stopped (--timeout)"))

    def _bury(self, worker: _Worker, failure: Failure) -> None:
        """The document in work has failed; the others go back to the front of the queue."""
        self._workers.remove(worker)
        worker.connection.close()
        if worker.hand:
            index = worker.hand.popleft()
            self._done[index] = failure
            self._clear_up(worker, index)
        self._waiting.extendleft(reversed(worker.hand))

    def stop(self) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()
            for index in list(worker.hand)[:1]:
                self._clear_up(worker, index)

    def _clear_up(self, worker: _Worker, index: int) -> None:
        if self._remove_leftovers and worker.process.pid is not None:
            self._remove_leftovers(self._items[index], worker.process.pid)
