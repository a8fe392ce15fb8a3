"""JSON Lines: an object in JSON on each line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain, islice
from typing import Any, BinaryIO

from cleaner.containers.column import COLUMN, undone
from cleaner.containers.compression import DAMAGED
from cleaner.containers.fields import PEEK, Wanted, chosen
from cleaner.containers.line_record import LineRecord, values_of
from cleaner.containers.members import MARK, Member, members, with_text, without
from cleaner.containers.record import CleanRecord, Record
from cleaner.corpus.marks import MarksError
from cleaner.corpus.source import too_large
from cleaner.errors import DocumentError
from cleaner.regularfile import MAX_FILE_BYTES

# Bytes that a byte of a text takes at most in JSON, as an escape.
ESCAPED = 6


class JsonLines:
    """The records in an open stream; `name` is that of the file. A text or page of more bytes than the limit fails."""

    def __init__(self, stream: BinaryIO, name: str, wanted: Wanted) -> None:
        lines = _read(stream, name, ESCAPED * wanted.limit)
        first = list(islice(lines, PEEK))
        if first and first[0].fault and first[0].fault[0] == DAMAGED:
            raise DocumentError(*first[0].fault)
        self.fields = chosen(list(_values(first)), wanted.fields, metadata=wanted.metadata)
        self._all = chain(first, lines)

    def records(self) -> Iterator[Record]:
        """A record for each line that is not empty; its number is that of its line."""
        for record in self.unparsed():
            record.parse()
            yield record

    def unparsed(self) -> Iterator[Record]:
        return (record.of(self.fields) for record in self._all)

    def write(self, record: Record, change: CleanRecord, out: BinaryIO) -> None:
        """Write the line of a record again. One that is no object in JSON is left out."""
        out.write(change.written or record.rewritten(change))

    def whole(self, record: Record) -> str:
        record.parse()
        return str(record.raw[0]).strip(f"{MARK}\r\n") if record.raw else json.dumps(record.malformed.rstrip("\r\n"))

    def end(self, out: BinaryIO) -> None:
        """Nothing stands after the last line."""

    @staticmethod
    def undo(stream: BinaryIO, name: str, out: BinaryIO) -> Iterator[tuple[str, str]]:
        """Write the original lines: those of records that are not clean ones, or were changed, as they are."""
        for record in _read(stream, name, MAX_FILE_BYTES):
            if record.fault and record.fault[0] == DAMAGED:
                yield record.name, record.fault[1]
                return
            record.parse()
            line, found = record.raw or (record.malformed, {})
            try:
                out.write(_original(line, found).encode())
            except (MarksError, KeyError) as error:
                out.write(line.encode(errors="surrogateescape"))
                yield record.name, str(error)


def _read(stream: BinaryIO, name: str, longest: int) -> Iterator[LineRecord]:
    """A record for each line that is not empty, or a fault."""
    number = 0
    try:
        while line := stream.readline(longest):
            number += 1
            record = LineRecord(name, number, line)
            if len(line) == longest and not line.endswith(b"\n"):
                record = LineRecord(name, number)
                record.fault = ("too-large", too_large(longest).message)
                while line and not line.endswith(b"\n"):
                    line = stream.readline(longest)
            elif not line.strip():
                continue
            yield record
    except OSError as error:
        fault = (DAMAGED, f"line {number + 1} and what follows cannot be read: {error.strerror or error}")
        record = LineRecord(name, number + 1)
        record.fault = fault
        yield record


def _values(records: Iterable[LineRecord]) -> Iterator[dict[str, Any]]:
    """The values of each line that is an object in JSON."""
    for record in records:
        with suppress(ValueError, RecursionError):
            yield values_of(members(record.line.decode()))


def _original(line: str, found: Mapping[str, Member]) -> str:
    """The line before it was cleaned."""
    if COLUMN not in found:
        raise MarksError(f"it has no column {COLUMN!r}")
    column = json.loads(line[found[COLUMN].start : found[COLUMN].end])
    before = without(line, found[COLUMN])
    if column["original"] is None or column["field"] not in found:  # it failed, or has no text
        return before
    member = found[column["field"]]
    if column["page"]:
        for name in reversed([column["field"], *column.get("about", ())]):
            before = without(before, found[name])
        return before
    original = undone(member.value or "", column)
    return (
        before if original == (member.value or "") else with_text(before, member, original, ascii_only=line.isascii())
    )
