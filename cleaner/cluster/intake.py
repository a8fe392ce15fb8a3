"""Reads corpora with datatrove: each row is one document, and all its fields are kept."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple

from datatrove.data import Document
from datatrove.io import DataFolder
from datatrove.pipeline.readers import JsonlReader, ParquetReader
from datatrove.pipeline.readers.base import BaseDiskReader
from datatrove.utils.logging import logger

from cleaner.containers.compression import decompressed
from cleaner.containers.fields import PEEK, Fields, Wanted, chosen
from cleaner.containers.warc.archive import Warc, Wet
from cleaner.corpus.limits import MAX_BYTES
from cleaner.corpus.naming import COMPRESSIONS
from cleaner.errors import DocumentError, UsageError

# The name under which rows that cannot be read are counted in the statistics of a reader.
UNREADABLE = "unreadable"


class _WholeRows:
    """Gives every row, and all its fields as metadata. datatrove leaves out rows without a text, and moves fields."""

    text_key: str
    data_folder: DataFolder
    stat_update: Any

    def get_document_from_dict(self, data: dict[str, Any], source_file: str, id_in_file: int) -> Document:
        text = data.get(self.text_key)
        return Document(text if isinstance(text, str | bytes) else "", f"{source_file}/{id_in_file}", metadata=data)

    def _count_unreadable(self, place: str, why: object) -> None:
        self.stat_update(UNREADABLE)
        logger.warning(f"{place}: {why}")

    @contextmanager
    def _opened(self, file: str) -> Iterator[Any]:
        compression = "zstd" if file.endswith(".zst") else None
        with self.data_folder.open(file, "rb", compression=compression) as stream:
            yield decompressed(stream, file)


class JsonLinesRows(_WholeRows, JsonlReader):  # type: ignore[misc]  # datatrove ships no types
    """The rows of JSON Lines. datatrove counts none that it cannot read, and reads no further than a bad byte."""

    def read_file(self, filepath: str) -> Iterator[Document]:
        import orjson

        with self._opened(filepath) as lines:
            for number, line in enumerate(lines, 1):
                try:
                    row = orjson.loads(line) if line.strip() else None
                except ValueError as error:
                    self._count_unreadable(f"{filepath}, line {number}", error)
                    continue
                if isinstance(row, dict):
                    yield self.get_document_from_dict(row, filepath, number)
                elif row is not None:
                    self._count_unreadable(f"{filepath}, line {number}", "it is no object in JSON")


class ParquetRows(_WholeRows, ParquetReader):  # type: ignore[misc]
    """The rows of Parquet files."""


class WarcRows(_WholeRows, BaseDiskReader):  # type: ignore[misc]
    """The pages in WARC files, each with its id, address and date; read as `cleaner clean` does, so as bytes."""

    name = "🕷 Warc"
    field: ClassVar[str] = "html"
    reads: ClassVar[type[Warc]] = Warc

    def read_file(self, filepath: str) -> Iterator[Document]:
        with self._opened(filepath) as stream:
            for record in self.reads(stream, filepath, Wanted(Fields(), MAX_BYTES)).records():
                before, own = record.raw
                if record.fault:
                    self._count_unreadable(f"{filepath}, {record.place}", record.fault[1])
                elif record.page == (self.field == WarcRows.field):
                    headers = own.headers
                    row = {"id": headers.get("warc-record-id"), "url": record.url, "date": headers.get("warc-date")}
                    yield self.get_document_from_dict({self.field: record.content, **row}, filepath, record.number)
                for archived in (*before, *([own] if own else [])):
                    archived.data.close()


class WetRows(WarcRows):
    """The texts in WET files."""

    name = "🕷 Wet"
    field = "text"
    reads = Wet


READERS: Mapping[str, type[BaseDiskReader]] = MappingProxyType(
    {
        **dict.fromkeys((".jsonl", ".ndjson"), JsonLinesRows),
        ".parquet": ParquetRows,
        ".warc": WarcRows,
        ".wet": WetRows,
    }
)


class Corpus(NamedTuple):
    """The files of a corpus, as paths relative to its folder, all read in one way."""

    folder: DataFolder
    files: list[str]
    reads: type[BaseDiskReader]

    @classmethod
    def of(cls, folder: DataFolder) -> "Corpus":
        """The files of the folder, hidden ones aside. Raises `UsageError` unless all have one format."""
        by_reader: dict[type[BaseDiskReader], list[str]] = {}
        for file in folder.list_files():
            reads = READERS.get(extension(file))
            if reads and not any(part.startswith(".") for part in PurePosixPath(file).parts):
                by_reader.setdefault(reads, []).append(file)
        if len(by_reader) != 1:
            found = "files of several formats" if by_reader else f"no {', '.join(READERS)}"
            raise UsageError(f"{folder.path} holds {found}; name a folder of one format")
        [(reads, files)] = by_reader.items()
        return cls(folder, files, reads)

    def fields(self, given: Fields) -> Fields:
        """The fields to use, by the first rows of the first file. Raises `UsageError` if there is nothing to clean."""
        reader = self.reads(self.folder, text_key="", limit=PEEK)
        with closing(reader.read_file(self.files[0])) as documents:
            rows: Iterable[Mapping[str, object]] = [document.metadata for document in islice(documents, PEEK)]
        try:
            return chosen(rows, given)
        except DocumentError as error:
            raise UsageError(f"{self.files[0]}: {error.message}") from error

    def reader(self, fields: Fields, paths_file: str) -> BaseDiskReader:
        """Reads those files of the corpus that `paths_file` lists for a task."""
        return self.reads(self.folder, paths_file=paths_file, text_key=fields.content)


def extension(file: str) -> str:
    """The extension of a file, less that of its compression, in lower case: ".jsonl" of "a/part.JSONL.gz"."""
    path = PurePosixPath(file.lower())
    return path.with_suffix("").suffix if path.suffix in COMPRESSIONS else path.suffix
