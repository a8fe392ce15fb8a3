"""The journal: a digest of every file that `cleaner` wrote, so that it never replaces a file that it did not write.

It stands in a folder `.cleaner`, which git ignores, and has one line of JSON for each file written.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from cleaner.regularfile import read_regular

FOLDER, FILE = ".cleaner", "journal.jsonl"
# A journal is written anew when it has more lines than these, and more than MOST_LINES for each file. Chosen by hand: a
# line has 150 bytes, and a corpus is cleaned some times before it is.
FEW_LINES, MOST_LINES = 10_000, 4
FLAGS = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True)
class Journal:
    """The journal of the folder `home`, a real path. It is read when it is first asked."""

    home: Path

    def has(self, path: Path, digest: str) -> bool:
        """Whether the file at this path was written with this digest."""
        return digest in self._digests.get(self._name(path), ())

    def note(self, path: Path, digest: str) -> None:
        """Add a file, before it is written. Where the journal cannot be written, the file will be one of nobody."""
        name = self._name(path)
        self._digests.setdefault(name, set()).add(digest)
        with suppress(OSError):
            self._append(json.dumps({"file": name, "digest": digest}).encode() + b"\n")

    @cached_property
    def _digests(self) -> dict[str, set[str]]:
        digests: dict[str, set[str]] = {}
        lines = list(self._lines())
        for name, digest in lines:
            digests.setdefault(name, set()).add(digest)
        if len(lines) > max(FEW_LINES, MOST_LINES * len(digests)):
            digests = {name: {digest} for name, digest in lines}  # the last of each
            self._shorten(digests)
        return digests

    def _lines(self) -> Iterator[tuple[str, str]]:
        """The name and digest of each line; damaged lines are passed over."""
        try:
            written = read_regular(self.home / FOLDER / FILE)
        except OSError:
            return
        for line in written.split(b"\n"):
            with suppress(ValueError, TypeError, KeyError, RecursionError):
                entry = json.loads(line)
                yield str(entry["file"]), str(entry["digest"])

    def _append(self, line: bytes) -> None:
        """In one write, so that lines of several processes do not mix."""
        folder = self.home / FOLDER
        if not folder.is_dir():
            folder.mkdir()
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        descriptor = os.open(folder / FILE, FLAGS, 0o666)
        try:
            os.write(descriptor, line)
        finally:
            os.close(descriptor)

    def _shorten(self, digests: dict[str, set[str]]) -> None:
        lines = (json.dumps({"file": name, "digest": digest}) for name, each in digests.items() for digest in each)
        file = self.home / FOLDER / FILE
        scratch = file.with_name(f"{FILE}.{os.getpid()}")
        with suppress(OSError):
            scratch.write_text("\n".join([*lines, ""]), encoding="utf-8")
            scratch.replace(file)

    def _name(self, path: Path) -> str:
        return os.path.relpath(_real(path.parent) / path.name, self.home).replace(os.sep, "/")


@lru_cache(maxsize=1024)
def journal_of(folder: Path, otherwise: Path) -> Journal:
    """The journal for files in a folder: the nearest at or above it in its repository, or a new one.

    A new one is at the top of the repository, or in the folder `otherwise` outside of any.
    """
    for place in (_real(folder), *_real(folder).parents):
        if (place / FOLDER).is_dir() or (place / ".git").exists():
            return _journal(place)
    return _journal(_real(otherwise))


@lru_cache(maxsize=1024)
def _journal(home: Path) -> Journal:
    return Journal(home)


@lru_cache(maxsize=1024)
def _real(folder: Path) -> Path:
    return folder.resolve()
