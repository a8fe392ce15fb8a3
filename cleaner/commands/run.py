"""A run of a command over documents: the work on each in its turn, failures, progress and interruption."""

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from cleaner.batch.pool import Limits, run
from cleaner.batch.worker import Failure, Outcome, Work
from cleaner.commands.inputs import Request, work_list
from cleaner.commands.reader import DocumentReader
from cleaner.config import Config
from cleaner.corpus.source import Source
from cleaner.report.tally import Report
from cleaner.sites import Clues


@dataclass(frozen=True, slots=True)
class Run:
    """The documents that a command works on, and the report on them."""

    request: Request
    sources: Sequence[Source]
    report: Report

    @classmethod
    def of(cls, request: Request, *, marks: bool = False, named_outputs: bool = False) -> "Run":
        """Find the documents, and say so if there are none; the flags and what is raised are as in `work_list`."""
        inputs, config, console = request
        documents = work_list(inputs, config, marks=marks, named_outputs=named_outputs)
        for note in documents.notes:
            console.note(note)
        if inputs.paths and not documents.sources:
            paths = ", ".join(str(path) for path in inputs.paths)
            skipped = f" ({documents.skipped.total():,} skipped)" if documents.skipped else ""
            console.note(f"nothing to do: no .txt, .text, .md, .html, .htm or .xhtml in {paths}{skipped}")
        return cls(request, documents.sources, Report(console, documents.skipped))

    def reader(self, config: Config | None = None) -> DocumentReader:
        """How the documents are read and cleaned: as the request says, or as another configuration does."""
        config = config or self.request.config
        clues = Clues(site=self.request.inputs.site, url=self.request.inputs.url)
        pages = any(source.page for source in self.sources)
        return DocumentReader(config.rules, config.settings, clues, config.encoding, config.max_bytes, pages)

    @contextmanager
    def outcomes(
        self, work: Work[Source, Outcome], clear_up: Callable[[Source, int], object] = lambda *_: None
    ) -> Iterator[Iterator[tuple[Source, Outcome]]]:
        """The documents with the outcome of the work on each, in path order.

        Failures go to the report. Ctrl-C ends the block, and the report says so. `clear_up` is that of `pool.run`.
        """
        try:
            with closing(self._outcomes(work, clear_up)) as outcomes:
                yield outcomes
        except KeyboardInterrupt:
            self.report.interrupted = True

    def _outcomes(
        self, work: Work[Source, Outcome], clear_up: Callable[[Source, int], object]
    ) -> Generator[tuple[Source, Outcome], None, None]:
        inputs, config, console = self.request
        if not inputs.paths:  # a hook on a commit without documents: the rules are not read
            return
        limits = Limits(config.jobs or cores(), config.timeout)
        with (
            closing(run(work, self.sources, limits, clear_up)) as results,
            console.progress(len(self.sources), "document") as show_progress,
        ):
            for done, (source, outcome) in enumerate(zip(self.sources, results, strict=True), 1):
                if isinstance(outcome, Failure):
                    self.report.failure(source.name, outcome)
                else:
                    yield source, outcome
                show_progress(done)


def cores() -> int:
    """The number of cores that this process may use; in a container the machine may have more."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
