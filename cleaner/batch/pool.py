"""Hands items to worker processes, and replaces a process when an item takes too long or kills it."""

import gc
import math
import multiprocessing
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Generic, NamedTuple

from cleaner.batch.interrupts import interrupts_blocked
from cleaner.batch.lookahead import Answered, LookAhead
from cleaner.batch.worker import LONGEST, Failure, Item, Job, Outcome, Work, serve

# A forked process shares what the parent has loaded. On macOS fork is unsafe, on Windows it does not exist.
START = "fork" if sys.platform == "linux" else "spawn"
# Items that a worker gets at once, at most. With fewer each item costs a switch of processes, with more the last worker
# runs alone for longer. Chosen by hand.
MAX_QUEUE = 16
# A worker gets at most the share 1 / (ROUNDS * jobs) of the waiting items at once, so that near the end the rest is
# spread over all workers; chosen by hand.
ROUNDS = 2
# Another worker is started only if more than this many seconds of work wait. For work of some milliseconds a second
# process costs as much as it gains, and a process that is not forked must load everything again. Chosen by hand.
WORTH_A_START = 0.2 if START == "fork" else 2.0


class Limits(NamedTuple):
    """`jobs` is the number of processes, `timeout` the seconds after which work on an item is stopped."""

    jobs: int
    timeout: float


@dataclass(slots=True, eq=False)
class _Worker:
    """A process and its queue: items with their indices, of which it works on the first since the time `since`."""

    process: BaseProcess
    connection: "Connection[Any, Any]"
    queue: deque[tuple[int, Any]] = field(default_factory=deque)
    ready: bool = False
    since: float = math.inf

    def begin(self) -> None:
        """Start the clock of the first item, if there is one and the process is ready."""
        self.since = time.monotonic() if self.ready and self.queue else math.inf


def run(
    work: Work[Item, Outcome],
    items: Iterable[Item | Answered],
    limits: Limits,
    clear_up: Callable[[Item, int], object] = lambda *_: None,
    size: Callable[[Item], int] = lambda _: 0,
) -> Generator[Outcome | Failure, None, None]:
    """The outcome or failure of every item, in the order of the items, each as soon as those before it are known.

    Items are taken a little before workers are ready for them; `size` gives the bytes that one holds. Closing the
    iterator, or an exception in it (Ctrl-C), kills the workers. `clear_up` removes what a killed process may have left:
    it gets the item that the process worked on, and the process id.
    """
    loop = _Loop(work, LookAhead(items, size), limits, clear_up)
    try:
        yield from loop.outcomes()
    finally:
        loop.stop()


class _Loop(Generic[Item, Outcome]):
    def __init__(
        self,
        work: Work[Item, Outcome],
        ahead: LookAhead[Item],
        limits: Limits,
        clear_up: Callable[[Item, int], object],
    ) -> None:
        self._work = work
        self._clear_up = clear_up
        self._ahead = ahead
        self._timeout = min(limits.timeout, LONGEST)
        self._context: BaseContext = multiprocessing.get_context(START)
        self._waiting = ahead.waiting
        self._done: dict[int, Outcome | Failure] = ahead.done
        self._jobs = limits.jobs
        self._workers: list[_Worker] = []
        self._began = math.inf
        self._answers = 0

    def outcomes(self) -> Iterator[Outcome | Failure]:
        for index in count():
            self._ahead.fill()
            if not self._ahead.has(index):
                return
            while index not in self._done:
                self._assign()
                self._collect()
                self._enforce_deadline()
                self._ahead.fill()
            self._ahead.release(index)
            yield self._done.pop(index)

    def _assign(self) -> None:
        """Start another worker if that is worth it, and give items to those that have none."""
        if self._may_grow and (not self._workers or self._seconds_left() > WORTH_A_START):
            self._start()
        for worker in self._workers:
            if self._waiting and not worker.queue:
                share = len(self._waiting) // (ROUNDS * self._jobs)
                self._send(worker, [self._waiting.popleft() for _ in range(max(1, min(MAX_QUEUE, share)))])

    @property
    def _may_grow(self) -> bool:
        return len(self._workers) < self._jobs and bool(self._waiting)

    def _seconds_left(self) -> float:
        """The seconds that the workers would take for the waiting items, at the rate so far."""
        seconds_per_item = max(0.0, time.monotonic() - self._began) / max(1, self._answers)
        return seconds_per_item * len(self._waiting)

    def _send(self, worker: _Worker, items: list[tuple[int, Item]]) -> None:
        worker.queue.extend(items)
        worker.begin()
        # The worker has answered for all that it got, and does nothing but wait: a message of any size passes.
        with suppress(OSError):  # it has died, and `_receive` will notice
            worker.connection.send([item for _, item in items])

    def _start(self) -> None:
        if not self._workers:
            self._work.prepare()
            gc.freeze()  # so that garbage collection in a worker does not write to the memory that it shares with us
        ours, theirs = self._context.Pipe()
        inherited = [worker.connection for worker in self._workers] + [ours] if START == "fork" else []
        arguments = (theirs, Job(self._work, self._timeout), inherited)
        process: BaseProcess = self._context.Process(target=serve, args=arguments, daemon=True)  # type: ignore[attr-defined]
        with interrupts_blocked():
            process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))

    def _collect(self) -> None:
        """Wait for an answer or a deadline, then take one answer from each worker that has one."""
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
                self._done[worker.queue.popleft()[0]] = answer
                self._answers += 1
            worker.ready = True
            worker.begin()
            self._began = min(self._began, worker.since)
        except (EOFError, OSError):
            worker.process.join()
            self._fail(worker, Failure.of_exit(worker.process.exitcode))

    def _enforce_deadline(self) -> None:
        now = time.monotonic()
        for worker in list(self._workers):
            if now >= worker.since + self._timeout and not worker.connection.poll():
                worker.process.kill()
                worker.process.join()
                self._fail(worker, Failure("timeout", f"not done after {self._timeout:g} s, stopped (--timeout)"))

    def _fail(self, worker: _Worker, failure: Failure) -> None:
        """Record the failure of a dead worker's first item. Its other items wait again, before all others."""
        self._workers.remove(worker)
        worker.connection.close()
        if worker.queue:
            index, item = worker.queue.popleft()
            self._done[index] = failure
            self._clear_up(item, worker.process.pid or 0)
        self._waiting.extendleft(reversed(worker.queue))

    def stop(self) -> None:
        """Kill all workers."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()
            for _, item in list(worker.queue)[:1]:
                self._clear_up(item, worker.process.pid or 0)
