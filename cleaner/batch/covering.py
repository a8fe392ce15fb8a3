"""`cleaner rules coverage` for one document."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cleaner.batch.reading import Reading
from cleaner.files.plan import Job
from cleaner.result import Result
from cleaner.seams import SEAM
from cleaner.sites import Site


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
class Covering:
    """The work of `cleaner rules coverage`."""

    reading: Reading

    def prepare(self) -> None:
        self.reading.prepare()

    def __call__(self, job: Job) -> Covered:
        original, result = self.reading.read(job)
        removed = sum(len(piece.text) for piece in result.removed)
        rules = tuple(_rules(result))
        return Covered(len(original.text), removed, rules, self._site_file(result.site), result.problems)

    def clear_up(self, job: Job, pid: int) -> None:
        """Nothing is written."""

    def _site_file(self, site: Site) -> str:
        file = self.reading.cleaner.site_file(site)
        return file.id if file else ""


def _rules(result: Result) -> Iterator[RuleTook]:
    spans = Counter(mark.rule for mark in result.marks)
    alone, together = Counter[str](), Counter[str]()
    for piece in result.removed:
        rules = [rule for rule in piece.rules if rule != SEAM]
        for rule in rules:
            (alone if len(rules) == 1 else together)[rule] += len(piece.text)
    for rule in sorted(spans):
        yield RuleTook(rule, spans[rule], alone[rule], together[rule])
