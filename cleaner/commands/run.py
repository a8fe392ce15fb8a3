"""A run of a command over documents: the work on each in its turn, failures, progress and interruption."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from cleaner.batch.lookahead import Answered
from cleaner.batch.pool import Limits, run
from cleaner.batch.worker import Failure, Outcome, Work
from cleaner.commands.inputs import Request, work_list
from cleaner.commands.reader import DocumentReader
from cleaner.config import Config
from cleaner.containers.fields import NO_FIELD
from cleaner.containers.record import Record
from cleaner.corpus.source import FileSource, Source
from cleaner.errors import DocumentError, UsageError
from cleaner.report.tally import Report
from cleaner.sites import Clues


@dataclass(frozen=True, slots=True)
class Run:
    """The documents that a command works on, and the report on them."""

    request: Request
    sources: Sequence[Source]
    containers: Sequence[FileSource]
    report: Report

    @classmethod
    def of(cls, request: Request, *, marks: bool = False, named_outputs: bool = False) -> "Run":
        """Find the documents, and say so if there are none; the flags and what is raised are as in `work_list`."""
        inputs, config, console = request
        documents = work_list(inputs, config, marks=marks, named_outputs=named_outputs)
        for note in documents.notes:
            console.note(note)
        if inputs.paths and not documents.sources and not documents.containers:
            paths = ", ".join(str(path) for path in inputs.paths)
            skipped = f" ({documents.skipped.total():,} skipped)" if documents.skipped else ""
            console.note(f"nothing to do: no .txt, .text, .md, .html, .htm or .xhtml in {paths}{skipped}")
        return cls(request, documents.sources, documents.containers, Report(console, documents.skipped))

    def reader(self, config: Config | None = None) -> DocumentReader:
        """How the documents are read and cleaned: as the request says, or as another configuration does."""
        config = config or self.request.config
        clues = Clues(site=self.request.inputs.site, url=self.request.inputs.url)
        pages = any(source.page for source in self.sources)
        reader = DocumentReader(config.rules, config.settings, clues, config.encoding, config.max_bytes, pages)
        for chosen in config.per_file.values():  # a mistake in them is told before the first document
            _ = replace(reader, settings=config.settings_for(chosen)).cleaner
        return reader

    def documents(self) -> Iterable[Source]:
        """The documents of the run, those in containers after all others."""
        return (
            chain(self.sources, chain.from_iterable(map(self._records, self.containers)))
            if self.containers
            else self.sources
        )

    def record(self, number: int) -> Iterator[Source]:
        """The record of this number in the one container of the run. Raises `UsageError` if it has none."""
        [container] = self.containers
        found = [record for record in self._records(container) if record.number == number]
        if not found and not self.report.failed:
            raise UsageError(f"{container.name} has no record {number:,}")
        return iter(found)

    def _records(self, source: FileSource) -> Iterator[Record]:
        from cleaner.containers.opening import opened

        try:
            with opened(source, self.request.config.wanted) as container:
                for record in container.unparsed():
                    record.settings = source.settings
                    yield record
        except DocumentError as error:
            self.not_opened(source, error)

    def not_opened(self, source: FileSource, error: DocumentError) -> None:
        """Count a container that failed as a whole. One without texts is passed over, unless the user named it."""
        if error.reason == NO_FIELD and source.path not in self.request.inputs.paths:
            self.report.skipped["no field with a text"] += 1
        else:
            self.report.failure(source.name, Failure(error.reason, error.message))

    @contextmanager
    def outcomes(
        self,
        work: Work[Any, Outcome],
        items: Iterable[Source] | None = None,
        failed: Callable[[Any, Failure], object] = lambda *_: None,
        known: Callable[[Any], Outcome | Failure | None] = lambda _: None,
    ) -> Iterator[Iterator[tuple[Any, Outcome]]]:
        """The documents, or these items, with the outcome of the work on each, in their order.

        Failures go to the report and, in their turn, to `failed`. An item whose outcome is `known` is not worked on.
        Ctrl-C ends the block, and the report says so.
        """
        items = self.documents() if items is None else items
        try:
            with closing(self._outcomes(work, items, failed, known)) as outcomes:
                yield outcomes
        except KeyboardInterrupt:
            self.report.interrupted = True

    def _outcomes(
        self,
        work: Work[Any, Outcome],
        items: Iterable[Source],
        failed: Callable[[Any, Failure], object],
        known: Callable[[Any], Outcome | Failure | None],
    ) -> Generator[tuple[Any, Outcome], None, None]:
        inputs, config, console = self.request
        if not inputs.paths:  # a hook on a commit without documents: the rules are not read
            return
        limits = Limits(config.jobs or cores(), config.timeout)
        total, noun = (len(items), "document") if isinstance(items, Sequence) else (None, "record")
        with console.progress(total, noun) as show_progress:
            done = run_unknown(work, items, limits, known)
            with closing(done) as results:
                for number, (item, outcome) in enumerate(results, 1):
                    if isinstance(outcome, Failure):
                        self.report.failure(item.name, outcome)
                        failed(item, outcome)
                    else:
                        yield item, outcome
                    show_progress(number)


def run_unknown(
    work: Work[Any, Outcome], items: Iterable[Any], limits: Limits, known: Callable[[Any], Outcome | Failure | None]
) -> Generator[tuple[Any, Outcome | Failure], None, None]:
    """Every item with its outcome, in order: the known one, or that of the work."""
    taken: deque[Any] = deque()

    def sent() -> Iterator[Any]:
        for item in items:
            taken.append(item)
            outcome = known(item)
            yield item if outcome is None else Answered(item, outcome)

    clear_up = getattr(work, "clear_up", lambda *_: None)
    with closing(run(work, sent(), limits, clear_up, size_of)) as results:
        for result in results:
            yield taken.popleft(), result


def size_of(item: object) -> int:
    """The bytes that an item holds; a file holds none before it is read."""
    return item.size if isinstance(item, Record) else 0


def cores() -> int:
    """The number of cores that this process may use; in a container the machine may have more."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
