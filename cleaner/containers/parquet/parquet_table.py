"""Parquet: a table in groups of rows, whose column `cleaner` is a structure."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from cleaner.containers.column import COLUMN, KEYS
from cleaner.containers.fields import PEEK, Fields, Wanted, chosen
from cleaner.containers.parquet.originals_of import originals_of
from cleaner.containers.parquet.row_groups import (
    Groups,
    batches,
    column_like,
    is_bytes,
    is_text,
    open_parquet,
    values,
)
from cleaner.containers.record import CleanRecord, Record
from cleaner.corpus.digesting import Digesting
from cleaner.errors import DocumentError


class RowPlace(NamedTuple):
    """Where a record is: its batch of rows, the number of the batch's group, and its index in the batch."""

    batch: Any
    group: int
    row: int


class Parquet:
    """The records in an open file; `name` is that of the file. It is sought in, so it cannot be a pipe."""

    def __init__(self, stream: BinaryIO, name: str, wanted: Wanted) -> None:
        self._file = open_parquet(stream)
        self._name = name
        schema = self._file.schema_arrow
        self.fields = chosen(_first(self._file), wanted.fields, metadata=wanted.metadata)
        self._content = _index(schema, self.fields.content)
        self._text = None if self.fields.page else self._content
        self._url = _index(schema, self.fields.url) if self.fields.url else None
        self._writer: Groups | None = None
        self._changes: list[CleanRecord] = []

    def records(self) -> Iterator[Record]:
        """A record for each row; its number is that of the row. A group that cannot be read is one that failed."""
        for group, number, batch in batches(self._file):
            if isinstance(batch, str):
                fault = ("damaged", f"row group {group + 1}, from row {number} on, cannot be read: {batch}")
                yield Record(self._name, number, f"row {number}", fault=fault)
                continue
            contents = values(batch, self._content)
            urls = values(batch, self._url) if self._url is not None else [None] * len(contents)
            for index, (content, url) in enumerate(zip(contents, urls, strict=True)):
                yield self._record(number + index, content, url, RowPlace(batch, group, index))

    unparsed = records

    def _record(self, number: int, content: bytes | None, url: bytes | None, place: RowPlace) -> Record:
        record = Record(self._name, number, f"row {number}", page=self.fields.page is not None, raw=place)
        record.held = place.batch.nbytes // place.batch.num_rows
        record.url = url.decode(errors="replace") if url else None
        try:
            record.content = content if content is None or self._is_binary_page else content.decode()
        except UnicodeDecodeError as error:
            record.fault = ("undecodable", f"{record.place}: its field {self.fields.content!r}: {error}")
        return record

    @property
    def _is_binary_page(self) -> bool:
        return self.fields.page is not None and not is_text(self._file.schema_arrow.field(self._content).type)

    def write(self, record: Record, change: CleanRecord, out: BinaryIO) -> None:
        """Write the row of a record again, with others of its group. A group that cannot be read is left out."""
        if record.raw is None:
            return
        self._changes.append(change._replace(column=self.fields.in_place(change.column)))
        if len(self._changes) == record.raw.batch.num_rows:
            self._groups(out).add(self._changed(record.raw.batch), record.raw.group)
            self._changes = []

    def whole(self, record: Record) -> str:
        if record.raw is None:
            return json.dumps(record.malformed)
        [row] = record.raw.batch.slice(record.raw.row, 1).to_pylist()
        return json.dumps(row, default=_readable)

    def end(self, out: BinaryIO) -> None:
        """Write the last group, and what stands after all groups."""
        self._groups(out).close()

    def _groups(self, out: BinaryIO) -> Groups:
        if self._writer is None:
            schema = self._file.schema_arrow
            for field in new_fields(self.fields):
                schema = schema.append(field)
            self._writer = Groups(self._file, schema, out)
        return self._writer

    def _changed(self, batch: Any) -> Any:
        """The batch with clean texts and the columns that are new."""
        import pyarrow as pa

        columns = batch.columns
        added = new_fields(self.fields)
        if self._text is None:
            rows = [self.fields.values(change.text, change.about) for change in self._changes]
            columns += [pa.array(column, pa.string()) for column in zip(*rows, strict=True)]
        else:
            texts = [None if change.text is None else change.text.encode() for change in self._changes]
            before = values(batch, self._text)
            kept = [
                old if new is None or (old is None and not new) else new for new, old in zip(texts, before, strict=True)
            ]
            columns[self._text] = column_like(columns[self._text], before, kept)
        columns.append(pa.array([dict(change.column) for change in self._changes], added[-1].type))
        return pa.record_batch(columns, names=[*batch.schema.names, *(field.name for field in added)])

    @staticmethod
    def undo(stream: BinaryIO, name: str, out: BinaryIO) -> Iterator[tuple[str, str]]:
        """Write the original table: rows that are not clean ones, or were changed, as they are."""
        return originals_of(stream, name, Digesting(out))  # which counts bytes, as a pipe does not


def _readable(value: object) -> str:
    """What JSON has no type for: bytes as far as they are UTF-8, times and the like as they are shown."""
    return value.decode(errors="backslashreplace") if isinstance(value, bytes) else str(value)


def new_fields(fields: Fields) -> list[Any]:
    """The columns that a clean table has more: the text of a page, and `cleaner`."""
    import pyarrow as pa

    text, texts = pa.string(), pa.list_(pa.string())
    removed = pa.list_(pa.struct({"start": pa.int64(), "end": pa.int64(), "rules": texts, "text": text}))
    kinds = {"page": pa.bool_(), "languages": texts, "problems": texts, "removed": removed}
    about = [("about", texts)] if fields.about else []
    column = pa.field(COLUMN, pa.struct([*((key, kinds.get(key, text)) for key in KEYS), *about]))
    return [*(pa.field(name, text) for name in fields.added), column]


def schema_without_pages(stream: BinaryIO, fields: Fields) -> Any:
    """The schema of a clean table that does not keep the pages."""
    import pyarrow as pa

    kept = [field for field in open_parquet(stream).schema_arrow if field.name != fields.page]
    return pa.schema([*kept, *new_fields(fields)])


def _first(file: Any) -> list[dict[str, Any]]:
    """The values of the first rows, as far as they are texts or bytes; of an empty table what they would be."""
    schema = file.schema_arrow
    for _, _, batch in batches(file):
        if not isinstance(batch, str):
            rows = [dict.fromkeys(schema.names) for _ in range(min(PEEK, batch.num_rows))]
            for place, field in enumerate(schema):
                if is_text(field.type) or is_bytes(field.type):
                    for row, value in zip(rows, values(batch, place), strict=False):
                        row[field.name] = value.decode(errors="replace") if value and is_text(field.type) else value
            return rows
    return [{field.name: "" if is_text(field.type) else None for field in schema}]


def _index(schema: Any, name: str) -> int:
    """The place of a field. Raises `DocumentError` if it holds neither texts nor bytes."""
    place = int(schema.names.index(name))
    kind = schema.field(place).type
    if not (is_text(kind) or is_bytes(kind)):
        raise DocumentError("no-text", f"its field {name!r} is {kind}, not a string")
    return place
