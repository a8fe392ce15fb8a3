"""Hands items to worker processes, and replaces a process when an item takes too long or kills it."""

import gc
import math
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import count
from multiprocessing.connection import wait
from typing import Generic, NamedTuple

from cleaner.batch.interrupts import interrupts_blocked
from cleaner.batch.lookahead import Answered, LookAhead
from cleaner.batch.worker import LONGEST, Failure, Item, Job, Outcome, Work
from cleaner.batch.worker_process import START, WorkerProcess

# Items that a worker gets at once, at most. With fewer each item costs a switch of processes, with more the last worker
# runs alone for longer. Chosen by hand: the smallest texts take .5 ms each, and a worker that has done all waits.
MAX_QUEUE = 64
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
        self._waiting = ahead.waiting
        self._done: dict[int, Outcome | Failure] = ahead.done
        self._jobs = limits.jobs
        self._workers: list[WorkerProcess] = []
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
                worker.send([self._waiting.popleft() for _ in range(max(1, min(MAX_QUEUE, share)))])

    @property
    def _may_grow(self) -> bool:
        return len(self._workers) < self._jobs and bool(self._waiting)

    def _seconds_left(self) -> float:
        """The seconds that the workers would take for the waiting items, at the rate so far."""
        seconds_per_item = max(0.0, time.monotonic() - self._began) / max(1, self._answers)
        return seconds_per_item * len(self._waiting)

    def _start(self) -> None:
        if not self._workers:
            with interrupts_blocked():  # numpy makes an ImportError of a Ctrl-C that comes while it is imported
                self._work.prepare()
            gc.freeze()  # so that garbage collection in a worker does not write to the memory that it shares with us
        self._workers.append(WorkerProcess(Job(self._work, self._timeout), self._workers))

    def _collect(self) -> None:
        """Wait for answers or a deadline, then take what each worker has sent."""
        now = time.monotonic()
        # One that works on nothing right now may begin to at any time.
        since = min(now, *(worker.since for worker in self._workers))
        left = min(max(0.0, since + self._timeout - now), WORTH_A_START if self._may_grow else math.inf)
        ready = wait([worker.connection for worker in self._workers], left)
        for worker in [worker for worker in self._workers if worker.connection in ready]:
            self._receive(worker)

    def _receive(self, worker: WorkerProcess) -> None:
        try:
            outcomes = worker.receive()
        except (EOFError, OSError):
            self._fail(worker, worker.failure)
            return
        self._began = min(self._began, time.monotonic())  # the first message says that the worker is ready
        self._answers += len(outcomes)
        self._done.update(outcomes)

    def _enforce_deadline(self) -> None:
        now = time.monotonic()
        for worker in list(self._workers):
            if now >= worker.since + self._timeout and not worker.connection.poll():
                self._fail(worker, Failure("timeout", f"not done after {self._timeout:g} s, stopped (--timeout)"))

    def _fail(self, worker: WorkerProcess, failure: Failure) -> None:
        """Record the failure of the item on which a worker worked. Its other items wait again, before all others."""
        self._workers.remove(worker)
        failed = self._ended(worker)
        if failed is not None:
            self._done[failed] = failure
        self._waiting.extendleft(reversed(worker.queue))

    def _ended(self, worker: WorkerProcess) -> int | None:
        """End a worker; the index of the item on which it worked, after which it is cleared up."""
        at_work = worker.end()
        if at_work is None:
            return None
        index, item = at_work
        self._clear_up(item, worker.process.pid or 0)
        return index

    def stop(self) -> None:
        """Kill all workers."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            self._ended(worker)
