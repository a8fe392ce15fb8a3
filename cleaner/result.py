"""What cleaning a document gives."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from cleaner.errors import DocumentError
from cleaner.sites import UNKNOWN, Site
from cleaner.text.languages import UNKNOWN_LANGUAGES, Languages
from cleaner.text.mark import Mark
from cleaner.text.resolve import Span, unite
from cleaner.text.seams import SEAM


class Status(StrEnum):
    """Whether a result can be used as it is."""

    OK = "ok"
    SUSPICIOUS = "suspicious"
    EMPTY = "empty"


def status_of(text: str, problems: Sequence[str]) -> Status:
    """The status of a clean text with these problems."""
    if not text or text.isspace():
        return Status.EMPTY
    return Status.SUSPICIOUS if problems else Status.OK


class Removed(NamedTuple):
    """A removed span: where it starts in the original, in characters, its text, and the rules that removed it.

    >>> piece = Removed(5, "See: two.\\n", ("common/en/see-also", "seam"))
    >>> piece.end, piece.rule_ids
    (15, ('common/en/see-also',))
    """

    start: int
    text: str
    rules: tuple[str, ...]

    @property
    def end(self) -> int:
        """Where the span ends in the original, in characters; exclusive."""
        return self.start + len(self.text)

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """`rules` without "seam", which is no rule; empty where only white space was removed."""
        return tuple([rule for rule in self.rules if rule != SEAM])


class Finder(StrEnum):
    """What found the text of a page."""

    SELECTOR = "selector"  # a selector of the site's rule file
    EXTRACTOR = "extractor"  # trafilatura
    LINES = "lines"  # the line model, which judges every line of the page


class Taken(NamedTuple):
    """What a site's selector removed from the page: a number of elements, and of characters of visible text."""

    selector: str
    elements: int
    characters: int


class Extraction(NamedTuple):
    """The text of a page, which ends in one line end, or a `problem` and no text.

    `url` is the address that the page gives itself, `found_by` what found the text and `reason` why that was used.
    `problem` is a slug: "no-content", "index", "not-html", "too-deep", "too-complex", "too-large", "binary",
    "undecodable" or "extractor-failed". `message` says for people what is wrong and what to do. `doubt` says why a text
    may be no article: the result is then suspicious. `headline` is the line that the page names as its headline, or
    "". `guess` names the encoding of the page, such as "windows-1252", if it was guessed; else it is "".
    """

    text: str
    url: str | None = None
    taken: tuple[Taken, ...] = ()
    problem: str | None = None
    found_by: Finder = Finder.EXTRACTOR
    reason: str = ""
    message: str = ""
    doubt: str = ""
    headline: str = ""
    guess: str = ""

    def require_text(self) -> None:
        """Raise `DocumentError` if the page gave no text."""
        if self.problem:
            raise DocumentError(self.problem, self.message)


@dataclass(frozen=True, slots=True)
class Result:
    """The clean text, and everything that was removed.

    `marks` are the drops that took effect. White space removed with them is only in `removed`, as rule "seam".
    `problems` says why a result is suspicious or empty. `extraction` is None unless the document is a page. `withheld`
    are drops that would remove more than such residue ever is, and did not take effect. `refused`: the text is records,
    such as CSV, and was not cleaned.
    """

    text: str
    removed: tuple[Removed, ...] = ()
    status: Status = Status.OK
    marks: tuple[Mark, ...] = ()
    site: Site = UNKNOWN
    problems: tuple[str, ...] = ()
    extraction: Extraction | None = None
    withheld: tuple[Mark, ...] = ()
    languages: Languages = UNKNOWN_LANGUAGES
    refused: bool = False

    @property
    def removed_characters(self) -> int:
        """The number of characters removed, white space at the seams included."""
        return sum(len(piece.text) for piece in self.removed)

    @property
    def withheld_spans(self) -> list[Span]:
        """What the withheld marks cover: starts and ends in the original, in characters, with the rules of each."""
        return unite([(mark.rule, mark.start, mark.end) for mark in self.withheld])

    def undo(self) -> str:
        """The decoded original; for a page, the text that was extracted from it."""
        return restore(self.text, self.removed)

    def _repr_html_(self) -> str:
        """What a notebook shows: the facts, and the original with what was removed or withheld marked in it."""
        from cleaner.notebook import counts, shown

        removed = self.removed_characters
        facts = [
            f"{self.status}; site {self.site.host or 'unknown'}; language {self.languages}",
            f"{removed:,} of {removed + len(self.text):,} characters removed",
            *self.problems,
        ]
        if rules := counts(rule for piece in self.removed for rule in piece.rule_ids):
            facts.insert(2, f"by {rules}")
        return shown(facts, self.undo(), self.removed, self.withheld_spans)

    def over(self, original: str) -> "Result":
        """The same spans over a text of the same length, which differs in characters that cannot be written."""
        removed = tuple(piece._replace(text=original[piece.start : piece.end]) for piece in self.removed)
        return replace(self, text=render(original, removed), removed=removed)


def restore(text: str, removed: Iterable[Removed]) -> str:
    """The original of a clean text.

    >>> restore("One. Two.", [Removed(5, "See: three. ", ("see",))])
    'One. See: three. Two.'
    """
    return "".join(restored_pieces(text, removed))


def restored_pieces(text: str, removed: Iterable[Removed]) -> Iterator[str]:
    """The pieces of the original of a clean text: what is kept of it and what is removed, in turn."""
    written = position = 0
    for start, gone, _ in removed:
        kept = start - written
        yield text[position : position + kept]
        yield gone
        position += kept
        written = start + len(gone)
    yield text[position:]


def is_original(original: str, text: str, removed: Iterable[Removed]) -> bool:
    """Whether `restore` gives this original; no second one is made.

    >>> is_original("One. Two.", "Two.", [Removed(0, "One. ", ("see",))])
    True
    """
    place = position = 0
    for start, gone, _ in removed:
        kept = start - place
        if (
            kept < 0
            or original[place:start] != text[position : position + kept]
            or not original.startswith(gone, start)
        ):
            return False
        position += kept
        place = start + len(gone)
    return original[place:] == text[position:]


def render(text: str, removed: Sequence[Removed]) -> str:
    """The original without the removed spans; made of slices, so it is a subsequence by construction."""
    pieces, position = [], 0
    for start, gone, _ in removed:
        pieces.append(text[position:start])
        position = start + len(gone)
    pieces.append(text[position:])
    return "".join(pieces)
