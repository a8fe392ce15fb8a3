"""Learning beside a review: what the documents repeat, found in the background by a process of its own."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from enum import StrEnum
from multiprocessing.connection import Connection
from sys import intern
from threading import Event
from typing import Any, NamedTuple

from cleaner.commands.gathering import nothing_gathered, taught
from cleaner.commands.reader import DocumentReader
from cleaner.containers.fields import Wanted
from cleaner.errors import DocumentError
from cleaner.report.console import Console
from cleaner.review.desk import Desk, leave_ctrl_c_to_the_server
from cleaner.review.entries import CatalogueEntry, Cursor
from cleaner.review.undecided import Candidate, candidates

# Documents between two words on how many were read. Chosen by hand.
STEP = 25


class Learning(StrEnum):
    """How far a study is."""

    WAITING = "waiting"
    LEARNING = "learning"
    LEARNT = "learnt"
    FAILED = "failed"


class Learnt(NamedTuple):
    """What was learnt: all candidates, and the site of each document, empty for one that cannot be read."""

    candidates: list[Candidate]
    homes: list[str]


class Study:
    """Learns once, when somebody asks and all documents are found. `read` of the `of` documents were read so far.

    What was `learnt` is empty until then.
    """

    def __init__(self, entries: Sequence[CatalogueEntry], wanted: Wanted, reader: DocumentReader) -> None:
        """`entries` grows until all are found; `wanted` are the fields of records that hold texts."""
        self.state, self.read, self.of = Learning.WAITING, 0, 0
        self.learnt = Learnt([], [])
        self._entries, self._wanted, self._reader = entries, wanted, reader
        self._asked, self._found, self._over = Event(), Event(), Event()
        self._desk = Desk(_learn)

    def ask(self) -> None:
        """Begin as soon as all documents are found."""
        self._asked.set()

    def all_are_found(self) -> None:
        """Say that there are no further documents."""
        self._found.set()

    def run(self) -> None:
        """Wait until the study may begin, and learn."""
        self._found.wait()
        self._asked.wait()
        if self._over.is_set():
            return
        self.state, self.of = Learning.LEARNING, len(self._entries)
        with suppress(EOFError, OSError):
            connection = self._desk.send((list(self._entries), self._wanted, self._reader))
            while isinstance(said := connection.recv(), int):
                self.read = said
            self.learnt = said
            self.state = Learning.LEARNT
        if self.state is not Learning.LEARNT:
            self.state = Learning.FAILED
        self._desk.stop()

    def stop(self) -> None:
        """End the process."""
        for event in (self._over, self._found, self._asked):
            event.set()
        self._desk.stop()


def _learn(connection: "Connection[Any, Any]") -> None:
    """Say how many documents were read, as they are, and then what was learnt."""
    leave_ctrl_c_to_the_server()
    with suppress(EOFError, OSError):
        for said in _said(*connection.recv()):
            connection.send(said)


def _said(entries: Sequence[CatalogueEntry], wanted: Wanted, reader: DocumentReader) -> Iterator[int | Learnt]:
    gathered, cursor, homes = nothing_gathered(), Cursor(wanted), [""] * len(entries)
    for number, entry in enumerate(entries):
        if number % STEP == 0:
            yield number
        with suppress(DocumentError):  # the survey has told it
            homes[number] = intern(gathered.add(cursor.fetch(entry), reader))
    yield len(entries)
    yield Learnt(list(candidates(taught(gathered, Console(quiet=True)))), homes)
