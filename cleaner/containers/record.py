"""One record of a container, as a document to be cleaned."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO, NamedTuple, Protocol

from cleaner.containers.fields import Fields
from cleaner.corpus.source import too_large
from cleaner.errors import DocumentError
from cleaner.rules.settings import Settings
from cleaner.sites import Clues


@dataclass(slots=True)
class Record:
    """A document that is one record. `number` counts from one, and `place` says where it is: "line 17".

    `content` is None where the record has no text, and nothing is cleaned. `fault` is the slug and the message of what
    is wrong with a record that cannot be read. `raw` is what the container needs to write the record again; it does
    not travel to other processes, and holds about `held` bytes. Of a malformed record only its text is there.
    """

    container: str
    number: int
    place: str
    content: str | bytes | None = None
    page: bool = False
    url: str | None = None
    fault: tuple[str, str] | None = None
    settings: Settings | None = None
    raw: Any = field(default=None, repr=False)
    held: int = 0
    malformed: str = field(default="", repr=False)

    outputs: tuple[Path, ...] = ()
    obstacle: str = ""

    @property
    def name(self) -> str:
        return f"{self.container}:{self.number}"

    @property
    def file_name(self) -> str:
        return Path(self.container).name

    @property
    def size(self) -> int:
        """About how many bytes it holds."""
        return self.held + 2 * len(self.content or "")

    def parse(self) -> None:
        """Find content and address, if they were not found when the container was read."""

    def read(self, limit: int) -> bytes | str:
        """The text or the page; raises `DocumentError` if there is a fault, or more than `limit` characters."""
        if self.fault:
            raise DocumentError(*self.fault)
        content = self.content or ""
        if len(content) > limit:
            raise too_large(limit)
        return content

    def clues(self, given: Clues) -> Clues:
        return given._replace(url=given.url or self.url)

    def mode(self) -> int | None:
        return None

    def rewritten(self, change: "CleanRecord") -> bytes:  # noqa: ARG002  (for those that need no container)
        """What is written of it; empty if only its container can say."""
        return b""

    def __reduce__(self) -> tuple[type["Record"], tuple[Any, ...]]:
        about = (self.container, self.number, self.place, self.content, self.page, self.url)
        return Record, (*about, self.fault, self.settings)


class CleanRecord(NamedTuple):
    """What is written of a record: its clean text, or None if it could not be cleaned, and its column `cleaner`.

    `about` is what a page says of its article, under the names in ABOUT. `written` is what the record itself gave for
    all of this, or empty.
    """

    text: str | None
    column: Mapping[str, Any]
    about: Mapping[str, str | None] = MappingProxyType({})
    written: bytes = b""


class Container(Protocol):
    """An open container, and the fields that it has."""

    fields: Fields

    def records(self) -> Iterator[Record]:
        """All records, in order. One that cannot be read has a fault, and the others follow."""

    def unparsed(self) -> Iterator[Record]:
        """The same; what can be parsed where a record is worked on is not yet."""

    def write(self, record: Record, change: CleanRecord, out: BinaryIO) -> None:
        """Write a record again, after those before it."""

    def whole(self, record: Record) -> str:
        """A record as it was read, in JSON, before it is written; one that is malformed as a string."""

    def end(self, out: BinaryIO) -> None:
        """Write what stands after the last record."""

    @staticmethod
    def undo(stream: BinaryIO, name: str, out: BinaryIO) -> Iterator[tuple[str, str]]:
        """Write the original of a clean container; gives the name of each record that is not restored, and why."""
