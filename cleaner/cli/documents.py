"""From the paths that a user gives to the outcome of the work on each document."""

import codecs
import os
import sys
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from cleaner.batch import Failure, Limits, Work, run
from cleaner.batch.reading import Reading
from cleaner.batch.worker import Outcome
from cleaner.config import Config, common_folder
from cleaner.errors import CleanerError
from cleaner.files import Job, find, plan
from cleaner.report import Report
from cleaner.sites import Clues, host_of

STDIN = Path("-")


class UsageError(CleanerError):
    """A command line that makes no sense: what, and what would."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the user names, and says of it."""

    paths: list[Path]
    site: str | None = None
    url: str | None = None
    html: bool = False

    @property
    def is_stream(self) -> bool:
        return STDIN in self.paths


@dataclass(slots=True)
class Gathered:
    """The documents in path order, and what was passed over."""

    jobs: list[Job]
    skipped: Counter[str] = field(default_factory=Counter)


def gather(given: Given, config: Config, *, marks: bool = False, named_outputs: bool = False) -> Gathered:
    """The documents that the paths name. Raises UsageError before anything is read if one of them is not there."""
    _refuse_nonsense(given, config)
    if given.is_stream:
        return Gathered([Job(None, page=given.html, data=sys.stdin.buffer.read(config.max_bytes + 1))])
    found = find(given.paths, replace(config.selection, named_outputs=named_outputs))
    jobs = plan(found.paths, config.naming, common_folder(given.paths), marks=marks)
    return Gathered(_with_glob_sites(jobs, config) if config.paths else jobs, found.skipped)


def reading(given: Given, config: Config, jobs: list[Job]) -> Reading:
    return Reading(
        config.rules,
        config.settings,
        Clues(site=given.site, url=given.url),
        config.encoding,
        config.max_bytes,
        any(job.page for job in jobs),
    )


def outcomes(
    work: Work[Job, Outcome], gathered: Gathered, config: Config, report: Report
) -> Generator[tuple[Job, Outcome], None, None]:
    """What came of each document, in path order; failures go to the report."""
    limits = Limits(config.jobs or cores(), config.timeout)
    total = len(gathered.jobs)
    with closing(run(work, gathered.jobs, limits)) as results:
        for number, (job, outcome) in enumerate(zip(gathered.jobs, results, strict=True), 1):
            if isinstance(outcome, Failure):
                report.failure(job.name, outcome)
            else:
                yield job, outcome
            report.console.progress(number, total)


@contextmanager
def until_interrupted(report: Report) -> Iterator[None]:
    """Ctrl-C ends what is done here, and the report says so."""
    try:
        yield
    except KeyboardInterrupt:
        report.interrupted = True


def nothing_found(given: Given, report: Report) -> str:
    places = ", ".join(str(path) for path in given.paths)
    skipped = f" ({report.skipped.total():,} skipped)" if report.skipped else ""
    return f"nothing to do: no .txt, .text, .md, .html or .htm in {places}{skipped}"


def _refuse_nonsense(given: Given, config: Config) -> None:
    if given.is_stream and len(given.paths) > 1:
        raise UsageError("- is standard input and stands alone; give it or files")
    if given.html and not given.is_stream:
        raise UsageError("--html is for standard input; files are pages if they end in .html or .htm")
    if given.site and not host_of(given.site):
        raise UsageError(f"--site {given.site} is not a host name such as example.com")
    if config.timeout <= 0:
        raise UsageError("--timeout must be more than 0 seconds")
    if config.encoding:
        try:
            codecs.lookup(config.encoding)
        except LookupError as error:
            raise UsageError(f"--encoding {config.encoding}: no such encoding; try utf-8 or cp1252") from error
    if (not config.suffix and config.out_dir is None) or {"/", os.sep, "\0"} & set(config.suffix):
        raise UsageError("--suffix holds no slash, and is empty only with --out-dir: originals are never written over")
    for path in given.paths:
        _require(path)


def _require(path: Path) -> None:
    if path == STDIN:
        return
    try:
        path.stat()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    if not path.is_file() and not path.is_dir():
        raise UsageError(f"{path}: neither a file nor a folder")


def _with_glob_sites(jobs: list[Job], config: Config) -> list[Job]:
    """Each job with the site of the first glob of `[tool.cleaner.paths]` that its path matches."""
    from cleaner.files.gitignore import Patterns

    globs = [(Patterns.of(config.folder.resolve(), [glob]), site) for glob, site in config.paths.items()]

    def site_of(path: Path) -> str | None:
        place = str(path.absolute().parent.resolve() / path.name)
        return next((site for patterns, site in globs if patterns.verdict(place, is_folder=False)), None)

    return [replace(job, glob_site=site_of(job.path)) if job.path else job for job in jobs]


def cores() -> int:
    """The cores that this process may use, which in a container are fewer than the machine has."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
