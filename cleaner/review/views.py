"""The work on one document, beside the server: what a survey notes of it, and what the page shows of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from cleaner.api import Cleaner
from cleaner.commands.reader import DocumentReader
from cleaner.corpus.source import Source
from cleaner.heuristics.judge import IDS
from cleaner.result import Result, Status
from cleaner.review.catalogue import WITHHELD, Surveyed
from cleaner.review.drafting import draft
from cleaner.review.passages import passages
from cleaner.text.mark import Verb


@dataclass(frozen=True, slots=True)
class Survey:
    """Cleans a document, and gives what is noted of it."""

    reader: DocumentReader

    def prepare(self) -> None:
        self.reader.prepare()

    def __call__(self, source: Source) -> Surveyed:
        original, result = self.reader.read(source)
        rules = dict.fromkeys(mark.rule for mark in (*result.marks, *result.withheld))
        return Surveyed(
            WITHHELD if result.withheld and result.status is Status.OK else str(result.status),
            result.site.host or "",
            str(result.languages.own[0]) if result.languages.own else "unknown",
            tuple(sorted(rules)),
            len(original.text),
            result.removed_characters,
            "; ".join(result.problems),
        )


class Glance(NamedTuple):
    """A document to be shown. With an `offset`, a rule for the line there is asked for, which drops or keeps it."""

    reader: DocumentReader
    source: Source
    offset: int | None = None
    verb: Verb = Verb.DROP


@dataclass(frozen=True, slots=True)
class View:
    """Cleans a document, and gives what the page shows of it: an object of JSON."""

    reader: DocumentReader

    def prepare(self) -> None:
        self.reader.prepare()

    def __call__(self, glance: Glance) -> dict[str, Any]:
        original, result = glance.reader.read(glance.source)
        if glance.offset is not None:
            return draft(original.text, glance.offset, glance.verb)._asdict() | {"site": result.site.host or ""}
        return {
            "name": glance.source.name,
            "site": result.site.host or "",
            "decided_by": result.site.decided_by,
            "language": str(result.languages),
            "status": str(result.status),
            "problems": list(result.problems),
            "encoding": original.guess,
            "page": glance.source.page,
            "characters": len(original.text),
            "removed": result.removed_characters,
            "rules": rules_of(glance.reader.cleaner, result),
            "lines": passages(original.text, result),
            "clean": result.text,
        }


def rules_of(cleaner: Cleaner, result: Result) -> dict[str, dict[str, str]]:
    """The family and the reason of each rule that marked something."""
    reasons = {mark.rule: mark.detail for mark in (*result.marks, *result.withheld)}
    families = dict(_families(cleaner, result, reasons.keys() - IDS))
    return {
        rule: {"family": families.get(rule, "heuristic"), "reason": reason} for rule, reason in sorted(reasons.items())
    }


def _families(cleaner: Cleaner, result: Result, wanted: set[str]) -> Iterator[tuple[str, str]]:
    """The families of these rules. Files of other sites are not read: those of all sites come last."""
    own = cleaner.site_file(result.site)
    for file in chain([own] if own else [], cleaner.files()):
        if not wanted:
            return
        for rule in file.rules:
            if rule.id in wanted:
                wanted.discard(rule.id)
                yield rule.id, str(rule.family)
