"""Writes files atomically. Never changes an original."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from cleaner.errors import DocumentError, UsageError
from cleaner.regularfile import read_regular

# The permission bits of an original that its clean text gets: a text is never executable.
READ_AND_WRITE = 0o666


def unchanged(path: Path, content: bytes) -> bool:
    """Whether the file exists and has exactly this content."""
    try:
        return path.stat().st_size == len(content) and read_regular(path, len(content)) == content
    except (OSError, ValueError):
        return False


def temporary(target: Path, token: str, pid: int) -> Path:
    """The temporary file that one process of one run writes before it replaces `target`.

    `token` names the run. The process that removes the leftovers of a killed process finds them by this name.
    """
    return target.with_name(f".cleaner-{token}-{pid}.tmp")


def place(target: Path, content: bytes, new_mode: int | None, token: str) -> None:
    """Write a file and its folders, atomically: no reader ever sees a part of the content.

    An existing file keeps its mode. A new file gets `new_mode`, or if that is None the mode that the system gives. The
    token is that of `temporary`. Raises `DocumentError` if the target is a link or a folder, or cannot be written.
    """
    scratch = temporary(target, token, os.getpid())
    try:
        mode = _mode(target, new_mode)
        try:
            _write(scratch, content, mode)
            scratch.replace(target)
        except BaseException:
            scratch.unlink(missing_ok=True)
            raise
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


def _write(scratch: Path, content: bytes, mode: int | None) -> None:
    try:
        file = scratch.open("xb", buffering=0)
    except FileNotFoundError:
        scratch.parent.mkdir(parents=True, exist_ok=True)
        file = scratch.open("xb", buffering=0)
    with file:
        view = memoryview(content)
        while view:
            view = view[file.write(view) :]
    if mode is not None:
        scratch.chmod(mode)


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
