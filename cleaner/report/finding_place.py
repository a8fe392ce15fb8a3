"""Where a finding is."""

from typing import NamedTuple

from cleaner.containers.record import Record
from cleaner.corpus.source import Source
from cleaner.report.outcomes import Finding


class DocumentPlace(NamedTuple):
    """A document: its name, the path of its file, its number if it is a record, and whether it is a page."""

    name: str
    path: str
    record: int | None = None
    page: bool = False

    @classmethod
    def of(cls, source: Source) -> "DocumentPlace":
        """The place of a document."""
        if isinstance(source, Record):
            return cls(source.name, source.container, source.number, source.page)
        return cls(source.name, source.name, None, source.page)

    @property
    def has_lines(self) -> bool:
        """Whether the lines of findings are those of the file; else they are those of a text within it."""
        return self.record is None and not self.page


class Placed(NamedTuple):
    """A finding, and the document that it is in."""

    place: DocumentPlace
    finding: Finding

    @property
    def message(self) -> str:
        """Why the span would go, after where it is if its line is none of the file."""
        within = "" if self.place.has_lines else f"{self.place.name}:{self.finding.line}: "
        return f"{within}{self.finding.why}"
