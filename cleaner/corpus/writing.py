"""Atomic writing that never touches an original."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from cleaner.errors import DocumentError, UsageError

READ_AND_WRITE = 0o666


def unchanged(path: Path, content: bytes) -> bool:
    """Whether the file is there and holds exactly this."""
    try:
        if path.stat().st_size != len(content):
            return False
        with path.open("rb", buffering=0) as file:
            return file.read() == content
    except OSError:
        return False


def temporary(target: Path, token: str, pid: int) -> Path:
    """The temporary file of one process of one run: known to whoever has to clear up after a killed process."""
    return target.with_name(f".cleaner-{token}-{pid}.tmp")


def place(target: Path, content: bytes, new_mode: int | None, token: str) -> None:
    """Put a whole file in place at once. An existing file keeps its mode; a new one gets `new_mode`, or the usual mode.

    Raises DocumentError where the target is a link or a folder, and where the system refuses.
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
    """The mode that the file shall have; None: what is usual for a new file."""
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
    """Clear up after a process that was killed while it wrote."""
    with suppress(OSError):
        temporary(target, token, pid).unlink(missing_ok=True)


def write_new(output: Path, data: bytes) -> None:
    """Write a new file; one that is there with the same content will do, any other is left alone."""
    if unchanged(output, data):
        return
    try:
        with output.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise UsageError(f"{output}: {error.strerror}; an existing file is never changed") from error
