"""The process that learns beside a review."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from sys import intern
from typing import Any, NamedTuple

from cleaner.commands.gathering import nothing_gathered, taught
from cleaner.commands.reader import DocumentReader
from cleaner.containers.fields import Wanted
from cleaner.errors import DocumentError, RuleError
from cleaner.learning.judgement import Judged
from cleaner.learning.site_learning import Lesson
from cleaner.report.console import Console
from cleaner.review.desk import leave_ctrl_c_to_the_server
from cleaner.review.entries import CatalogueEntry, Cursor
from cleaner.review.undecided import Candidate, candidates

# Documents between two words on how many were read. Chosen by hand.
STEP = 25


class Reached(NamedTuple):
    """How many of so many items are done; `noun` names one: documents are read, and then sites are learnt."""

    done: int = 0
    of: int = 0
    noun: str = "document"


class Learnt(NamedTuple):
    """What was learnt: all candidates, and the site of each document, empty for one that cannot be read."""

    candidates: list[Candidate]
    homes: list[str]


class _Teller(Console):
    """Tells another process how far the work is, and people nothing."""

    def __init__(self, tell: Callable[[Reached], object]) -> None:
        super().__init__(quiet=True)
        self._tell = tell

    @contextmanager
    def progress(self, total: int | None, noun: str) -> Iterator[Callable[[int], None]]:
        """Give a function that tells how many of the items are done."""

        def show(done: int) -> None:
            self._tell(Reached(done, total or 0, noun))

        yield show


def learn_aside(connection: "Connection[Any, Any]") -> None:
    """Get documents, the fields of records that hold texts, and a reader; tell how far it is, and what was learnt.

    Rules that cannot be read end it: each document of the survey says why.
    """
    leave_ctrl_c_to_the_server()
    with suppress(EOFError, OSError, RuleError):
        entries, wanted, reader = connection.recv()
        connection.send(_learnt(entries, wanted, reader, connection.send))


def _learnt(
    entries: Sequence[CatalogueEntry], wanted: Wanted, reader: DocumentReader, tell: Callable[[Reached], object]
) -> Learnt:
    gathered, cursor, homes = nothing_gathered(), Cursor(wanted), [""] * len(entries)
    by_name: dict[str, CatalogueEntry] = {}
    for number, entry in enumerate(entries):
        if number % STEP == 0:
            tell(Reached(number, len(entries)))
        with suppress(DocumentError):  # the survey has told it
            source = cursor.fetch(entry)
            homes[number] = intern(gathered.add(source, reader))
            by_name[source.name] = entry
    lessons = taught(gathered, _Teller(tell))
    return Learnt(list(candidates(_staying(by_name, lessons, Cursor(wanted), reader))), homes)


def _staying(
    by_name: Mapping[str, CatalogueEntry], lessons: Sequence[Lesson], cursor: Cursor, reader: DocumentReader
) -> list[Lesson]:
    """The lessons, without lines that the rules of now and the judge take from all documents that show them."""
    asked: defaultdict[str, set[str]] = defaultdict(set)
    for name, line in (shown for lesson in lessons for judged in lesson.left for shown in _shown(judged)):
        asked[name].add(line)
    stay: set[tuple[str, str]] = set()
    for name, entry in by_name.items():  # in the order in which containers have them
        if name in asked:
            with suppress(DocumentError):
                text = reader.read(cursor.fetch(entry))[1].text
                stay |= {(name, line) for line in asked[name] if line in text}
    return [
        replace(lesson, left=tuple(judged for judged in lesson.left if stay.intersection(_shown(judged))))
        for lesson in lessons
    ]


def _shown(judged: Judged) -> Iterable[tuple[str, str]]:
    return ((witness.name, witness.line) for witness in judged.repeat.witnesses)
