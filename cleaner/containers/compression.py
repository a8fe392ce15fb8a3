"""Compressed files, read and written as what they hold."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any, BinaryIO

from cleaner.corpus.naming import ZSTD, is_compressed
from cleaner.errors import not_installed

# How much is compressed, as by the command gzip, and the format of its files, as zlib numbers it.
LEVEL, GZIP = 6, 31
# A file that unpacks to more than this many times its bytes, and to more than this many, is a bomb: texts and pages
# unpack to 3 to 10 times their bytes; gzip reaches 1,032 times, Zstandard more than 10,000. Chosen by hand.
BOMB_RATIO, BOMB_BYTES = 250, 100_000_000


# The slug of the failure of what cannot be read any further.
DAMAGED = "damaged"


class DamageError(OSError):
    """A file that cannot be read any further; says why."""


class Unpacking(io.RawIOBase):
    """What a compressed file holds. Raises `DamageError` where it is damaged, cut off or a bomb."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._faults: tuple[type[Exception], ...] = (EOFError, zlib.error, gzip.BadGzipFile)
        if _is_zstd(name):
            zstd = _zstd()
            self._faults = (EOFError, zstd.ZstdError)
        self._unpacked: Any = zstd.ZstdFile(file) if _is_zstd(name) else gzip.GzipFile(fileobj=file)
        self._given = 0
        self._damage: DamageError | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._damage:
            raise self._damage
        try:
            data = self._unpacked.read1(len(buffer))  # readinto would lose what is before the damage
        except self._faults as error:
            self._damage = DamageError(f"its compressed data is damaged: {error}")
            raise self._damage from error
        self._given += len(data)
        if self._given > max(BOMB_BYTES, BOMB_RATIO * self._file.tell()):
            raise DamageError(f"it unpacks to more than {BOMB_RATIO} times its bytes, as only a bomb does")
        buffer[: len(data)] = data
        return len(data)


def decompressed(file: BinaryIO, name: str) -> Any:
    """What the file holds, decompressed if its name says that it is compressed."""
    return io.BufferedReader(Unpacking(file, name)) if is_compressed(name) else file


def _is_zstd(name: str) -> bool:
    return PurePath(name).suffix.lower() == ZSTD


def _zstd() -> Any:
    """Python's own module from 3.14 on, or the same as a library. Raises `DocumentError` without it."""
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
    except ImportError as error:
        raise not_installed("Zstandard", "backports.zstd", "zstd") from error
    return zstd


class Packing(io.BufferedIOBase):
    """Writes a compressed file. The same content gives the same bytes: no time is noted."""

    def __init__(self, file: Any, name: str) -> None:
        self._file = file
        self._new = _zstd().ZstdCompressor if _is_zstd(name) else _gzip
        self._packer: Any = self._new()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._packer = self._packer or self._new()
        self._file.write(self._packer.compress(data))
        return len(data)

    def end_member(self) -> None:
        """End what can be decompressed by itself."""
        if self._packer:
            self._file.write(self._packer.flush())
        self._packer = None


def _gzip() -> Any:
    return zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)


def end_member(out: BinaryIO | Packing) -> None:
    """End a member of a compressed file: each record of an archive is one, so that it can be read alone."""
    if isinstance(out, Packing):
        out.end_member()


@contextmanager
def compressed(file: Any, name: str) -> Iterator[Any]:
    """A file to write to, compressed if its name says so."""
    if not is_compressed(name):
        yield file
        return
    packing = Packing(file, name)
    yield packing
    packing.end_member()
