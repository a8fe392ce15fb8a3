"""What will be written where, decided before anything is written."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from cleaner.corpus.naming import Naming, is_page, marks_path


@dataclass(frozen=True, slots=True)
class Job:
    """One document. `path` None is standard input, held in `data`; `obstacle` says why it cannot be written.

    `outputs` are the clean text and, if asked for, the marks file.
    """

    path: Path | None
    outputs: tuple[Path, ...] = ()
    page: bool = False
    glob_site: str | None = None
    data: bytes = b""
    obstacle: str = ""

    @property
    def name(self) -> str:
        return "-" if self.path is None else str(self.path)

    @property
    def file_name(self) -> str:
        """Without the folder: what is written must not depend on where the command is run."""
        return "-" if self.path is None else self.path.name


def plan(paths: Iterable[Path], naming: Naming, root: Path, *, marks: bool) -> list[Job]:
    """A job for every path; where two would write one file, or one over an original, `obstacle` says so."""
    jobs = []
    for path in paths:
        page = is_page(path.name)
        target = naming.target(path, root, page=page)
        jobs.append(Job(path, (target, marks_path(target)) if marks else (target,), page))
    originals = {_key(job.path): job.path for job in jobs if job.path}
    writers: dict[str, list[Job]] = {}
    for job in jobs:
        for output in job.outputs:
            writers.setdefault(_key(output), []).append(job)
    return [replace(job, obstacle=_obstacle(job, originals, writers)) for job in jobs]


def _obstacle(job: Job, originals: dict[str, Path], writers: dict[str, list[Job]]) -> str:
    for output in job.outputs:
        key = _key(output)
        if key in originals:
            return f"{output} is itself an original and is never written over; choose another --suffix"
        if others := [other.name for other in writers[key] if other is not job]:
            return f"{output} would be written for {', '.join(others)} too; rename one of them"
    return ""


def _key(path: Path) -> str:
    """One string for each place on the disk; a link is a place of its own."""
    folder, name = os.path.split(path)
    return os.path.normcase(f"{_real_folder(folder)}{os.sep}{name}")


@lru_cache(maxsize=1024)
def _real_folder(folder: str) -> str:
    return os.path.realpath(folder)
