"""Reads regular files alone: a pipe or a device in the place of a file must not stop a run."""

import errno
import os
import stat
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

# Bytes of the longest file that is not a document: rules, marks, settings, addresses, patterns of git. Chosen by hand:
# the longest packaged rule file has 0.2 MB, the marks of a document of 50 MB about as much as the document.
MAX_FILE_BYTES = 200_000_000
# A pipe without a writer is opened at once, and a device that would wait gives an error. Windows has neither flag.
FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
NOT_REGULAR = "not a regular file"

# Bytes read at once from a stream; a read takes its whole size of memory, however little there is to read.
BLOCK = 1 << 20


def read_regular(path: Path, limit: int = MAX_FILE_BYTES) -> bytes:
    """The content of a file of at most `limit` bytes.

    Raises OSError, whose `strerror` says why, if it cannot be read, is too large, or is a pipe, a socket, a device or
    a file without a size, as in /proc.
    """
    with open_regular(path, buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        data = file.read(min(size, limit) + 1)
        if data and size == 0:
            raise OSError(errno.EINVAL, NOT_REGULAR, str(path))
        if len(data) > size:  # it grows
            data += file.read(limit + 1 - len(data))
    if len(data) > limit:
        raise OSError(errno.EFBIG, f"more than {limit:,} bytes", str(path))
    return data


def open_regular(path: Path, *, buffering: int = -1) -> BinaryIO:
    """Open a file to be read piece by piece; a buffer is as for `open`. Raises OSError if it is no regular file."""
    return os.fdopen(regular_descriptor(path), "rb", buffering)


def regular_descriptor(path: Path, flags: int = FLAGS, mode: int = 0o666) -> int:
    """The descriptor of an open file, opened without waiting. Raises OSError if it is no regular file."""
    try:
        descriptor = os.open(path, flags, mode)
    except ValueError as error:  # a NUL, or a character that no name of a file can have
        raise OSError(errno.EINVAL, "its name has a character that no file name can have", str(path)) from error
    kind = os.fstat(descriptor).st_mode
    if stat.S_ISREG(kind):
        return descriptor
    os.close(descriptor)
    if stat.S_ISDIR(kind):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    raise OSError(errno.EINVAL, NOT_REGULAR, str(path))


def is_folder(path: Path) -> bool:
    """Whether this is a folder that can be looked at; pathlib raises errors for some links and for long names."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def exists(path: Path) -> bool:
    """Whether there is anything of this name that can be looked at, with the same care."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def real(path: Path) -> Path:
    """The path without links, as far as there are any to follow: `resolve` raises errors for links in a circle."""
    return Path(os.path.realpath(path))


def real_folder(folder: Path) -> Path:
    """The same for a folder whose files are asked for one by one: links are followed once in a process."""
    return Path(_remembered(*_place(str(folder))))


def real_name(path: Path) -> str:
    """The path of a file in its real folder; of the file itself a link is not followed."""
    folder, name = os.path.split(str(path))
    return os.path.join(_remembered(*_place(folder)), name)  # noqa: PTH118 (a tenth of the time that pathlib takes)


def _place(folder: str) -> tuple[str, str]:
    """The folder, and the one that it is relative to."""
    return folder, "" if os.path.isabs(folder) else os.getcwd()  # noqa: PTH109, PTH117 (as above)


@lru_cache(maxsize=1024)
def _remembered(folder: str, current: str) -> str:
    return os.path.realpath(os.path.join(current, folder))  # noqa: PTH118 (as above)


def read_stream(stream: BinaryIO, limit: int) -> bytes:
    """What a stream holds, or its first `limit` + 1 bytes if it holds more."""
    pieces, left = [], limit + 1
    while left > 0 and (piece := stream.read(min(left, BLOCK))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)
