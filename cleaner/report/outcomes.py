"""What the work on one document gives, for each command: plain data, as it crosses from the worker processes."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cleaner.result import Status, Taken


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that cleaning would take; line and column count from one, in a page those of the extracted text."""

    line: int
    column: int
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a document still holds."""

    findings: tuple[Finding, ...]
    problems: tuple[str, ...] = ()


class State(StrEnum):
    """What stands where the clean text belongs."""

    CURRENT = "current"
    WRITTEN = "written"
    MISSING = "missing"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning a document gave; figures are in characters. `text` is filled for standard input only."""

    state: State
    status: Status
    characters: int
    removed: int
    rules: tuple[tuple[str, int], ...] = ()
    problems: tuple[str, ...] = ()
    site: str = ""
    outputs: tuple[Path, ...] = ()
    diff: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class RuleTook:
    """What a rule took from a document: how often, and how many characters alone and together with other rules."""

    rule: str
    spans: int
    alone: int
    together: int

    @property
    def characters(self) -> int:
        return self.alone + self.together


@dataclass(frozen=True, slots=True)
class Covered:
    """What the rules took from a document of so many characters; `site_file` is the id of the site's rule file."""

    characters: int
    removed: int
    rules: tuple[RuleTook, ...]
    site_file: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taking:
    """A span that only goes with the file: the line it begins in, the rules that take it, and the lines around it."""

    line: int
    rules: tuple[str, ...]
    text: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Tried:
    """What the file changes in a document. `spared` counts characters that go without the file, and stay with it."""

    takings: tuple[Taking, ...]
    spared: int
    selectors: tuple[Taken, ...]
    problems: tuple[str, ...]
    site_file: str
