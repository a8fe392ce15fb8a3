"""Opens containers, compressed or not."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from cleaner.containers.compression import decompressed
from cleaner.containers.delimited import Delimited, TabSeparated
from cleaner.containers.fields import Wanted
from cleaner.containers.json_lines import JsonLines
from cleaner.containers.parquet.parquet_table import Parquet
from cleaner.containers.record import Container
from cleaner.containers.warc.archive import Warc, Wet
from cleaner.corpus.naming import ContainerFormat, container_format
from cleaner.corpus.source import FileSource
from cleaner.errors import DocumentError
from cleaner.regularfile import open_regular

FORMATS: Mapping[ContainerFormat, type[JsonLines | Delimited | Parquet | Warc]] = MappingProxyType(
    {
        ContainerFormat.JSONL: JsonLines,
        ContainerFormat.CSV: Delimited,
        ContainerFormat.TSV: TabSeparated,
        ContainerFormat.PARQUET: Parquet,
        ContainerFormat.WARC: Warc,
        ContainerFormat.WET: Wet,
    }
)


@contextmanager
def opened(source: FileSource, wanted: Wanted, stream: ContainerFormat | None = None) -> Iterator[Container]:
    """The container in a file, or of the format `stream` on standard input.

    Raises `DocumentError` if it cannot be read, or has no field to clean.
    """
    if stream is not None:
        yield FORMATS[stream](sys.stdin.buffer, source.name, wanted)
        return
    try:
        with open_regular(source.path) as file:
            format_ = container_format(source.path.name) or ContainerFormat.JSONL
            yield FORMATS[format_](decompressed(file, source.path.name), source.name, wanted)
    except OSError as error:
        raise DocumentError("unreadable", error.strerror or str(error)) from error


def originals(path: Path, out: BinaryIO) -> Iterator[tuple[str, str]]:
    """Write the original of a clean container; gives the name of each record that is not restored, and why.

    Raises `DocumentError` if it cannot be read.
    """
    format_ = container_format(path.name) or ContainerFormat.JSONL
    try:
        with open_regular(path) as file:
            yield from FORMATS[format_].undo(decompressed(file, path.name), str(path), out)
    except OSError as error:
        raise DocumentError("unreadable", error.strerror or str(error)) from error
