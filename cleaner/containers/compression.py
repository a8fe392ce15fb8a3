"""Compressed files, read and written as what they hold."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from typing import Any, BinaryIO

# What decompression raises for damaged files.
DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile)


def decompressed(file: BinaryIO, name: str) -> Any:
    """What the file holds, decompressed if its name says that it is compressed."""
    return BufferedReader(gzip.GzipFile(fileobj=file)) if name.lower().endswith(".gz") else file


@contextmanager
def compressed(file: Any, name: str) -> Iterator[BinaryIO]:
    """A file to write to, compressed if its name says so. The same content gives the same bytes: no time is noted."""
    if not name.lower().endswith(".gz"):
        yield file
        return
    with gzip.GzipFile(filename="", fileobj=file, mode="wb", compresslevel=6, mtime=0) as packed:
        yield packed  # type: ignore[misc]
