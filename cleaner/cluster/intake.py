"""Reads corpora with datatrove: each row is one document, and all its fields are kept."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from itertools import islice
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, NamedTuple

from datatrove.data import Document
from datatrove.io import DataFolder
from datatrove.pipeline.readers import JsonlReader, ParquetReader, WarcReader
from datatrove.pipeline.readers.base import BaseDiskReader

from cleaner.containers.fields import PEEK, Fields, chosen
from cleaner.errors import DocumentError, UsageError

# The field of a row that holds the page, in a WARC file.
PAGE = "html"


class _WholeRows:
    """Gives every row, and all its fields as metadata. datatrove leaves out rows without a text, and moves fields."""

    text_key: str

    def get_document_from_dict(self, data: dict[str, Any], source_file: str, id_in_file: int) -> Document:
        text = data.get(self.text_key)
        return Document(text if isinstance(text, str) else "", f"{source_file}/{id_in_file}", metadata=data)


class JsonLinesRows(_WholeRows, JsonlReader):  # type: ignore[misc]  # datatrove ships no types
    """The rows of JSON Lines."""


class ParquetRows(_WholeRows, ParquetReader):  # type: ignore[misc]
    """The rows of Parquet files."""


class WarcPages(_WholeRows, WarcReader):  # type: ignore[misc]
    """The pages in WARC files, each with its id, address and date."""

    def get_document_from_dict(self, data: dict[str, Any], source_file: str, id_in_file: int) -> Document:
        page = {PAGE: data.pop("text"), **data}
        return super().get_document_from_dict(page, source_file, id_in_file)


READERS: Mapping[str, type[BaseDiskReader]] = MappingProxyType(
    {".jsonl": JsonLinesRows, ".ndjson": JsonLinesRows, ".parquet": ParquetRows, ".warc": WarcPages}
)
COMPRESSIONS = frozenset({".gz", ".zst"})


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
