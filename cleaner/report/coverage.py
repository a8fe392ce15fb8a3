"""What each rule removed from the documents of a run, as lines for people and as JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cleaner.report.outcomes import Covered, RuleUse
from cleaner.report.plural import counted
from cleaner.rules.rule import RuleFile
from cleaner.text.mark import Verb

# How many documents are named for each rule: those from which it removed most. Chosen by hand.
NAMED_DOCUMENTS = 3


@dataclass(slots=True)
class RuleTotal:
    """What one rule removed from all documents; `most` holds (characters, name) of those from which it removed most."""

    documents: int = 0
    spans: int = 0
    alone: int = 0
    together: int = 0
    most: list[tuple[int, str]] = field(default_factory=list)

    @property
    def characters(self) -> int:
        """All characters that the rule removed."""
        return self.alone + self.together

    def add(self, name: str, use: RuleUse) -> None:
        """Add what the rule removed from one document."""
        self.documents += 1
        self.spans += use.spans
        self.alone += use.alone
        self.together += use.together
        self.most = sorted([*self.most, (use.characters, name)], key=lambda m: (-m[0], m[1]))[:NAMED_DOCUMENTS]


@dataclass(slots=True)
class Coverage:
    """The totals of a run, in an order that does not depend on that of the documents."""

    documents: int = 0
    changed: int = 0
    characters: int = 0
    removed: int = 0
    rules: dict[str, RuleTotal] = field(default_factory=dict)
    site_files: Counter[str] = field(default_factory=Counter)
    languages: set[str] = field(default_factory=set)

    def add(self, name: str, covered: Covered) -> None:
        """Add what the rules removed from one document."""
        self.documents += 1
        self.changed += bool(covered.removed)
        self.characters += covered.characters
        self.removed += covered.removed
        self.site_files[covered.site_file] += 1
        self.languages.update(covered.languages)
        for use in covered.rules:
            self.rules.setdefault(use.rule, RuleTotal()).add(name, use)

    def totals(self) -> list[tuple[str, RuleTotal]]:
        """The rules with their totals; those that removed most come first."""
        return sorted(self.rules.items(), key=lambda item: (-item[1].characters, item[0]))

    def dead(self, files: Iterable[RuleFile], allowed: Iterable[str]) -> list[str]:
        """The ids of rules that could have removed something and did not: those of languages and sites in the run.

        `allowed` are the ids of the rules that could run.
        """
        ids = set(allowed)
        of_languages = (file for file in files if file.language is None or file.language in self.languages)
        met = [file for file in of_languages if not file.sites or file.id in self.site_files]
        rules = [rule for file in met for rule in file.rules if rule.verb is Verb.DROP and rule.id in ids]
        return [rule.id for rule in rules if rule.id not in self.rules]


def table(coverage: Coverage) -> Iterator[str]:
    """One line for each rule that removed something."""
    width = max(map(len, ["rule", *coverage.rules]))
    if coverage.rules:
        yield f"{'rule':<{width}}  documents    spans      alone   together  most in"
    for rule, total in coverage.totals():
        counts = f"{total.documents:>9,}{total.spans:>9,}{total.alone:>11,}{total.together:>11,}"
        most = ", ".join(f"{name} ({characters:,})" for characters, name in total.most)
        yield f"{rule:<{width}}  {counts}  {most}"


def coverage_summary(coverage: Coverage, dead: list[str]) -> str:
    """One line with the totals."""
    sites = len(coverage.site_files) - ("" in coverage.site_files)
    return (
        f"{counted(coverage.documents, 'document')}, {coverage.changed:,} changed, "
        f"{counted(sites, 'site')} with rules; "
        f"{counted(len(coverage.rules), 'rule')} removed {coverage.removed:,} of "
        f"{counted(coverage.characters, 'character')}, "
        f"{counted(len(dead), 'rule')} of its languages removed nothing (--dead lists them)"
    )


def as_json(coverage: Coverage, dead: Sequence[str], failures: Mapping[str, str]) -> str:
    """The same as one JSON object; `failures` has the reason of each document that failed."""
    return json.dumps(as_data(coverage, dead, failures), indent=1)


def as_data(coverage: Coverage, dead: Sequence[str], failures: Mapping[str, str]) -> dict[str, Any]:
    """The same as what JSON can hold."""
    return {
        "documents": coverage.documents,
        "changed": coverage.changed,
        "characters": coverage.characters,
        "removed": coverage.removed,
        "rules": [
            {
                "rule": rule,
                "documents": total.documents,
                "spans": total.spans,
                "alone": total.alone,
                "together": total.together,
                "most": [{"path": name, "characters": characters} for characters, name in total.most],
            }
            for rule, total in coverage.totals()
        ],
        "dead": dead,
        "site_files": dict(sorted((name, n) for name, n in coverage.site_files.items() if name)),
        "failures": failures,
    }
