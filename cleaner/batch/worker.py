"""The process that does the work, one item at a time."""

import math
import os
import signal
import time
from collections.abc import Iterable, MutableSequence, Sequence
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Generic, NamedTuple, Protocol, TypeVar

from cleaner.batch.alarm import alarm, allow_alarms
from cleaner.errors import CleanerError, DocumentError

Item_contra = TypeVar("Item_contra", contravariant=True)
Item = TypeVar("Item")
Outcome_co = TypeVar("Outcome_co", covariant=True)
Outcome = TypeVar("Outcome")

# Seconds; no item is watched for longer, because the functions that wait take no larger numbers. 11 days.
LONGEST = 1_000_000.0
# Seconds that outcomes wait before they are sent, so that several go together: a message costs as much as to clean a
# text of a few lines. Chosen by hand.
HELD = 0.02
# What the clock of a worker says when it works on nothing.
IDLE = math.inf


class Failure(NamedTuple):
    """Why there is no outcome. `trace` is the traceback if the reason is a bug, else empty."""

    reason: str
    message: str
    trace: str = ""

    def __str__(self) -> str:
        return f"{self.reason}: {self.message}"

    @classmethod
    def of_exit(cls, exitcode: int | None) -> "Failure":
        """The failure of an item whose process died. A negative exit code is the number of a signal."""
        if exitcode is None or exitcode >= 0:
            return cls("crashed", f"its process died (exit code {exitcode})")
        try:
            name = signal.Signals(-exitcode).name
        except ValueError:
            name = f"signal {-exitcode}"
        cause = ", maybe for want of memory" if name == "SIGKILL" else ""
        return cls("crashed", f"its process died of {name}{cause}")


class Work(Protocol[Item_contra, Outcome_co]):
    """What is done with each item. Where processes cannot be forked it is pickled."""

    def prepare(self) -> None:
        """Load what all items need. Called before the fork, so that all workers share it."""

    def __call__(self, item: Item_contra, /) -> Outcome_co: ...


@dataclass(frozen=True, slots=True)
class Job(Generic[Item, Outcome]):
    """What all workers do: the work on items, each within `timeout` seconds."""

    work: Work[Item, Outcome]
    timeout: float


def serve(
    connection: "Connection[object, list[Item]]",
    job: Job[Item, Outcome],
    clock: MutableSequence[float],
    inherited: "Iterable[Connection[list[Item], object]]",
) -> None:
    """Work on the items that come through the connection, in lists, and send lists of outcomes and failures.

    The first list sent is empty: the process is ready. `clock` tells the parent on which item of the last list this
    process works, and since when, or IDLE. Returns when the parent closes the connection; ends at once when the parent
    dies, and when an item takes much longer than the parent would let it. `inherited` are the connections that a fork
    copied from the parent.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):  # the parent blocked it while it started this process
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    allow_alarms()
    for other in inherited:  # an open copy would keep a sibling from seeing that the parent has closed its end
        other.close()
    try:
        end_with_parent()
        job.work.prepare()
        connection.send([])
        while True:
            _work_on(connection.recv(), connection, job, clock)
    except (EOFError, ConnectionError):
        return


def _work_on(
    items: Sequence[Item],
    connection: "Connection[object, list[Item]]",
    job: Job[Item, Outcome],
    clock: MutableSequence[float],
) -> None:
    """Work on each item. Outcomes wait for others for at most HELD seconds, and the one that is worked on."""
    outcomes: list[Outcome | Failure] = []
    due = time.monotonic() + HELD
    for place, item in enumerate(items):
        clock[0], clock[1] = place, time.monotonic()
        with alarm(_deadline(job.timeout)):
            outcomes.append(attempt(job.work, item))
        # Before they are sent, because a parent that waits itself, as for a pager, may take them much later.
        clock[1] = IDLE
        if place + 1 == len(items) or time.monotonic() >= due:
            connection.send(outcomes)
            outcomes.clear()
            due = time.monotonic() + HELD


def end_with_parent() -> None:
    """Let this process end when its parent dies."""
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        os._exit(1)


def _deadline(timeout: float) -> float:
    """The seconds after which a worker ends itself: the parent, which tells why, comes first."""
    return min(1.5 * timeout + 5, LONGEST)


def attempt(work: Work[Item, Outcome], item: Item) -> Outcome | Failure:
    """The outcome, or the failure of this item if it raises any exception."""
    try:
        return work(item)
    except DocumentError as error:
        return Failure(error.reason, error.message)
    except CleanerError as error:
        return Failure("unusable", str(error))
    except MemoryError:
        return Failure("memory", "it needs more memory than there is")
    except Exception as error:  # noqa: BLE001 (a bug that one item meets must not stop the others)
        from traceback import format_exc

        return Failure("bug", f"{type(error).__name__}: {error}; please report it with --verbose", format_exc())
