"""Opens containers, compressed or not."""

import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO

from cleaner.containers.fields import Fields
from cleaner.containers.json_lines import JsonLines
from cleaner.containers.record import Container
from cleaner.corpus.naming import ContainerFormat, container_format
from cleaner.corpus.source import FileSource
from cleaner.errors import DocumentError

FORMATS = {ContainerFormat.JSONL: JsonLines}
# What decompression raises for damaged files.
DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile)


@contextmanager
def opened(source: FileSource, given: Fields, limit: int, stream: ContainerFormat | None = None) -> Iterator[Container]:
    """The container in a file, or of the format `stream` on standard input.

    Raises `DocumentError` if it cannot be read, or has no field to clean.
    """
    if stream is not None:
        yield FORMATS[stream](sys.stdin.buffer, source.name, given, limit)
        return
    try:
        with source.path.open("rb") as file:
            format_ = container_format(source.path.name) or ContainerFormat.JSONL
            yield FORMATS[format_](decompressed(file, source.path.name), source.name, given, limit)
    except OSError as error:
        raise DocumentError("unreadable", error.strerror or str(error)) from error


def originals(path: Path, out: BinaryIO) -> Iterator[tuple[str, str]]:
    """Write the original of a clean container; gives the name of each record that is not restored, and why.

    Raises `DocumentError` if it cannot be read.
    """
    format_ = container_format(path.name) or ContainerFormat.JSONL
    try:
        with path.open("rb") as file:
            yield from FORMATS[format_].undo(decompressed(file, path.name), str(path), out)
    except (OSError, *DAMAGED) as error:
        raise DocumentError("unreadable", getattr(error, "strerror", None) or str(error)) from error


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
