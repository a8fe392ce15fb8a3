"""The outcome of the work on one document, for each command: plain data that worker processes can send."""

from collections.abc import Mapping
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.report.plural import counted, size
from cleaner.result import Status, Taken
from cleaner.text.languages import UNKNOWN_LANGUAGES, Languages


class Finding(NamedTuple):
    """A span that cleaning would remove, without the white space at its ends, and its `text`.

    Lines and columns count from one, in characters, in the extracted text of a page; the end is that of the first
    character after the span. A span that is `withheld` stays unless suspicious marks are applied.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    reason: str
    text: str
    withheld: bool = False

    @property
    def why(self) -> str:
        """The reason, and whether the span stays for now."""
        return f"{'withheld: ' if self.withheld else ''}{self.reason}"

    @property
    def fingerprint(self) -> str:
        """The rule, and 16 hexadecimal digits of the SHA-256 of the text, wherever in a document that stands.

        How the text is wrapped or indented does not count.
        """
        words = " ".join(self.text.split()).encode(errors="surrogatepass")
        return f"{self.rule} {sha256(words).hexdigest()[:16]}"


class Checked(NamedTuple):
    """What cleaning would remove from a document. `guess` names its encoding, if it was guessed."""

    findings: tuple[Finding, ...]
    status: Status = Status.OK
    problems: tuple[str, ...] = ()
    guess: str = ""

    @property
    def unclean(self) -> int:
        """The number of findings that cleaning would remove."""
        return sum(not finding.withheld for finding in self.findings)


class State(StrEnum):
    """The state of a document's clean text and marks on disk; REFUSED: none is written, as the text is records."""

    CURRENT = "current"
    WRITTEN = "written"
    MISSING = "missing"
    STALE = "stale"
    REFUSED = "refused"


class Shown(NamedTuple):
    """What a report needs of a document: HTML of it with what went marked, and its words before and after."""

    html: str
    words_before: int
    words_after: int


class Cleaned(NamedTuple):
    """What cleaning a document gave; sizes are in characters.

    `state` is None for a record, and `text` is empty unless it goes to standard output or into a container.

    `rules` has what each rule removed, and `withheld` what each would have removed. `guess` names the encoding, if it
    was guessed. `journal_fault` says why the journal lacks the outputs, or is empty.
    `page_bytes` is the size of a page, from which `characters` were extracted, and 0 for a text. `column` is what the
    column `cleaner` says, and `about` what a page says of its article; both are None unless the document is a record
    that its container alone can write. What another record is written as is in `written`. `shown` is None unless a
    report is written.
    """

    state: State | None
    status: Status
    characters: int
    removed: int
    rules: tuple[tuple[str, int], ...] = ()
    problems: tuple[str, ...] = ()
    site: str = ""
    languages: Languages = UNKNOWN_LANGUAGES
    outputs: tuple[Path, ...] = ()
    diff: str = ""
    text: str = ""
    withheld: tuple[tuple[str, int], ...] = ()
    guess: str = ""
    journal_fault: str = ""
    page_bytes: int = 0
    column: Mapping[str, Any] | None = None
    about: Mapping[str, str | None] | None = None
    shown: Shown | None = None
    written: bytes = b""

    @property
    def effect(self) -> str:
        """What cleaning did to the document, as words."""
        if self.page_bytes:
            return extracted(self.characters, self.page_bytes, self.removed)
        return f"{self.removed:,} of {counted(self.characters, 'character')} removed"


def extracted(characters: int, page_bytes: int, removed: int) -> str:
    """What was extracted from a page of so many bytes, and removed by rules; both in characters.

    >>> extracted(3982, 369_712, 0)
    'extracted 3,982 characters of 370 kB; 0 removed by rules'
    """
    return f"extracted {counted(characters, 'character')} of {size(page_bytes)}; {removed:,} removed by rules"


class RuleUse(NamedTuple):
    """What a rule removed from a document: spans, and characters alone and together with other rules."""

    rule: str
    spans: int
    alone: int
    together: int

    @property
    def characters(self) -> int:
        """All characters that the rule removed."""
        return self.alone + self.together


class Covered(NamedTuple):
    """What the rules removed from a document, in characters; `site_file` is the id of its site's rule file."""

    characters: int
    removed: int
    rules: tuple[RuleUse, ...]
    site_file: str
    problems: tuple[str, ...]
    languages: tuple[str, ...] = ()


class Difference(NamedTuple):
    """A span that is removed only with the rule file: its first line, its rules, and the lines around it.

    `text` is the lines of the span, with the span itself, of `characters` characters, in `[-` and `-]`.
    """

    line: int
    rules: tuple[str, ...]
    text: str
    characters: int
    before: str
    after: str


class Tried(NamedTuple):
    """What a rule file changes in a document; `spared` counts the characters that it saves from being removed."""

    differences: tuple[Difference, ...]
    spared: int
    selectors: tuple[Taken, ...]
    problems: tuple[str, ...]
    site_file: str
