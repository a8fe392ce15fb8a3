"""CSV and TSV: a header, and rows of fields with a delimiter between them."""

import json
from collections.abc import Iterator
from itertools import chain, islice
from typing import BinaryIO

from cleaner.containers.column import COLUMN
from cleaner.containers.fields import PEEK, Wanted, chosen
from cleaner.containers.open_table import OpenTable
from cleaner.containers.record import CleanRecord, Record
from cleaner.corpus.marks import MarksError
from cleaner.errors import DocumentError
from cleaner.regularfile import MAX_FILE_BYTES
from cleaner.text.decode import SURROGATE

# A row may have this many times the characters that a text may: quotes are doubled, and other fields are texts too.
ROOM = 4


class Delimited:
    """The records in an open stream; `name` is that of the file."""

    delimiters = ",;\t|"

    def __init__(self, stream: BinaryIO, name: str, wanted: Wanted) -> None:
        self._table = OpenTable.of(stream, self.delimiters, wanted.encoding, ROOM * wanted.limit)
        self._name = name
        first = list(islice(self._table.rows, PEEK))
        whole = [row.values(self._table.dialect) for row in first if len(row.cells) == len(self._table.names)]
        rows = [dict(zip(self._table.names, values, strict=True)) for values in whole]
        rows = rows or [dict.fromkeys(self._table.names, "")]
        self.fields = chosen(rows, wanted.fields, metadata=wanted.metadata)
        self._all = chain(first, self._table.rows)
        self._begun = False

    def records(self) -> Iterator[Record]:
        """A record for each row; its number is that of its first line."""
        names, page = self._table.names, self.fields.page is not None
        for row in self._all:
            record = Record(self._name, row.line, f"line {row.line}", page=page)
            if row.fault or len(row.cells) != len(names):
                fault = row.fault or f"it has {len(row.cells)} fields, and the header {len(names)}"
                record.fault = ("malformed", f"{record.place}: {fault}")
                record.malformed = row.text
            else:
                values = row.values(self._table.dialect)
                record.raw, record.held = row, 2 * len(row.text)
                record.content = values[names.index(self.fields.content)]
                record.url = values[names.index(self.fields.url)] if self.fields.url else None
                if SURROGATE.search(record.content):
                    record.fault = ("undecodable", f"{record.place}: bytes that are not {self._table.codec}")
            yield record

    unparsed = records

    def write(self, record: Record, change: CleanRecord, out: BinaryIO) -> None:
        """Write the row of a record again. A malformed one is left out: it has no place for what is said of it."""
        self._begin(out)
        if record.raw is None:
            return
        row = record.raw
        column = {**self.fields.in_place(change.column), "encoding": self._table.column_encoding}
        if not record.page and change.text is not None and change.text != record.content:
            index = self._table.names.index(self.fields.content)
            quoted = self._table.is_quoted(row, index)
            row = self._table.with_value(row, index, change.text, quoted=quoted)
            if quoted != self._table.is_quoted(row, index):  # the text begins with a quote now
                column["quoted"] = quoted
        ascii_only = self._table.codec != "utf-8"
        added = [json.dumps(column, ensure_ascii=ascii_only)]
        if record.page:
            added = [*map(self._table.written, self.fields.values(change.text, change.about)), *added]
        self._table.write(self._table.with_values(row, added), out)

    def whole(self, record: Record) -> str:
        if record.raw is None:
            return json.dumps(record.malformed)
        return json.dumps(dict(zip(self._table.names, record.raw.values(self._table.dialect), strict=True)))

    def end(self, out: BinaryIO) -> None:
        """Write the header, if there was no row."""
        self._begin(out)

    def _begin(self, out: BinaryIO) -> None:
        if not self._begun:
            self._begun = True
            added = [*self.fields.added, COLUMN]
            quoted = self._table.dialect.quoted(self._table.last(self._table.header))
            self._table.write(self._table.with_values(self._table.header, added, quoted=quoted), out)

    @classmethod
    def undo(cls, stream: BinaryIO, name: str, out: BinaryIO) -> Iterator[tuple[str, str]]:
        """Write the original rows: those that are not clean ones, or were changed, as they are."""
        table = OpenTable.of(stream, cls.delimiters, None, MAX_FILE_BYTES)
        if table.names[-1] != COLUMN:
            raise DocumentError("not-clean", f"its last column is not {COLUMN!r}")
        waiting: list[str] | None = []  # rows before the first that tells how many columns are new
        for row in table.rows:
            try:
                original, added = table.original(row)
            except (MarksError, ValueError, TypeError, KeyError) as error:
                yield f"{name}:{row.line}", str(error)
                original, added = row.text, 0
            if waiting is None:
                table.write(original, out)
                continue
            waiting.append(original)
            if added:
                table.write("".join([table.without(table.header, added), *waiting]), out)
                waiting = None
        if waiting is not None:
            table.write("".join([table.without(table.header, 1), *waiting]), out)


class TabSeparated(Delimited):
    """The same, with tabs alone."""

    delimiters = "\t"
