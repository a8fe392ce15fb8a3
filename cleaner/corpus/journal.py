"""The journal: a digest of every file that `cleaner` wrote, so that it never replaces a file that it did not write.

It stands in a folder `.cleaner`, which git ignores, and has one line of JSON for each file written.
"""

import errno
import json
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from cleaner.corpus.writing import new_token, place
from cleaner.errors import DocumentError
from cleaner.regularfile import exists, is_folder, read_regular, real_folder

FOLDER, FILE = ".cleaner", "journal.jsonl"
# A journal is written anew when it has more lines than these, and more than MOST_LINES for each file. Chosen by hand: a
# line has 150 bytes, and a corpus is cleaned some times before it is.
FEW_LINES, MOST_LINES = 10_000, 4
# Digests of a file that a journal written anew keeps: of the last write, which a kill may have prevented, and of the
# one before.
KEPT_DIGESTS = 2
FLAGS = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True)
class Journal:
    """The journal of the folder `home`, a real path. It is read when it is first asked."""

    home: Path

    @property
    def file(self) -> Path:
        """Where it is written; it need not exist."""
        return self.home / FOLDER / FILE

    def has(self, path: Path, digest: str) -> bool:
        """Whether the file at this path was written with this digest."""
        return digest in self._digests.get(self._name(path), ())

    def note(self, path: Path, digest: str) -> None:
        """Add a file, before it is written. Raises OSError if the journal cannot be written."""
        name = self._name(path)
        if self._digests.get(name, [""])[-1] != digest:
            self._append(_line(name, digest))
            self._digests.setdefault(name, []).append(digest)

    def compact(self) -> None:
        """Write the journal anew if most of it is old. For the start of a run: what others add meanwhile is lost."""
        if not self._may_be_long():
            return
        lines = sum(map(len, self._digests.values()))
        if lines > max(FEW_LINES, MOST_LINES * len(self._digests)):
            kept = (_line(name, each) for name, digests in self._digests.items() for each in digests[-KEPT_DIGESTS:])
            with suppress(DocumentError):
                place(self.file, b"".join(kept), None, new_token())

    def _may_be_long(self) -> bool:
        """Whether the file can have more than FEW_LINES lines: a shorter one is read only when it is asked."""
        try:
            return self.file.stat().st_size > FEW_LINES * len(_line("", ""))
        except OSError:
            return False

    @cached_property
    def _digests(self) -> dict[str, list[str]]:
        """The digests of each file, the last one last."""
        digests: dict[str, list[str]] = {}
        for name, digest in self._lines():
            digests.setdefault(name, []).append(digest)
        return digests

    def _lines(self) -> Iterator[tuple[str, str]]:
        """The name and digest of each line; damaged lines are passed over."""
        try:
            written = read_regular(self.file)
        except OSError:
            return
        for line in written.split(b"\n"):
            with suppress(ValueError, TypeError, KeyError, RecursionError):
                entry = json.loads(line)
                yield str(entry["file"]), str(entry["digest"])

    def _append(self, line: bytes) -> None:
        """In one write, so that lines of several processes do not mix."""
        folder = self.file.parent
        if folder.is_symlink():
            raise OSError(errno.ELOOP, "is a symbolic link and is not followed", str(folder))
        folder.mkdir(parents=True, exist_ok=True)
        ignored = folder / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
        descriptor = os.open(self.file, FLAGS, 0o666)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise OSError(errno.EINVAL, "not a regular file", str(self.file))
            os.write(descriptor, line)
        finally:
            os.close(descriptor)

    def _name(self, path: Path) -> str:
        return os.path.relpath(real_folder(path.parent) / path.name, self.home).replace(os.sep, "/")


def _line(name: str, digest: str) -> bytes:
    return json.dumps({"file": name, "digest": digest}).encode() + b"\n"


@lru_cache(maxsize=1024)
def journal_of(folder: Path, homes: tuple[Path, ...]) -> Journal:
    """The journal for files in a folder: the nearest at or above it in its repository, or a new one.

    A new one is at the top of the repository; outside of any in the first of `homes`, real paths, that holds the
    folder, or in the folder itself.
    """
    start = real_folder(folder)
    for above in (start, *start.parents):
        if is_folder(above / FOLDER) or exists(above / ".git"):
            return _journal(above)
    return _journal(next((home for home in homes if start.is_relative_to(home)), start))


@lru_cache(maxsize=1024)
def _journal(home: Path) -> Journal:
    return Journal(home)
