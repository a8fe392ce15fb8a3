"""JSON Lines: an object in JSON on each line."""

import json
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Any, BinaryIO

from cleaner.containers.column import COLUMN, undone
from cleaner.containers.compression import DAMAGED
from cleaner.containers.fields import PEEK, Wanted, chosen
from cleaner.containers.members import MARK, Member, members, with_members, with_text, without
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
        self.fields = chosen(
            [_values(record.raw[1]) for record in first if record.raw], wanted.fields, metadata=wanted.metadata
        )
        self._all = chain(first, lines)

    def records(self) -> Iterator[Record]:
        """A record for each line that is not empty; its number is that of its line."""
        for record in self._all:
            if record.fault is None:
                self._set_content(record, record.raw[1])
            yield record

    def write(self, record: Record, change: CleanRecord, out: BinaryIO) -> None:
        """Write the line of a record again. One that is no object in JSON is left out: it cannot say so itself."""
        if record.raw is None:
            return
        line, found = record.raw
        text, name = change.text, self.fields.text or ""
        new: dict[str, Any] = {COLUMN: self.fields.in_place(change.column)}
        if record.page and text is not None:
            new = {**dict(zip(self.fields.added, self.fields.values(text, change.about), strict=True)), **new}
        written = with_members(line, found, new)
        if not record.page and text is not None and text != (record.content or ""):
            member = found[name]
            written = with_text(written, member, text, ascii_only=line[member.start : member.end].isascii())
        out.write(written.encode())

    def whole(self, record: Record) -> str:
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
            line, found = record.raw or (record.malformed, {})
            try:
                out.write(_original(line, found).encode())
            except (MarksError, KeyError) as error:
                out.write(line.encode(errors="surrogateescape"))
                yield record.name, str(error)

    def _set_content(self, record: Record, found: Mapping[str, Member]) -> None:
        values = _values(found)
        record.page = self.fields.page is not None
        content, url = values.get(self.fields.content), values.get(self.fields.url or "")
        record.url = url if isinstance(url, str) else None
        if content is None or isinstance(content, str):
            record.content = content
        else:
            record.fault = ("no-text", f"its field {self.fields.content!r} is a {type(content).__name__}, not a string")


def _read(stream: BinaryIO, name: str, longest: int) -> Iterator[Record]:
    """A record for each line that is not empty, with its text and members, or a fault."""
    number = 0
    try:
        while line := stream.readline(longest):
            number += 1
            record = Record(name, number, f"line {number}")
            if len(line) == longest and not line.endswith(b"\n"):
                record.fault = ("too-large", too_large(longest).message)
                while line and not line.endswith(b"\n"):
                    line = stream.readline(longest)
            elif line.strip():
                _parse(record, line)
            else:
                continue
            yield record
    except OSError as error:
        fault = (DAMAGED, f"line {number + 1} and what follows cannot be read: {error.strerror or error}")
        yield Record(name, number + 1, f"line {number + 1}", fault=fault)


def _parse(record: Record, line: bytes) -> None:
    try:
        text = line.decode()
        record.raw = (text, members(text))
        record.held = 2 * len(line)
    except (ValueError, RecursionError) as error:
        record.malformed = line.decode(errors="surrogateescape")
        record.fault = ("malformed", f"{record.place} is no object in JSON: {error}")


def _values(found: Mapping[str, Member]) -> dict[str, Any]:
    return {name: member.value for name, member in found.items()}


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
