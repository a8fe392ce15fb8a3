"""Learning beside a review: what the documents repeat, found in the background by a process of its own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from multiprocessing.connection import Connection
from sys import intern
from threading import Event
from typing import Any, NamedTuple

from cleaner.commands.gathering import nothing_gathered, taught
from cleaner.commands.reader import DocumentReader
from cleaner.containers.fields import Wanted
from cleaner.errors import DocumentError
from cleaner.learning.judgement import Judged
from cleaner.learning.site_learning import Lesson
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
            if self._over.is_set():  # since the process was started
                self._desk.stop()
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
    gathered, cursor, homes, numbers = nothing_gathered(), Cursor(wanted), [""] * len(entries), {}
    for number, entry in enumerate(entries):
        if number % STEP == 0:
            yield number
        with suppress(DocumentError):  # the survey has told it
            source = cursor.fetch(entry)
            homes[number] = intern(gathered.add(source, reader))
            numbers[source.name] = number
    yield len(entries)
    lessons = taught(gathered, Console(quiet=True))
    staying = _staying({name: entries[number] for name, number in numbers.items()}, lessons, Cursor(wanted), reader)
    yield Learnt(list(candidates(staying)), homes)


def _staying(
    entries: Mapping[str, CatalogueEntry], lessons: Iterable[Lesson], cursor: Cursor, reader: DocumentReader
) -> list[Lesson]:
    """The lessons, without lines that the rules of now and the judge take from all documents that show them."""
    lessons = list(lessons)
    asked: defaultdict[str, set[str]] = defaultdict(set)
    for witness in (w for lesson in lessons for judged in lesson.left for w in judged.repeat.witnesses):
        asked[witness.name].add(witness.line)
    stay: set[tuple[str, str]] = set()
    for name, entry in entries.items():  # in the order in which containers have them
        if name in asked:
            with suppress(DocumentError):
                text = reader.read(cursor.fetch(entry))[1].text
                stay |= {(name, line) for line in asked[name] if line in text}
    return [
        replace(lesson, left=tuple(judged for judged in lesson.left if _shown_by(judged) & stay)) for lesson in lessons
    ]


def _shown_by(judged: Judged) -> set[tuple[str, str]]:
    return {(witness.name, witness.line) for witness in judged.repeat.witnesses}
