"""Atomic writing that never touches an original."""

import os
from contextlib import suppress
from pathlib import Path

from cleaner.errors import DocumentError


def unchanged(path: Path, content: bytes) -> bool:
    """Whether the file is there and holds exactly this."""
    try:
        if path.stat().st_size != len(content):
            return False
        return path.read_bytes() == content
    except OSError:
        return False


def temporary(target: Path, token: str, pid: int) -> Path:
    """The temporary file of one process of one run: known to whoever has to clear up after a killed process."""
    return target.with_name(f".cleaner-{token}-{pid}.tmp")


def place(target: Path, content: bytes, like: Path | None, token: str) -> None:
    """Put a whole file in place at once. It keeps its mode, or gets that of `like` if it is new.

    Raises DocumentError where the target is a link or a folder, and where the system refuses.
    """
    scratch = temporary(target, token, os.getpid())
    try:
        if target.is_symlink():
            raise DocumentError("unwritable", f"{target} is a symbolic link and is not written through; remove it")
        if target.is_dir():
            raise DocumentError("unwritable", f"{target} is a folder; rename it")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            scratch.write_bytes(content)
            _copy_mode(target if target.exists() else like, scratch)
            scratch.replace(target)
        finally:
            scratch.unlink(missing_ok=True)
    except OSError as error:
        raise DocumentError("unwritable", f"cannot write {target}: {error.strerror}") from error


def _copy_mode(model: Path | None, scratch: Path) -> None:
    if model is not None:
        scratch.chmod(model.stat().st_mode & 0o666)


def remove_leftover(target: Path, token: str, pid: int) -> None:
    """Clear up after a process that was killed while it wrote."""
    with suppress(OSError):
        temporary(target, token, pid).unlink(missing_ok=True)
