"""The process that does the work, one item at a time."""

import faulthandler
import os
import signal
from collections.abc import Iterable
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import Generic, NamedTuple, Protocol, TypeVar

from cleaner.errors import CleanerError, DocumentError

Item_contra = TypeVar("Item_contra", contravariant=True)
Item = TypeVar("Item")
Outcome_co = TypeVar("Outcome_co", covariant=True)
Outcome = TypeVar("Outcome")

# Seconds; no item is watched for longer, because the functions that wait take no larger numbers. 11 days.
LONGEST = 1_000_000.0


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
    inherited: "Iterable[Connection[list[Item], object]]",
) -> None:
    """Work on the items that come through the connection, in lists, and send an outcome or failure for each.

    The first message sent is None: the process is ready. Returns when the parent closes the connection; ends at once
    when the parent dies, and when an item takes much longer than the parent would let it. `inherited` are the
    connections that a fork copied from the parent.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):  # the parent blocked it while it started this process
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    for other in inherited:  # an open copy would keep a sibling from seeing that the parent has closed its end
        other.close()
    try:
        end_with_parent()
        job.work.prepare()
        connection.send(None)
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            while True:
                for item in connection.recv():
                    # A watch in C, which ends the process even if a library never gives Python's lock back.
                    faulthandler.dump_traceback_later(_deadline(job.timeout), file=nowhere, exit=True)
                    outcome = attempt(job.work, item)
                    # Before it is sent, because a parent that waits itself, as for a pager, may take it much later.
                    faulthandler.cancel_dump_traceback_later()
                    connection.send(outcome)
    except (EOFError, ConnectionError):
        return


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
