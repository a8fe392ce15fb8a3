"""From the paths that a user gives to the outcome of the work on each document."""

import codecs
import os
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.batch.pool import Limits, run
from cleaner.batch.worker import Failure, Outcome, Work
from cleaner.commands.reader import DocumentReader
from cleaner.config import Config, common_folder, configured
from cleaner.corpus.discovery import find
from cleaner.corpus.plan import plan
from cleaner.corpus.source import FileSource, Source, StandardInput
from cleaner.errors import UsageError
from cleaner.report.console import Console
from cleaner.report.tally import Report
from cleaner.sites import Clues, host_of

STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the user names, and says of it."""

    paths: list[Path]
    site: str | None = None
    url: str | None = None
    html: bool = False

    @property
    def is_stream(self) -> bool:
        return STDIN in self.paths


class Request(NamedTuple):
    """What a command line asks for: of which documents, how, and how much it wants to be told."""

    inputs: Inputs
    config: Config
    console: Console


def request(params: Mapping[str, Any]) -> Request:
    """The request in the parameters of a command; raises `CleanerError` for a configuration that cannot be used."""
    paths = [Path(path) for path in (params["paths"] if "paths" in params else [params["path"]])]
    inputs = Inputs(paths, params["site"], params["url"], params["html"])
    console = Console(quiet=params.get("quiet", False), verbose=params.get("verbose", False))
    return Request(inputs, configured(paths, params), console)


@dataclass(slots=True)
class WorkList:
    """The documents in path order, and what was passed over."""

    sources: Sequence[Source]
    skipped: Counter[str] = field(default_factory=Counter)


def work_list(inputs: Inputs, config: Config, *, marks: bool = False, named_outputs: bool = False) -> WorkList:
    """The documents that the paths name. Raises UsageError before anything is read if one of them is not there."""
    _refuse_nonsense(inputs, config)
    if inputs.is_stream:
        return WorkList([StandardInput(sys.stdin.buffer.read(config.max_bytes + 1), inputs.html)])
    found = find(inputs.paths, replace(config.selection, named_outputs=named_outputs))
    sources = plan(found.paths, config.naming, common_folder(inputs.paths), marks=marks)
    return WorkList(_with_glob_sites(sources, config) if config.paths else sources, found.skipped)


def reader(inputs: Inputs, config: Config, sources: Sequence[Source]) -> DocumentReader:
    return DocumentReader(
        config.rules,
        config.settings,
        Clues(site=inputs.site, url=inputs.url),
        config.encoding,
        config.max_bytes,
        any(source.page for source in sources),
    )


def run_over(
    work: Work[Source, Outcome],
    documents: WorkList,
    config: Config,
    report: Report,
    clear_up: Callable[[Source, int], object] | None = None,
) -> Generator[tuple[Source, Outcome], None, None]:
    """What came of each document, in path order; failures go to the report. `clear_up` is that of `pool.run`."""
    limits = Limits(config.jobs or cores(), config.timeout)
    total = len(documents.sources)
    with closing(run(work, documents.sources, limits, clear_up)) as results:
        for number, (source, outcome) in enumerate(zip(documents.sources, results, strict=True), 1):
            if isinstance(outcome, Failure):
                report.failure(source.name, outcome)
            else:
                yield source, outcome
            report.console.progress(number, total)


@contextmanager
def until_interrupted(report: Report) -> Iterator[None]:
    """Ctrl-C ends what is done here, and the report says so."""
    try:
        yield
    except KeyboardInterrupt:
        report.interrupted = True


def nothing_found(inputs: Inputs, report: Report) -> str:
    places = ", ".join(str(path) for path in inputs.paths)
    skipped = f" ({report.skipped.total():,} skipped)" if report.skipped else ""
    return f"nothing to do: no .txt, .text, .md, .html or .htm in {places}{skipped}"


def _refuse_nonsense(inputs: Inputs, config: Config) -> None:
    if inputs.is_stream and len(inputs.paths) > 1:
        raise UsageError("- is standard input and stands alone; give it or files")
    if inputs.html and not inputs.is_stream:
        raise UsageError("--html is for standard input; files are pages if they end in .html or .htm")
    if inputs.site and not host_of(inputs.site):
        raise UsageError(f"--site {inputs.site} is not a host name such as example.com")
    if config.timeout <= 0:
        raise UsageError("--timeout must be more than 0 seconds")
    if config.encoding:
        try:
            codecs.lookup(config.encoding)
        except LookupError as error:
            raise UsageError(f"--encoding {config.encoding}: no such encoding; try utf-8 or cp1252") from error
    if (not config.suffix and config.out_dir is None) or {"/", os.sep, "\0"} & set(config.suffix):
        raise UsageError("--suffix holds no slash, and is empty only with --out-dir: originals are never written over")
    for path in inputs.paths:
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


def _with_glob_sites(sources: Iterable[FileSource], config: Config) -> list[FileSource]:
    """Each source with the site of the first glob of `[tool.cleaner.paths]` that its path matches."""
    from cleaner.corpus.gitignore import Patterns

    globs = [(Patterns.of(config.folder.resolve(), [glob]), site) for glob, site in config.paths.items()]

    def site_of(path: Path) -> str | None:
        place = str(path.absolute().parent.resolve() / path.name)
        return next((site for patterns, site in globs if patterns.verdict(place, is_folder=False)), None)

    return [replace(source, glob_site=site_of(source.path)) for source in sources]


def cores() -> int:
    """The cores that this process may use, which in a container are fewer than the machine has."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
