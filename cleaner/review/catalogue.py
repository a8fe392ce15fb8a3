"""All documents of a review by number, and what is known of each so far."""

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, NamedTuple

from cleaner.batch.worker import Failure
from cleaner.result import Status
from cleaner.review.entries import CatalogueEntry

FAILED = "failed"
WITHHELD = "withheld"
# What a person should see first, in this order.
ATTENTION = (FAILED, Status.SUSPICIOUS, WITHHELD, Status.EMPTY)


class Surveyed(NamedTuple):
    """What cleaning one document gave, without its text; sizes are in characters.

    `status` is that of the result, or "withheld" where marks were withheld, or "failed".
    """

    status: str
    site: str = ""
    language: str = ""
    rules: tuple[str, ...] = ()
    characters: int = 0
    removed: int = 0
    problem: str = ""


class Filter(NamedTuple):
    """What documents must have to be listed; an empty field demands nothing."""

    status: str = ""
    site: str = ""
    language: str = ""
    rule: str = ""
    name: str = ""

    def lets(self, name: str, surveyed: Surveyed | None) -> bool:
        """Whether a document of this name is listed."""
        if self.name and self.name.lower() not in name.lower():
            return False
        if surveyed is None:
            return not (self.site or self.language or self.rule or self.status)
        return (
            self.status in {"", surveyed.status, "changed" if surveyed.removed else "unchanged"}
            and self.site in {"", surveyed.site}
            and self.language in {"", surveyed.language}
            and (not self.rule or self.rule in surveyed.rules)
        )


@dataclass(slots=True)
class Catalogue:
    """The documents in the order in which they were found; `whole` once all were. Threads may share it."""

    entries: list[CatalogueEntry] = field(default_factory=list)
    surveyed: list[Surveyed | None] = field(default_factory=list)
    whole: bool = False
    _lock: Lock = field(default_factory=Lock)
    _words: dict[Any, Any] = field(default_factory=dict)
    _waiting: deque[int] = field(default_factory=deque)

    def add(self, entry: CatalogueEntry) -> None:
        """Add a document."""
        with self._lock:
            self._waiting.append(len(self.entries))
            self.surveyed.append(None)
            self.entries.append(entry)

    def note(self, number: int, outcome: Surveyed | Failure) -> None:
        """Keep what cleaning the document gave; equal names are held once."""
        if isinstance(outcome, Failure):
            outcome = Surveyed(FAILED, problem=str(outcome))
        once = self._words.setdefault
        kept = outcome._replace(
            site=once(outcome.site, outcome.site),
            language=once(outcome.language, outcome.language),
            rules=once(outcome.rules, outcome.rules),
        )
        with self._lock:
            self.surveyed[number] = kept

    def survey_again(self, numbers: Iterable[int]) -> None:
        """Other rules run on these documents now. Until they are surveyed, what was known of them is shown."""
        with self._lock:
            self._waiting = deque(dict.fromkeys((*numbers, *self._waiting)))

    def take(self, most: int) -> list[int]:
        """The numbers of the next documents to be surveyed, at most so many."""
        with self._lock:
            return [self._waiting.popleft() for _ in range(min(most, len(self._waiting)))]

    def listed(self, wanted: Filter) -> list[int]:
        """The numbers of the documents that a filter lets, those that need attention first."""
        names = [entry.name for entry in list(self.entries)]
        found = [n for n, name in enumerate(names) if wanted.lets(name, self.surveyed[n])]
        return sorted(found, key=lambda n: (self._rank(n), names[n]))

    def _rank(self, number: int) -> int:
        known = self.surveyed[number]
        return ATTENTION.index(known.status) if known and known.status in ATTENTION else len(ATTENTION)

    def counts(self) -> dict[str, Any]:
        """How many documents there are, are surveyed, and have each status, site, language and rule."""
        known = [each for each in list(self.surveyed) if each is not None]
        statuses = Counter(each.status for each in known)
        statuses["changed"] = sum(bool(each.removed) for each in known)
        statuses["unchanged"] = len(known) - statuses["changed"]
        return {
            "documents": len(self.entries),
            "whole": self.whole,
            "surveyed": len(known),
            "status": statuses.most_common(),
            "site": Counter(each.site for each in known if each.site).most_common(),
            "language": Counter(each.language for each in known if each.language).most_common(),
            "rule": Counter(rule for each in known for rule in each.rules).most_common(),
        }
