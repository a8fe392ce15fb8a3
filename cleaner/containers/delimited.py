"""CSV and TSV: a header, and rows of fields with a delimiter between them."""

import codecs
import io
import json
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import BinaryIO, NamedTuple

from cleaner.containers.column import COLUMN, undone
from cleaner.containers.dialect import Dialect
from cleaner.containers.fields import PEEK, Wanted, chosen
from cleaner.containers.members import MARK
from cleaner.containers.record import CleanRecord, Record
from cleaner.containers.table_rows import Row, TableRows, dialect_of
from cleaner.corpus.marks import MarksError
from cleaner.errors import DocumentError
from cleaner.regularfile import MAX_FILE_BYTES
from cleaner.text.decode import decode

# Bytes at the beginning that tell encoding and dialect; chosen by hand: a hundred rows with texts of some pages.
SAMPLE = 1 << 18
# A row may have this many times the characters that a text may: quotes are doubled, and other fields are texts too.
ROOM = 4
# The encoding that the column of a clean table names, if it is not UTF-8.
NAMED = re.compile(rb'encoding[\\"\']+: [\\"\']+([\w.-]+)')


class Delimited:
    """The records in an open stream; `name` is that of the file."""

    delimiters = ",;\t|"

    def __init__(self, stream: BinaryIO, name: str, wanted: Wanted) -> None:
        self._table = _Table.of(stream, self.delimiters, wanted.encoding, ROOM * wanted.limit)
        self._name = name
        first = list(islice(self._table.rows, PEEK))
        whole = [row.values(self._table.dialect) for row in first if len(row.cells) == len(self._table.names)]
        self.fields = chosen([dict(zip(self._table.names, values, strict=True)) for values in whole], wanted.fields)
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
            else:
                values = dict(zip(names, row.values(self._table.dialect), strict=True))
                record.raw = row
                record.content, record.url = values[self.fields.content], values.get(self.fields.url or "")
                if any("\ud800" <= sign <= "\udfff" for sign in record.content):
                    record.fault = ("undecodable", f"{record.place}: bytes that are not {self._table.codec}")
            yield record

    def write(self, record: Record, change: CleanRecord, out: BinaryIO) -> None:
        """Write the row of a record again. A malformed one is left out: it has no place for what is said of it."""
        self._begin(out)
        if record.raw is None:
            return
        row, name = record.raw, self.fields.text or ""
        column = {**change.column, "field": name, "encoding": self._table.column_encoding}
        ascii_only = self._table.codec != "utf-8"
        added = [json.dumps(column, ensure_ascii=ascii_only)]
        if record.page:
            text = (change.text or "").encode(self._table.codec, "xmlcharrefreplace").decode(self._table.codec)
            added.insert(0, text)
        elif change.text is not None and change.text != record.content:
            row = self._table.with_value(row, self._table.names.index(name), change.text)
        self._table.write(self._table.with_values(row, added), out)

    def end(self, out: BinaryIO) -> None:
        """Write the header, if there was no row."""
        self._begin(out)

    def _begin(self, out: BinaryIO) -> None:
        if not self._begun:
            self._begun = True
            added = [self.fields.text or "", COLUMN] if self.fields.page else [COLUMN]
            quoted = self._table.dialect.quoted(self._table.last(self._table.header))
            self._table.write(self._table.with_values(self._table.header, added, quoted=quoted), out)

    @classmethod
    def undo(cls, stream: BinaryIO, name: str, out: BinaryIO) -> Iterator[tuple[str, str]]:
        """Write the original rows: those that are not clean ones, or were changed, as they are."""
        table = _Table.of(stream, cls.delimiters, None, MAX_FILE_BYTES)
        begun = False
        for row in table.rows:
            try:
                original, added = table.original(row)
            except (MarksError, ValueError, TypeError, KeyError) as error:
                yield f"{name}:{row.line}", str(error)
                original, added = row.text, 1
            if not begun:
                table.write(table.without(table.header, added), out)
                begun = True
            table.write(original, out)


class _Table(NamedTuple):
    """An open table: its encoding, its dialect, its header, and the rows after it."""

    codec: str
    guess: str
    dialect: Dialect
    header: Row
    names: list[str]
    rows: Iterator[Row]

    @classmethod
    def of(cls, stream: BinaryIO, delimiters: str, encoding: str | None, longest: int) -> "_Table":
        """Read the header. Raises `DocumentError` if there is none."""
        buffered = io.BufferedReader(stream, SAMPLE)  # type: ignore[type-var]  # it has what is asked for
        sample = buffered.peek()
        whole = len(sample) < SAMPLE
        if not whole:
            sample = sample[: sample.rfind(b"\n") + 1] or sample
        named = NAMED.search(sample)
        decoded = decode(sample, encoding or (named[1].decode() if named else None))
        dialect = dialect_of(decoded.text, delimiters, whole=whole)
        text = io.TextIOWrapper(buffered, decoded.encoding, "surrogateescape", newline="")

        def readline(most: int) -> str:
            try:
                return text.readline(most)
            except UnicodeError as error:
                raise DocumentError("undecodable", f"bytes that are not {decoded.encoding}: {error}") from error

        rows = iter(TableRows(readline, dialect, longest))
        header = next(rows, None)
        if header is None or header.fault:
            raise DocumentError("malformed", f"it has no header: {header.fault if header else 'it is empty'}")
        names = [name.removeprefix(MARK) for name in header.values(dialect)]
        return cls(codecs.lookup(decoded.encoding).name, decoded.guess, dialect, header, names, rows)

    @property
    def column_encoding(self) -> str | None:
        """What the column says of the encoding: nothing of UTF-8 that needed no guess."""
        return self.guess or (None if self.codec == "utf-8" else self.codec)

    def last(self, row: Row) -> str:
        """The last field of a row, as it is written."""
        start, end = row.cells[-1]
        return row.text[start:end]

    def with_value(self, row: Row, index: int, value: str) -> Row:
        """The row with this value as its field `index`, quoted if that was."""
        start, end = row.cells[index]
        written = self.dialect.written(value, quoted=self.dialect.quoted(row.text[start:end]))
        longer = len(written) - (end - start)
        after = [(begin + longer, finish + longer) for begin, finish in row.cells[index + 1 :]]
        cells = [*row.cells[:index], (start, start + len(written)), *after]
        return row._replace(text=row.text[:start] + written + row.text[end:], cells=cells)

    def with_values(self, row: Row, values: list[str], *, quoted: bool = True) -> str:
        """The text of the row with further fields at its end."""
        end = row.cells[-1][1]
        added = "".join(self.dialect.delimiter + self.dialect.written(value, quoted=quoted) for value in values)
        return row.text[:end] + added + row.text[end:]

    def without(self, row: Row, added: int) -> str:
        """The text of the row without its last fields."""
        return row.text[: row.cells[-added - 1][1]] + row.text[row.cells[-1][1] :]

    def original(self, row: Row) -> tuple[str, int]:
        """The text of a row before it was cleaned, and the number of fields that it got."""
        if row.fault or len(row.cells) != len(self.names) or self.names[-1] != COLUMN:
            raise MarksError(row.fault or f"it has no column {COLUMN!r}")
        column = json.loads(self.dialect.value(self.last(row)))
        added = 2 if column["page"] else 1
        if column["page"] or column["original"] is None:
            return self.without(row, added), added
        index = self.names.index(column["field"])
        text = self.dialect.value(row.text[slice(*row.cells[index])])
        original = undone(text, column)
        changed = row if original == text else self.with_value(row, index, original)
        return self.without(changed, added), added

    def write(self, text: str, out: BinaryIO) -> None:
        out.write(text.encode(self.codec, "surrogateescape"))


class TabSeparated(Delimited):
    """The same, with tabs alone."""

    delimiters = "\t"
