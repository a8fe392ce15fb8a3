"""Writes files atomically. Never changes an original."""

import os
import platform
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from io import RawIOBase
from pathlib import Path

from cleaner.errors import DocumentError, UsageError
from cleaner.regularfile import read_regular

# The permission bits of an original that its clean text gets: a text is never executable.
READ_AND_WRITE = 0o666

PRIVATE = 0o600
# Tells this machine from others that write to the same folders, where its processes cannot be asked for.
MACHINE = sha256(platform.node().encode(errors="surrogateescape")).hexdigest()[:8]
# The machine and the process in the name of a temporary file.
TEMPORARY = re.compile(r"\.cleaner-([0-9a-f]{8})[0-9a-f]{8}-(\d{1,20})\.tmp")


def unchanged(path: Path, content: bytes) -> bool:
    """Whether the file exists and has exactly this content."""
    try:
        return path.stat().st_size == len(content) and read_regular(path, len(content)) == content
    except (OSError, ValueError):
        return False


def same_lines(path: Path, content: bytes) -> bool:
    """Whether the file has this content, or has it with the line ends that git writes on Windows (core.autocrlf)."""
    return unchanged(path, content) or unchanged(path, content.replace(b"\n", b"\r\n"))


def new_token() -> str:
    """A name for a run on this machine, in hexadecimal digits: eight for the machine, eight for the run."""
    return MACHINE + os.urandom(4).hex()


def temporary(target: Path, token: str, pid: int) -> Path:
    """The temporary file that one process of one run writes before it replaces `target`.

    `token` is that of `new_token`. Whoever removes the leftovers of a killed process finds them by this name.
    """
    return target.with_name(f".cleaner-{token}-{pid}.tmp")


def place(target: Path, content: bytes, new_mode: int | None, token: str) -> None:
    """Write a file and its folders, atomically: no reader ever sees a part of the content.

    The rest is that of `scratch_for`.
    """
    with scratch_for(target, new_mode, token) as scratch:
        view = memoryview(content)
        while view:
            view = view[scratch.file.write(view) :]
        scratch.take_place()


@dataclass(frozen=True, slots=True)
class Scratch:
    """A temporary file, not buffered, that is to replace the target."""

    path: Path
    file: RawIOBase
    target: Path
    mode: int | None

    def take_place(self) -> None:
        """Close the file, and replace the target by it."""
        self.file.close()
        if self.mode is not None:
            self.path.chmod(self.mode)
        self.path.replace(self.target)


@contextmanager
def scratch_for(target: Path, new_mode: int | None, token: str) -> Iterator[Scratch]:
    """A temporary file beside the target; removed at the end, unless it has taken its place.

    An existing file keeps its mode. A new file gets `new_mode`, or if that is None the mode that the system gives. The
    token is that of `temporary`. Raises `DocumentError` if the target is a link or a folder, or cannot be written.
    """
    path = temporary(target, token, os.getpid())
    try:
        mode = _mode(target, new_mode)
        try:
            with os.fdopen(_opened(path, mode), "wb", buffering=0) as file:
                yield Scratch(path, file, target, mode)
        finally:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise DocumentError("unwritable", f"cannot write {target}: {error.strerror}") from error


def _mode(target: Path, new_mode: int | None) -> int | None:
    """The mode for the file, or None for the mode that the system gives to new files."""
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return None if new_mode is None else stat.S_IMODE(new_mode) & READ_AND_WRITE
    if stat.S_ISLNK(mode):
        raise DocumentError("unwritable", f"{target} is a symbolic link and is never written through; remove it")
    if not stat.S_ISREG(mode):
        raise DocumentError("unwritable", f"{target} is not a file; rename it")
    return stat.S_IMODE(mode)


def _opened(path: Path, mode: int | None) -> int:
    try:
        return _new(path, mode)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _new(path, mode)


def _new(scratch: Path, mode: int | None) -> int:
    """Open a new file, which nobody but its owner may read before it has its mode."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(scratch, flags, 0o666 if mode is None else PRIVATE)


def sweep(folders: Iterable[Path]) -> None:
    """Remove the temporary files that killed runs of this machine have left in these folders."""
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                found = TEMPORARY.fullmatch(entry.name)
                if found and found[1] == MACHINE and not _lives(int(found[2])):
                    Path(entry.path).unlink(missing_ok=True)


def _lives(pid: int) -> bool:
    """Whether a process has this id; where that cannot be asked, it may."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it belongs to somebody else
        return True
    return True


def remove_leftover(target: Path, token: str, pid: int) -> None:
    """Remove the temporary file of a process that was killed while it wrote."""
    with suppress(OSError):
        temporary(target, token, pid).unlink(missing_ok=True)


def write_new(output: Path, data: bytes) -> None:
    """Write a new file, unless it exists with the same content. Raises `UsageError` if it exists with other content."""
    if unchanged(output, data):
        return
    try:
        with output.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise UsageError(f"{output}: {error.strerror}; an existing file is never changed") from error
