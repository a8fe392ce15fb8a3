"""What a change of rules would do to all documents, found in the background and read while it grows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cleaner.batch.worker import Failure
from cleaner.commands.reader import DocumentReader
from cleaner.commands.rules.comparison import Comparison
from cleaner.corpus.source import Source
from cleaner.report.outcomes import Tried
from cleaner.sites import covering

# Documents, and near misses, that are shown; chosen by hand: nobody reads more before they decide.
MOST_DOCUMENTS, MOST_MISSES = 100, 30
# Near misses of one document.
MISSES_OF_ONE = 3
# Characters of a near miss.
SHOWN = 160


class Weighed(NamedTuple):
    """What a change does to one document, and lines that begin like the one it is for, and stay."""

    tried: Tried
    near_misses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighing:
    """Cleans a document without the change and with it. `first_words` are those of the line that a rule is for."""

    without: DocumentReader
    reader: DocumentReader
    first_words: str = ""

    def prepare(self) -> None:
        self.without.prepare()
        self.reader.prepare()

    def __call__(self, source: Source) -> Weighed:
        tried, after = Comparison(self.without, self.reader).compared(source)
        return Weighed(tried, tuple(self._near_misses(after.text.splitlines()))[:MISSES_OF_ONE])

    def _near_misses(self, lines: Iterable[str]) -> Iterable[str]:
        wanted = self.first_words.lower()
        return (line.strip()[:SHOWN] for line in lines if wanted and line.strip().lower().startswith(wanted))


@dataclass(slots=True)
class Effect:
    """The sum over the documents so far, of `total`; sizes are in characters."""

    total: int
    done: int = 0
    changed: int = 0
    spans: int = 0
    characters: int = 0
    spared: int = 0
    failed: int = 0
    over: bool = False
    documents: list[dict[str, Any]] = field(default_factory=list)
    near_misses: list[dict[str, Any]] = field(default_factory=list)

    def add(self, number: int, name: str, outcome: Weighed | Failure) -> None:
        """Count one document."""
        self.done += 1
        if isinstance(outcome, Failure):
            self.failed += 1
            return
        tried = outcome.tried
        self.spans += len(tried.differences)
        self.characters += sum(difference.characters for difference in tried.differences)
        self.spared += tried.spared
        if tried.differences or tried.spared:
            self.changed += 1
            if len(self.documents) < MOST_DOCUMENTS:
                differences = [difference._asdict() for difference in tried.differences]
                self.documents.append(
                    {"number": number, "name": name, "differences": differences, "spared": tried.spared}
                )
        for line in outcome.near_misses[: max(0, MOST_MISSES - len(self.near_misses))]:
            self.near_misses.append({"number": number, "name": name, "line": line})


def concerned(hosts: Sequence[str], sites: Sequence[str | None]) -> list[int]:
    """The numbers of the documents that a change for these hosts can reach, those that are known to be theirs first.

    No host stands for all documents. `sites` has the site of each document, or None while it is not known.

    >>> concerned(["b.example"], [None, "a.example", "news.b.example"])
    [2, 0]
    """
    if not hosts:
        return list(range(len(sites)))
    known = dict.fromkeys(hosts)
    own = [n for n, site in enumerate(sites) if site and covering(site, known)]
    return own + [n for n, site in enumerate(sites) if site is None]
