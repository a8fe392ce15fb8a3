"""What each rule took from the documents of a run, as lines for people and as JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cleaner.report.console import shown_name
from cleaner.report.outcomes import Covered, RuleTook
from cleaner.rules.rule import RuleFile
from cleaner.text.mark import Verb

# The documents that are named for each rule, of those in which it took the most.
NAMED_DOCUMENTS = 3


@dataclass(slots=True)
class RuleTotal:
    """What one rule took from all documents; `most` names those in which it took the most characters, with these."""

    documents: int = 0
    spans: int = 0
    alone: int = 0
    together: int = 0
    most: list[tuple[int, str]] = field(default_factory=list)

    @property
    def characters(self) -> int:
        return self.alone + self.together

    def add(self, name: str, took: RuleTook) -> None:
        self.documents += 1
        self.spans += took.spans
        self.alone += took.alone
        self.together += took.together
        self.most = sorted([*self.most, (took.characters, name)], key=lambda m: (-m[0], m[1]))[:NAMED_DOCUMENTS]


@dataclass(slots=True)
class Coverage:
    """The totals of a run, in an order that does not depend on that of the documents."""

    documents: int = 0
    changed: int = 0
    characters: int = 0
    removed: int = 0
    rules: dict[str, RuleTotal] = field(default_factory=dict)
    site_files: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, covered: Covered) -> None:
        self.documents += 1
        self.changed += bool(covered.removed)
        self.characters += covered.characters
        self.removed += covered.removed
        self.site_files[covered.site_file] += 1
        for took in covered.rules:
            self.rules.setdefault(took.rule, RuleTotal()).add(name, took)

    def totals(self) -> list[tuple[str, RuleTotal]]:
        """What took the most stands first."""
        return sorted(self.rules.items(), key=lambda item: (-item[1].characters, item[0]))

    def dead(self, files: Iterable[RuleFile], allowed: Iterable[str]) -> list[str]:
        """The rules that could have taken something and did not: common ones, and those of sites that were met."""
        ids = set(allowed)
        met = [file for file in files if not file.sites or file.id in self.site_files]
        rules = [rule for file in met for rule in file.rules if rule.verb is Verb.DROP and rule.id in ids]
        return [rule.id for rule in rules if rule.id not in self.rules]


def table(coverage: Coverage, dead: list[str]) -> Iterator[str]:
    """One line for each rule that took something, then the ids of those that did not."""
    width = max(map(len, ["rule", *coverage.rules]))
    if coverage.rules:
        yield f"{'rule':<{width}}  documents    spans      alone   together  most in"
    for rule, total in coverage.totals():
        counts = f"{total.documents:>9,}{total.spans:>9,}{total.alone:>11,}{total.together:>11,}"
        most = ", ".join(f"{shown_name(name)} ({characters:,})" for characters, name in total.most)
        yield f"{rule:<{width}}  {counts}  {most}"
    if dead:
        yield f"dead, {len(dead):,} rules:"
        yield from (f"  {rule}" for rule in dead)


def coverage_summary(coverage: Coverage, dead: list[str]) -> str:
    sites = len(coverage.site_files) - ("" in coverage.site_files)
    return (
        f"{coverage.documents:,} documents of {sites:,} sites with rules, {coverage.changed:,} changed; "
        f"{len(coverage.rules):,} rules took {coverage.removed:,} of {coverage.characters:,} characters, "
        f"{len(dead):,} took nothing"
    )


def as_json(coverage: Coverage, dead: list[str], failures: dict[str, str]) -> str:
    return json.dumps(
        {
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
        },
        indent=1,
    )
