"""The process that does the work, one document at a time."""

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
    """Why there is no outcome. `trace` is the traceback where the reason is a bug."""

    reason: str
    message: str
    trace: str = ""

    def __str__(self) -> str:
        return f"{self.reason}: {self.message}"

    @classmethod
    def of_exit(cls, exitcode: int | None) -> "Failure":
        """The failure of an item whose process died by itself; a negative exit code is a signal's number."""
        if exitcode is None or exitcode >= 0:
            return cls("crashed", f"its process died (exit code {exitcode})")
        try:
            name = signal.Signals(-exitcode).name
        except ValueError:
            name = f"signal {-exitcode}"
        return cls("crashed", f"its process died of {name}")


class Work(Protocol[Item_contra, Outcome_co]):
    """What is done with each item. It is pickled where processes cannot be forked."""

    def prepare(self) -> None:
        """Load what all items need; before the fork, so that all workers share it."""

    def __call__(self, item: Item_contra, /) -> Outcome_co: ...


def serve(
    connection: "Connection[object, list[Item]]",
    work: Work[Item, Outcome],
    inherited: "Iterable[Connection[list[Item], object]]",
) -> None:
    """Answer lists of items, one answer for each item, until the parent hangs up. The first answer is None: ready."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):  # held back by the parent while it started this process
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    for other in inherited:  # held open by this copy, it would keep a sibling from seeing that the parent is gone
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
    """The outcome; an exception, whatever it is, is the failure of this one item."""
    try:
        return work(item)
    except DocumentError as error:
        return Failure(error.reason, str(error).removeprefix(f"{error.reason}: "))
    except MemoryError:
        return Failure("memory", "it needs more memory than there is")
    except Exception as error:  # noqa: BLE001 (a bug met in one document must not stop the others)
        from traceback import format_exc

        return Failure("bug", f"{type(error).__name__}: {error}; please report it with --verbose", format_exc())
