"""From a path to a result: reading a document, finding its clues, and cleaning it."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Generic

from cleaner.api import Cleaner
from cleaner.batch.worker import Outcome
from cleaner.corpus.marksfile import Original
from cleaner.corpus.plan import Job
from cleaner.errors import DocumentError
from cleaner.result import Result
from cleaner.rules.settings import Settings
from cleaner.sites import Clues, host_of
from cleaner.text.decode import decode


@dataclass(frozen=True, slots=True)
class DocumentReader:
    """How documents are read and by which rules they are cleaned. `pages`: there are some among them."""

    rules: tuple[Path, ...] = ()
    settings: Settings = field(default_factory=Settings)
    clues: Clues = field(default_factory=Clues)
    encoding: str | None = None
    max_bytes: int = 50_000_000
    pages: bool = False

    @property
    def cleaner(self) -> Cleaner:
        """One for each process; workers that are forked share that of their parent."""
        return _cleaner(self.rules, self.settings)

    def prepare(self) -> None:
        """Read and compile the rules, and load what pages need; raises RuleError."""
        self.cleaner.clean("")
        if self.pages:
            self.cleaner.clean_html("<p>x</p>")

    def read(self, job: Job) -> tuple[Original, Result]:
        """Raises DocumentError where there is no text to be had."""
        data = _bytes(job, self.max_bytes)
        clues = self._clues(job)
        if job.page:
            result = self.cleaner.clean_page(data, clues, self.encoding)
            if result.extraction is not None and result.extraction.problem:
                reason, _, message = result.extraction.problem.partition(": ")
                raise DocumentError(reason, message or "no text could be taken from this page")
            return Original(job.file_name, result.undo()), result
        decoded = decode(data, self.encoding)
        return Original.of_text(job.file_name, data, decoded), self.cleaner.clean_document(decoded.text, clues)

    def _clues(self, job: Job) -> Clues:
        if job.path is None:
            return self.clues
        return Clues(
            site=self.clues.site,
            url=self.clues.url or sidecar_url(job.path),
            folders=_folders(job.path.parent),
            glob_site=job.glob_site,
        )


@dataclass(frozen=True, slots=True)
class Inspection(Generic[Outcome]):
    """Work that reads each document and looks at what cleaning it gives; it writes nothing."""

    reader: DocumentReader
    look: Callable[[Original, Result], Outcome]

    def prepare(self) -> None:
        self.reader.prepare()

    def __call__(self, job: Job) -> Outcome:
        return self.look(*self.reader.read(job))


@lru_cache(maxsize=64)
def _folders(folder: Path) -> tuple[str, ...]:
    """The names on the way up, the nearest first: one of them may be that of a site."""
    return tuple(reversed(folder.absolute().parts[1:]))


@cache
def _cleaner(rules: tuple[Path, ...], settings: Settings) -> Cleaner:
    return Cleaner(rules, settings)


def sidecar_url(path: Path) -> str | None:
    """The address in `NAME.json` beside `NAME.txt`: key `url`, or `source` as in trafilatura's JSON.

    A file that is no such record is none of ours, and says nothing.
    """
    try:
        with path.with_suffix(".json").open("rb", buffering=0) as file:
            record = json.loads(file.read())
    except (OSError, ValueError, RecursionError):
        return None
    values = [record.get(key) for key in ("url", "source")] if isinstance(record, dict) else []
    return next((value for value in values if isinstance(value, str) and host_of(value)), None)


def _bytes(job: Job, limit: int) -> bytes:
    data = job.data
    if job.path is not None:
        try:
            with job.path.open("rb", buffering=0) as file:
                data = file.read() if os.fstat(file.fileno()).st_size <= limit else file.read(limit + 1)
        except OSError as error:
            raise DocumentError("unreadable", str(error.strerror)) from error
    if len(data) > limit:
        raise DocumentError("too-large", f"more than {limit:,} bytes; --max-bytes raises the limit")
    return data
