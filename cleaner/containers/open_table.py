"""An open CSV or TSV: its encoding, its dialect, its header and its rows."""

import codecs
import io
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO, NamedTuple

from cleaner.containers.column import COLUMN, undone
from cleaner.containers.dialect import Dialect
from cleaner.containers.members import MARK
from cleaner.containers.table_rows import Row, TableRows, dialect_of
from cleaner.corpus.marks import MarksError
from cleaner.errors import DocumentError
from cleaner.text.decode import decode

# Bytes at the beginning that tell encoding and dialect; chosen by hand: a hundred rows with texts of some pages.
SAMPLE = 1 << 18
# The encoding that the column of a clean table names, if it is not UTF-8.
NAMED = re.compile(rb'encoding[\\"\']+: [\\"\']+([\w.-]+)')


class OpenTable(NamedTuple):
    """An open table: its encoding, its dialect, its header, and the rows after it."""

    codec: str
    guess: str
    dialect: Dialect
    header: Row
    names: list[str]
    rows: Iterator[Row]

    @classmethod
    def of(cls, stream: BinaryIO, delimiters: str, encoding: str | None, longest: int) -> "OpenTable":
        """Read the header. Raises `DocumentError` if there is none."""
        sample = _beginning(stream)
        joined = io.BufferedReader(_Rejoined(sample, stream))
        whole = len(sample) < SAMPLE
        if not whole:
            sample = sample[: sample.rfind(b"\n") + 1] or sample
        named = NAMED.search(sample)
        decoded = decode(sample, encoding or (named[1].decode() if named else None))
        dialect = dialect_of(decoded.text, delimiters, whole=whole)
        text = io.TextIOWrapper(joined, decoded.encoding, "surrogateescape", newline="")

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

    def is_quoted(self, row: Row, index: int) -> bool:
        """Whether a field of a row is written in quotes."""
        return self.dialect.quoted(row.text[slice(*row.cells[index])])

    def with_value(self, row: Row, index: int, value: str, *, quoted: bool) -> Row:
        """The row with this value as its field `index`, in quotes if this is asked for or needed."""
        start, end = row.cells[index]
        written = self.dialect.written(value, quoted=quoted)
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
        added = 2 + len(column.get("about", ())) if column["page"] else 1
        if column["page"] or column["original"] is None:
            return self.without(row, added), added
        index = self.names.index(column["field"])
        text = self.dialect.value(row.text[slice(*row.cells[index])])
        original = undone(text, column)
        quoted = column.get("quoted", self.is_quoted(row, index))
        changed = row if original == text else self.with_value(row, index, original, quoted=quoted)
        return self.without(changed, added), added

    def written(self, value: str | None) -> str:
        """A value that is new, with characters that the encoding lacks as references of HTML."""
        return (value or "").encode(self.codec, "xmlcharrefreplace").decode(self.codec)

    def write(self, text: str, out: BinaryIO) -> None:
        out.write(text.encode(self.codec, "surrogateescape"))


def _beginning(stream: Any) -> bytes:
    """The first bytes. What is wrong with those after them is found when they are read again."""
    pieces, left = [], SAMPLE
    with suppress(OSError):
        while left > 0 and (piece := stream.read1(left)):
            pieces.append(piece)
            left -= len(piece)
    return b"".join(pieces)


class _Rejoined(io.RawIOBase):
    """A stream with the bytes before it that were read already."""

    def __init__(self, beginning: bytes, stream: Any) -> None:
        self._beginning = io.BytesIO(beginning)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._beginning.readinto(buffer) or int(self._stream.readinto1(buffer))
