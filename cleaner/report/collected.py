"""What a report shows besides the totals of a run: shares by site and language, words, and marked documents."""

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from cleaner.report.outcomes import Cleaned
from cleaner.report.sheet import MarkedDocument
from cleaner.result import Status

# Documents that a report shows: suspicious and empty ones, and others of which something was removed. Chosen by hand:
# as many as somebody reads.
MOST_DOUBTFUL, MOST_SAMPLES = 50, 30


@dataclass(slots=True)
class Amount:
    """Documents, and their characters before cleaning, and of these the ones removed."""

    documents: int = 0
    characters: int = 0
    removed: int = 0

    @property
    def share(self) -> float:
        """The share of the characters that was removed, from 0 to 1."""
        return self.removed / self.characters if self.characters else 0.0


@dataclass(slots=True)
class Chosen:
    """At most so many of the documents that are added: the same ones in whatever order they come."""

    most: int
    _kept: list[tuple[bytes, MarkedDocument]] = field(default_factory=list)

    def add(self, sample: MarkedDocument) -> None:
        """Take a document if its name falls among the first by digest."""
        insort(self._kept, (sha256(sample.name.encode(errors="surrogateescape")).digest(), sample))
        del self._kept[self.most :]

    def __iter__(self) -> Iterator[MarkedDocument]:
        return iter(sorted(sample for _, sample in self._kept))


@dataclass(slots=True)
class Collected:
    """Grows with the documents of a run; its size depends on the number of sites alone."""

    sites: dict[str, Amount] = field(default_factory=dict)
    languages: dict[str, Amount] = field(default_factory=dict)
    words_before: int = 0
    words_after: int = 0
    doubtful: Chosen = field(default_factory=lambda: Chosen(MOST_DOUBTFUL))
    samples: Chosen = field(default_factory=lambda: Chosen(MOST_SAMPLES))

    def add(self, name: str, cleaned: Cleaned) -> None:
        """Add a cleaned document, with what of it is to be shown."""
        site = cleaned.site.partition(" (")[0]
        language = next(iter(cleaned.languages.own), "unknown")
        for amounts, key in ((self.sites, site), (self.languages, language)):
            amount = amounts.setdefault(key, Amount())
            amount.documents += 1
            amount.characters += cleaned.characters
            amount.removed += cleaned.removed
        if cleaned.shown is None:
            return
        html, before, after = cleaned.shown
        self.words_before += before
        self.words_after += after
        status = "" if cleaned.status is Status.OK else f"{cleaned.status}: {', '.join(cleaned.problems)}; "
        sample = MarkedDocument(name, f"{status}{cleaned.effect}; {cleaned.site}", html)
        if status:
            self.doubtful.add(sample)
        elif cleaned.removed:
            self.samples.add(sample)


def largest(amounts: dict[str, Amount]) -> Iterable[tuple[str, Amount]]:
    """The amounts by what was removed, most first."""
    return sorted(amounts.items(), key=lambda item: (-item[1].removed, item[0]))
