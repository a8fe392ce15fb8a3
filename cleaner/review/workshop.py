"""The work of a review behind its page: finding documents, surveying them, showing one, weighing a change."""

from collections.abc import Iterable, Iterator, Sequence
from threading import Event, Lock, Thread
from typing import Any

from cleaner.batch.pool import Limits
from cleaner.batch.worker import Failure
from cleaner.commands.reader import DocumentReader
from cleaner.containers.fields import Wanted
from cleaner.corpus.source import Source
from cleaner.errors import DocumentError
from cleaner.review.catalogue import Catalogue
from cleaner.review.desk import Crew, Viewer
from cleaner.review.effect import Effect, Weighing
from cleaner.review.entries import CatalogueEntry, Cursor
from cleaner.review.study import Study
from cleaner.review.views import Glance, Survey, View

# Documents that a crew gets at a time. Chosen by hand: between two times other rules may come to run.
BATCH = 200
# Seconds that the end of a thread is waited for; chosen by hand.
PATIENCE = 5.0
DIED = Failure("crashed", "the process that worked on it died")


class Workshop:
    """Four processes: for showing documents, surveying, weighing and learning. `reader` has the rules of now."""

    def __init__(self, wanted: Wanted, reader: DocumentReader, limits: Limits) -> None:
        """`wanted` are the fields of records that hold texts."""
        self.catalogue, self.effect = Catalogue(), Effect(0, over=True)
        self._reader, self._limits = reader, limits
        self._viewer, self._surveyors, self._weighers = Viewer(View(reader), limits.timeout), Crew(), Crew()
        self._shown, self._surveyed, self._weighed = (Cursor(wanted) for _ in range(3))
        self.study = Study(self.catalogue.entries, wanted, reader)
        self._lock = Lock()
        self._wake, self._over = Event(), Event()
        self._threads: list[Thread] = []

    def start(self, found: Iterable[CatalogueEntry]) -> None:
        """Start to find documents, and to survey them."""
        self._threads = [
            Thread(target=self._find, args=(found,), daemon=True),
            Thread(target=self._survey, daemon=True),
            Thread(target=self.study.run, daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End the processes and the threads: one that matches patterns as Python ends would abort it."""
        self._over.set()
        self._wake.set()
        for process in (self._viewer, self._surveyors, self._weighers, self.study):
            process.stop()
        for thread in self._threads:
            thread.join(PATIENCE)

    def use(self, reader: DocumentReader, changed: Iterable[int]) -> None:
        """Other rules run from now on; they may change what is known of these documents."""
        self._reader = reader
        self.catalogue.survey_again(changed)
        self._wake.set()

    def show(self, number: int, *line: Any) -> Any:
        """What the page shows of a document, or the rule for a line of it (offset and verb), or a `Failure`."""
        with self._lock:
            try:
                source = self._shown.fetch(self.catalogue.entries[number])
            except DocumentError as error:
                return Failure(error.reason, error.message)
        return self._viewer.outcome(Glance(self._reader, source, *line))

    def weigh(self, reader: DocumentReader, first_words: str, numbers: Sequence[int]) -> None:
        """Begin to find what other rules would do to these documents; for what was weighed before, that ends."""
        work, effect = Weighing(self._reader, reader, first_words), Effect(len(numbers))
        before, self.effect = self.effect, effect
        if not before.over:
            self._weighers.stop()
        Thread(target=self._weigh, args=(effect, work, numbers), daemon=True).start()

    def _find(self, found: Iterable[CatalogueEntry]) -> None:
        for entry in found:
            if self._over.is_set():
                return
            self.catalogue.add(entry)
            self._wake.set()
        self.catalogue.whole = True
        self.study.all_are_found()
        self._wake.set()

    def _survey(self) -> None:
        while True:
            self._wake.clear()
            if self._over.is_set():  # it is set before the thread is woken
                return
            numbers = self.catalogue.take(BATCH)
            if not numbers:
                if self.catalogue.whole:  # what the survey needs of the processors is free
                    self.study.ask()
                self._wake.wait()
                continue
            reader = self._reader
            known = dict(self._outcomes(numbers, self._surveyors, self._surveyed, Survey(reader)))
            if reader is not self._reader:
                self.catalogue.survey_again(numbers)
                continue
            for number in numbers:
                self.catalogue.note(number, known.get(number, DIED))

    def _weigh(self, effect: Effect, work: Weighing, numbers: Sequence[int]) -> None:
        for first in range(0, len(numbers), BATCH):
            part = numbers[first : first + BATCH]
            for number, outcome in self._outcomes(part, self._weighers, self._weighed, work):
                effect.add(number, self.catalogue.entries[number].name, outcome)
            if effect is not self.effect or self._over.is_set():
                return
        effect.over = True

    def _outcomes(self, numbers: Sequence[int], crew: Crew, cursor: Cursor, work: Any) -> Iterator[tuple[int, Any]]:
        """The documents with what the work gives for each, or a `Failure`; fewer if the crew is stopped."""
        items: dict[int, Source] = {}
        for number in numbers:
            try:
                items[number] = cursor.fetch(self.catalogue.entries[number])
            except DocumentError as error:
                yield number, Failure(error.reason, error.message)
        yield from zip(items, crew.outcomes(work, list(items.values()), self._limits), strict=False)
