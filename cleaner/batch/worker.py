"""The process that does the work, one item at a time."""

import signal
from collections.abc import Iterable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Protocol, TypeVar

from cleaner.errors import DocumentError

Item_contra = TypeVar("Item_contra", contravariant=True)
Item = TypeVar("Item")
Outcome_co = TypeVar("Outcome_co", covariant=True)
Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Failure:
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
        return cls("crashed", f"its process died of {name}")


class Work(Protocol[Item_contra, Outcome_co]):
    """What is done with each item. Where processes cannot be forked it is pickled."""

    def prepare(self) -> None:
        """Load what all items need. Called before the fork, so that all workers share it."""

    def __call__(self, item: Item_contra, /) -> Outcome_co: ...


def serve(
    connection: "Connection[object, list[Item]]",
    work: Work[Item, Outcome],
    inherited: "Iterable[Connection[list[Item], object]]",
) -> None:
    """Work on the items that come through the connection, in lists, and send an outcome or failure for each.

    The first message sent is None: the process is ready. Returns when the parent closes the connection. `inherited` are
    the connections that a fork copied from the parent.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):  # the parent blocked it while it started this process
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    for other in inherited:  # an open copy would keep a sibling from seeing that the parent has closed its end
        other.close()
    try:
        work.prepare()
        connection.send(None)
        while True:
            for item in connection.recv():
                connection.send(attempt(work, item))
    except (EOFError, ConnectionError):
        return


def attempt(work: Work[Item, Outcome], item: Item) -> Outcome | Failure:
    """The outcome, or the failure of this item if it raises any exception."""
    try:
        return work(item)
    except DocumentError as error:
        return Failure(error.reason, error.message)
    except MemoryError:
        return Failure("memory", "it needs more memory than there is")
    except Exception as error:  # noqa: BLE001 (a bug that one item meets must not stop the others)
        from traceback import format_exc

        return Failure("bug", f"{type(error).__name__}: {error}; please report it with --verbose", format_exc())
