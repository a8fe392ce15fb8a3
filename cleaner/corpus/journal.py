"""The journal: of every file that `cleaner` wrote its digest, and from what it was made.

So it never replaces a file that it did not write, and cleans nothing again that has not changed. The journal stands in
a folder `.cleaner`, which git ignores, and has one line of JSON for each file written.
"""

import errno
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import starmap
from pathlib import Path

from cleaner.corpus.journal_lines import Entry, Made, read_lines, written_line
from cleaner.corpus.writing import new_token, place
from cleaner.errors import DocumentError
from cleaner.regularfile import exists, is_folder, read_regular, real_folder, real_name, regular_descriptor

FOLDER, FILE = ".cleaner", "journal.jsonl"
# A journal is written anew when it has more lines than these, and more than MOST_LINES for each file. Chosen by hand: a
# line has 150 bytes, and a corpus is cleaned some times before it is.
FEW_LINES, MOST_LINES = 10_000, 4
# Digests of a file that a journal written anew keeps: of the last write, which a kill may have prevented, and of the
# one before.
KEPT_DIGESTS = 2
# Bytes; more than a journal of a million files has. Chosen by hand.
MAX_JOURNAL_BYTES = 2_000_000_000
FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True)
class Journal:
    """The journal of the folder `home`, a real path. It is read when it is first asked."""

    home: Path

    @cached_property
    def file(self) -> Path:
        """Where it is written; it need not exist."""
        return self.home / FOLDER / FILE

    def has(self, path: Path, digest: str) -> bool:
        """Whether the file at this path was written with this digest."""
        return digest in self._digests.get(self._name(path), ())

    def note(
        self, path: Path, digest: str, original: Path | None = None, made: Made | None = None, *, found: bool = False
    ) -> None:
        """Add a file, before it is written. Raises OSError if the journal cannot be written.

        A file that was `found` with its content is ours only if it was before.
        """
        name = self._name(path)
        values = {"original": self._name(original), **made._asdict()} if original and made else {}
        ours = not found or self.has(path, digest)
        line = written_line(name, digest, values if ours else {**values, "ours": False})
        if self._last.get(name) != line:
            self._append(line)
            self._last[name] = line
            self._digests.setdefault(name, []).extend([digest] if ours else [])

    def entry(self, path: Path) -> Entry | None:
        """What the last line on this file says; None if there is none, or if it was made from no original."""
        last = self._last.get(self._name(path)) if self._last else None
        if last is None:
            return None
        with suppress(ValueError, TypeError, KeyError, RecursionError):
            line = json.loads(last)
            if isinstance(line["outcome"], dict):
                return Entry(str(line["digest"]), Made(str(line["source"]), str(line["key"]), line["outcome"]))
        return None

    def made_files(self) -> Iterator[tuple[Path, str, Path]]:
        """All files that we made from an original, each with its digest, and the original; real paths."""
        for name, last in self._last.items():
            with suppress(ValueError, TypeError, KeyError, RecursionError):
                line = json.loads(last)
                if line.get("ours", True):
                    yield self._path(name), str(line["digest"]), self._path(line["original"])

    def _path(self, name: str) -> Path:
        return Path(os.path.normpath(self.home / name))

    def compact(self) -> None:
        """Write the journal anew if most of it is old. For the start of a run: what others add meanwhile is lost."""
        if not self._may_be_long():
            return
        lines = sum(map(len, self._digests.values()))
        if lines > max(FEW_LINES, MOST_LINES * len(self._digests)):
            before = [(name, each) for name, all_ in self._digests.items() for each in all_[-KEPT_DIGESTS:-1]]
            with suppress(DocumentError):
                place(self.file, b"".join([*starmap(written_line, before), *self._last.values()]), None, new_token())

    def _may_be_long(self) -> bool:
        """Whether the file can have more than FEW_LINES lines: a shorter one is read only when it is asked."""
        try:
            return self.file.stat().st_size > FEW_LINES * len(written_line("", ""))
        except OSError:
            return False

    @cached_property
    def _digests(self) -> dict[str, list[str]]:
        """The digests of each file, the last one last."""
        digests: dict[str, list[str]] = {}
        for name, digest, _ in self._lines:
            digests.setdefault(name, []).extend([digest] if digest else [])
        return digests

    @cached_property
    def _last(self) -> dict[str, bytes]:
        """The last line on each file."""
        return {name: line for name, _, line in self._lines}

    @cached_property
    def _lines(self) -> list[tuple[str, str, bytes]]:
        """The name and digest of each line, and the line. Damaged lines are passed over; only ours have a digest."""
        try:
            written = read_regular(self.file, MAX_JOURNAL_BYTES)
        except OSError:
            return []
        return list(read_lines(written.splitlines(keepends=True)))

    def _append(self, line: bytes) -> None:
        """In one write, so that lines of several processes do not mix."""
        descriptor = self._opened()
        try:
            line = _line_end(descriptor) + line
            if os.write(descriptor, line) < len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.file))
        finally:
            os.close(descriptor)

    def _opened(self) -> int:
        try:
            return regular_descriptor(self._made_file, FLAGS)
        except FileNotFoundError:  # its folder was removed since then
            self.make_folder()
            return regular_descriptor(self.file, FLAGS)

    @cached_property
    def _made_file(self) -> Path:
        """The file, whose folder is made once in a process: that takes longer than to write a line."""
        self.make_folder()
        return self.file

    def make_folder(self) -> None:
        """Make the folder of the journal, if there is none. Raises OSError if it cannot be made, or is a link."""
        folder = self.file.parent
        if folder.is_symlink():
            raise OSError(errno.ELOOP, "is a symbolic link and is not followed", str(folder))
        folder.mkdir(parents=True, exist_ok=True)
        ignored = folder / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")

    def _name(self, path: Path) -> str:
        folder, name = os.path.split(real_name(path))
        return _relative(folder, self.home) + name


@lru_cache(maxsize=1024)
def _relative(folder: str, home: Path) -> str:
    """A real folder relative to `home`, with slashes and one at its end; nothing for `home` itself."""
    relative = os.path.relpath(folder, home).replace(os.sep, "/")
    return "" if relative == "." else f"{relative}/"


def _line_end(descriptor: int) -> bytes:
    """What ends the last line of a file: a writer that was killed, or found the disk full, may have left a part."""
    if os.lseek(descriptor, 0, os.SEEK_END) == 0:
        return b""
    os.lseek(descriptor, -1, os.SEEK_END)
    return b"" if os.read(descriptor, 1) == b"\n" else b"\n"


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
