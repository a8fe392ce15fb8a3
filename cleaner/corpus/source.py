"""Where a document comes from: a file, standard input and, one day, a record of a container."""

import json
import os
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from cleaner.errors import DocumentError
from cleaner.sites import Clues, host_of


class Source(Protocol):
    """One document: its name, how it is read, what is known of its site, and where its clean text is written."""

    @property
    def name(self) -> str:
        """The path as the user gave it, or `-`."""

    @property
    def file_name(self) -> str:
        """The name without a folder, for marks files: they must not depend on where the command runs."""

    @property
    def page(self) -> bool:
        """Whether it is HTML."""

    @property
    def outputs(self) -> tuple[Path, ...]:
        """The paths of the clean text and, if wanted, of the marks file; empty if no file is written."""

    @property
    def obstacle(self) -> str:
        """Why the outputs must not be written, or an empty string."""

    def read(self, limit: int) -> bytes:
        """The bytes of the document; raises `DocumentError` if it cannot be read or has more than `limit` bytes."""

    def clues(self, given: Clues) -> Clues:
        """The clues to its site: those given, and its own."""

    def mode(self) -> int | None:
        """The permission bits for new outputs; None for those that the system gives."""


@dataclass(frozen=True, slots=True)
class FileSource:
    """A document that is a file. `glob_site` is the site that `[tool.cleaner.paths]` names for it."""

    path: Path
    outputs: tuple[Path, ...] = ()
    page: bool = False
    glob_site: str | None = None
    obstacle: str = ""

    @property
    def name(self) -> str:
        return str(self.path)

    @property
    def file_name(self) -> str:
        return self.path.name

    def read(self, limit: int) -> bytes:
        try:
            with self.path.open("rb", buffering=0) as file:
                data = file.read() if os.fstat(file.fileno()).st_size <= limit else file.read(limit + 1)
        except OSError as error:
            raise DocumentError("unreadable", str(error.strerror)) from error
        return within(data, limit)

    def clues(self, given: Clues) -> Clues:
        url = given.url or sidecar_url(self.path)
        return replace(given, url=url, folders=_folders(self.path.parent), glob_site=self.glob_site)

    def mode(self) -> int | None:
        try:
            return self.path.stat().st_mode
        except OSError:  # it was removed after it was read
            return None


@dataclass(frozen=True, slots=True)
class StandardInput:
    """The document on standard input. It is read by the parent: a worker process has no standard input."""

    data: bytes
    page: bool = False
    name: str = "-"
    file_name: str = "-"
    outputs: tuple[Path, ...] = ()
    obstacle: str = ""

    def read(self, limit: int) -> bytes:
        return within(self.data, limit)

    def clues(self, given: Clues) -> Clues:
        return given

    def mode(self) -> int | None:
        return None


def within(data: bytes, limit: int) -> bytes:
    """The data; raises `DocumentError` if it has more bytes than the limit."""
    if len(data) > limit:
        raise DocumentError("too-large", f"more than {limit:,} bytes; --max-bytes raises the limit")
    return data


def sidecar_url(path: Path) -> str | None:
    """The URL in `NAME.json` beside `NAME.txt`: key `url`, or `source` as in trafilatura's JSON.

    None if there is no such file, or no such key in it.
    """
    try:
        with path.with_suffix(".json").open("rb", buffering=0) as file:
            record = json.loads(file.read())
    except (OSError, ValueError, RecursionError):
        return None
    values = [record.get(key) for key in ("url", "source")] if isinstance(record, dict) else []
    return next((value for value in values if isinstance(value, str) and host_of(value)), None)


@lru_cache(maxsize=64)
def _folders(folder: Path) -> tuple[str, ...]:
    """The names of the folder and of all folders above it, the nearest first. One of them may be a host."""
    return tuple(reversed(folder.absolute().parts[1:]))
