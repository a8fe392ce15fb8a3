"""What cleaning a document gives."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from cleaner.sites import UNKNOWN, Site
from cleaner.text.mark import Mark


class Status(StrEnum):
    """Whether a result can be used as it is."""

    OK = "ok"
    SUSPICIOUS = "suspicious"
    EMPTY = "empty"


class Removed(NamedTuple):
    """A stretch that went: where it stood in the original (in characters), what it was, which rules took it."""

    start: int
    text: str
    rules: tuple[str, ...]


class Finder(StrEnum):
    """What found the text of a page."""

    SELECTOR = "selector"  # of the site's rule file
    EXTRACTOR = "extractor"  # trafilatura
    LINES = "lines"  # of the page, each judged


@dataclass(frozen=True, slots=True)
class Taken:
    """What a site's selector took from the page: elements, and characters of their visible text."""

    selector: str
    elements: int
    characters: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """The text of a page, or a `problem` and no text.

    `url` is what the page says of its own address. `problem` is a slug: "no-content", "not-html", "too-deep",
    "too-large", "binary", "undecodable", "extractor-failed". `found_by` is what found the text, `reason` why it did.
    """

    text: str
    url: str | None = None
    taken: tuple[Taken, ...] = ()
    problem: str | None = None
    found_by: Finder = Finder.EXTRACTOR
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The clean text, and all that went.

    `marks` are the drops that took effect; white space that went along stands only in `removed`, as rule "seam".
    `problems` says why a result is suspicious or empty. `extraction` is there for pages.
    """

    text: str
    removed: tuple[Removed, ...] = ()
    status: Status = Status.OK
    marks: tuple[Mark, ...] = ()
    site: Site = UNKNOWN
    problems: tuple[str, ...] = ()
    extraction: Extraction | None = None

    def undo(self) -> str:
        """The decoded original; for a page, the text that was extracted from it."""
        return restore(self.text, self.removed)


def restore(text: str, removed: Iterable[Removed]) -> str:
    """The original of a clean text.

    >>> restore("One. Two.", [Removed(5, "See: three. ", ("see",))])
    'One. See: three. Two.'
    """
    pieces: list[str] = []
    written = position = 0
    for start, gone, _ in removed:
        kept = start - written
        pieces += (text[position : position + kept], gone)
        position += kept
        written = start + len(gone)
    pieces.append(text[position:])
    return "".join(pieces)


def render(text: str, removed: Sequence[Removed]) -> str:
    """The original without what was removed: slices, so a subsequence by construction."""
    pieces, position = [], 0
    for start, gone, _ in removed:
        pieces.append(text[position:start])
        position = start + len(gone)
    pieces.append(text[position:])
    return "".join(pieces)
