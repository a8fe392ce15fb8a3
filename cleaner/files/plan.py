"""What will be written where, decided before anything is written."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from cleaner.files.naming import Naming, is_page, marks_path


@dataclass(frozen=True, slots=True)
class Job:
    """One document and where its clean text goes. `path` None is standard input, held in `data`."""

    path: Path | None
    target: Path | None = None
    page: bool = False
    site: str | None = None
    data: bytes = b""
    obstacle: str = ""

    @property
    def name(self) -> str:
        return "-" if self.path is None else str(self.path)


def plan(paths: Iterable[Path], naming: Naming, base: Path, marks: bool) -> list[Job]:
    """A job for every path; where two would write one file, or one over an original, `obstacle` says so."""
    jobs = []
    for path in paths:
        page = is_page(path.name)
        jobs.append(Job(path, naming.target(path, page, base), page))
    originals = {_key(path): path for job in jobs if (path := job.path)}
    writers: dict[str, list[Job]] = {}
    for job in jobs:
        for output in outputs(job, marks):
            writers.setdefault(_key(output), []).append(job)
    return [replace(job, obstacle=_obstacle(job, marks, originals, writers)) for job in jobs]


def outputs(job: Job, marks: bool) -> list[Path]:
    if job.target is None:
        return []
    return [job.target, marks_path(job.target)] if marks else [job.target]


def _obstacle(job: Job, marks: bool, originals: dict[str, Path], writers: dict[str, list[Job]]) -> str:
    for output in outputs(job, marks):
        key = _key(output)
        if key in originals:
            return f"its clean text would be written over the original {originals[key]}; choose another --suffix"
        others = [other.name for other in writers[key] if other is not job]
        if others:
            return f"{output} would also be written for {', '.join(others)}; rename one of them"
    return ""


def _key(path: Path) -> str:
    """One string for each place on the disk; the last part is not followed if it is a link."""
    return os.path.normcase(os.path.join(_real_folder(str(path.parent)), path.name))


@lru_cache(maxsize=1024)
def _real_folder(folder: str) -> str:
    return os.path.realpath(folder)
