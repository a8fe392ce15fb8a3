"""Writes the rows of a task with datatrove: as they were read, but with the clean text and the column `cleaner`."""

from collections.abc import Iterable, Iterator
from typing import Any

from datatrove.data import Document
from datatrove.io import DataFolder
from datatrove.pipeline.writers import JsonlWriter, ParquetWriter
from datatrove.pipeline.writers.disk_base import DiskWriter

from cleaner.cluster.intake import Corpus, ParquetRows
from cleaner.containers.column import COLUMN
from cleaner.containers.compression import Packing
from cleaner.containers.fields import Fields
from cleaner.containers.parquet.parquet_table import schema_without_pages

# The folder, in the output, of files that are not whole yet.
PARTS = ".cleaner/parts"


class _Rows:
    """One row for each document, in one file for each task. The file is in its place when it is whole."""

    fields: Fields
    output_filename: Any
    output_folder: DataFolder

    def run(self, data: Iterable[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        yield from super().run(data, rank, world_size)  # type: ignore[misc]  # of the writer that this is mixed into
        name = self._file_of(rank)
        if self.output_folder.exists(f"{PARTS}/{name}"):
            self.output_folder.mv(f"{PARTS}/{name}", name)

    def _file_of(self, rank: int | str) -> str:
        """The name of the file of a task; datatrove lets fields of the row into it."""
        return str(self.output_filename.substitute(rank=f"{rank:0>5}"))

    def _default_adapter(self, document: Document) -> dict[str, Any]:
        text, page = self.fields.text, self.fields.page
        row = {name: value for name, value in document.metadata.items() if name != page}
        if page or isinstance(row.get(text), str):
            row[text or ""] = document.text
        return {**row, COLUMN: {**row[COLUMN], "field": text}}

    def _get_output_filename(self, document: Document, rank: int | str = 0, **_: Any) -> str:  # noqa: ARG002
        return f"{PARTS}/{self._file_of(rank)}"


class JsonLinesOut(_Rows, JsonlWriter):  # type: ignore[misc]  # datatrove ships no types
    """Writes `00000.jsonl.gz` and so on. The same rows give the same bytes; datatrove notes the time."""

    def __init__(self, output: DataFolder) -> None:
        super().__init__(output, "${rank}.jsonl.gz", compression=None)
        self._packings: dict[str, Packing] = {}

    def _write(self, document: dict[str, Any], file_handler: Any, filename: str) -> None:
        packing = self._packings.setdefault(filename, Packing(file_handler, filename))
        super()._write(document, packing, filename)

    def close(self) -> None:
        for packing in self._packings.values():
            packing.end_member()
        self._packings.clear()
        super().close()


class ParquetOut(_Rows, ParquetWriter):  # type: ignore[misc]
    """Writes `00000.parquet` and so on. Raises ValueError for a column that the first file has not."""

    def _write(self, document: dict[str, Any], file_handler: Any, filename: str) -> None:
        if lost := document.keys() - {*self.schema.names}:
            raise ValueError(
                f"the first file has no column {', '.join(sorted(lost))}; clean files of one schema at a time"
            )
        super()._write(document, file_handler, filename)


def writer_of(corpus: Corpus, fields: Fields, output: DataFolder) -> DiskWriter:
    """Writes Parquet if that was read, otherwise JSON Lines."""
    if corpus.reads is ParquetRows:
        with corpus.folder.open(corpus.files[0], "rb") as file:
            schema = schema_without_pages(file, fields)
        writer: DiskWriter = ParquetOut(output, schema=schema, compression="zstd", max_file_size=-1)
    else:
        writer = JsonLinesOut(output)
    writer.fields = fields
    return writer
