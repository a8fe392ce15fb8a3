"""Compressed files, read and written as what they hold."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

# How much is compressed, as by the command gzip, and the format of its files, as zlib numbers it.
LEVEL, GZIP = 6, 31
# What decompression raises for damaged files.
DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile)


def decompressed(file: BinaryIO, name: str) -> Any:
    """What the file holds, decompressed if its name says that it is compressed."""
    return io.BufferedReader(gzip.GzipFile(fileobj=file)) if name.lower().endswith(".gz") else file


class Packing(io.BufferedIOBase):
    """Writes a compressed file. The same content gives the same bytes: no time is noted."""

    def __init__(self, file: Any) -> None:
        self._file = file
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

    @staticmethod
    def _new() -> Any:
        return zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)


def end_member(out: BinaryIO | Packing) -> None:
    """End a member of a compressed file: each record of an archive is one, so that it can be read alone."""
    if isinstance(out, Packing):
        out.end_member()


@contextmanager
def compressed(file: Any, name: str) -> Iterator[Any]:
    """A file to write to, compressed if its name says so."""
    if not name.lower().endswith(".gz"):
        yield file
        return
    packing = Packing(file)
    yield packing
    packing.end_member()
