"""One line of JSON Lines as a record: it is parsed, and written again, where it is worked on."""

from collections.abc import Mapping
from typing import Any

from cleaner.containers.column import COLUMN
from cleaner.containers.fields import NO_FIELDS, Fields
from cleaner.containers.members import Member, members, with_members, with_text
from cleaner.containers.record import CleanRecord, Record
from cleaner.sites import Clues


class LineRecord(Record):
    """A record that travels as its line. Once it is parsed, `raw` is the line decoded, and its members."""

    __slots__ = ("fields", "line")

    def __init__(self, container: str, number: int, line: bytes = b"", fields: Fields = NO_FIELDS) -> None:
        super().__init__(container, number, f"line {number}", page=fields.page is not None, held=2 * len(line))
        self.line, self.fields = line, fields

    def of(self, fields: Fields) -> "LineRecord":
        """The record with these fields, not parsed yet."""
        self.fields, self.page = fields, fields.page is not None
        return self

    def parse(self) -> None:
        if self.raw or self.fault:
            return
        try:
            text = self.line.decode()
            self.raw = (text, members(text))
            self.line = b""  # a record of 50 MB is not held twice
        except (ValueError, RecursionError) as error:
            self.malformed = self.line.decode(errors="surrogateescape")
            self.fault = ("malformed", f"{self.place} is no object in JSON: {error}")
            return
        values = values_of(self.raw[1])
        content, url = values.get(self.fields.content), values.get(self.fields.url or "")
        self.url = url if isinstance(url, str) else None
        if content is None or isinstance(content, str):
            self.content = content
        else:
            self.fault = ("no-text", f"its field {self.fields.content!r} is a {type(content).__name__}, not a string")

    def read(self, limit: int) -> bytes | str:
        self.parse()
        return super().read(limit)

    def clues(self, given: Clues) -> Clues:
        self.parse()
        return super().clues(given)

    def rewritten(self, change: CleanRecord) -> bytes:
        """The line again. One that is no object in JSON is left out: it cannot say so itself."""
        self.parse()
        if self.raw is None:
            return b""
        line, found = self.raw
        text, name = change.text, self.fields.text or ""
        new: dict[str, Any] = {COLUMN: self.fields.in_place(change.column)}
        if self.page and text is not None:
            new = {**dict(zip(self.fields.added, self.fields.values(text, change.about), strict=True)), **new}
        written = with_members(line, found, new)
        if not self.page and text is not None and text != (self.content or ""):
            member = found[name]
            written = with_text(written, member, text, ascii_only=line[member.start : member.end].isascii())
        return written.encode()

    def __reduce__(self) -> tuple[Any, ...]:
        line = self.raw[0].encode() if self.raw else self.line
        about = (self.container, self.number, line, self.fields)
        return LineRecord, about, (None, {"fault": self.fault, "settings": self.settings})


def values_of(found: Mapping[str, Member]) -> dict[str, Any]:
    """The value of each member."""
    return {name: member.value for name, member in found.items()}
