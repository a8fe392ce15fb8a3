"""Learning beside a review: what the documents repeat, found once in the background by a process of its own."""

from collections.abc import Sequence
from contextlib import suppress
from enum import StrEnum
from threading import Event

from cleaner.commands.reader import DocumentReader
from cleaner.containers.fields import Wanted
from cleaner.review.desk import Desk
from cleaner.review.entries import CatalogueEntry
from cleaner.review.pupil import Learnt, Reached, learn_aside


class Learning(StrEnum):
    """How far a study is."""

    WAITING = "waiting"
    LEARNING = "learning"
    LEARNT = "learnt"
    FAILED = "failed"


class Study:
    """Learns once, when somebody asks and all documents are found; what was `learnt` is empty until then."""

    def __init__(self, entries: Sequence[CatalogueEntry], wanted: Wanted, reader: DocumentReader) -> None:
        """`entries` grows until all are found; `wanted` are the fields of records that hold texts."""
        self.state, self.reached, self.learnt = Learning.WAITING, Reached(), Learnt([], [])
        self._entries, self._wanted, self._reader = entries, wanted, reader
        self._asked, self._found, self._over = Event(), Event(), Event()
        self._desk = Desk(learn_aside)

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
        self.state = Learning.LEARNING
        with suppress(EOFError, OSError):
            connection = self._desk.send((list(self._entries), self._wanted, self._reader))
            if self._over.is_set():  # since the process was started
                self._desk.stop()
            while isinstance(said := connection.recv(), Reached):
                self.reached = said
            self.learnt, self.state = said, Learning.LEARNT
        if self.state is not Learning.LEARNT:
            self.state = Learning.FAILED
        self._desk.stop()

    def stop(self) -> None:
        """End the process."""
        for event in (self._over, self._found, self._asked):
            event.set()
        self._desk.stop()
