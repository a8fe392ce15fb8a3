"""The report on a run as a page, and as a paragraph and JSON to cite."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from cleaner.report.collected import Amount, Collected, largest
from cleaner.report.plural import counted
from cleaner.report.sheet import Chart, Measure, Sheet
from cleaner.report.tally import Report
from cleaner.result import Status
from cleaner.version import __version__

# Digits of a digest in the paragraph, and families that it names; the JSON has all. Chosen by hand.
DIGITS, MOST_FAMILIES = 12, 3


class MadeBy(NamedTuple):
    """By what a corpus was cleaned: the digests of all rules and settings, and of the weights; each rule's family."""

    rules: str
    weights: str
    families: Mapping[str, str]


def datasheet(report: Report, collected: Collected, origin: MadeBy) -> dict[str, Any]:
    """Words and documents before and after, and shares, as JSON. Characters that two rules removed count for both."""
    lost = report.statuses[Status.EMPTY] + len(report.failed)
    families = _families(report.rules, origin.families)
    return {
        "cleaner_report": 1,
        "version": __version__,
        "rules_sha256": origin.rules,
        "weights_sha256": origin.weights,
        "documents": {
            "before": report.documents,
            "after": report.documents - lost,
            "empty": report.statuses[Status.EMPTY],
            "suspicious": report.statuses[Status.SUSPICIOUS],
            "failed": len(report.failed),
        },
        "words": {"before": collected.words_before, "after": collected.words_after},
        "characters": {"before": report.characters, "removed": report.removed},
        "removed_by_family": dict(families.most_common()),
        "removed_by_rule": dict(report.top_rules()),
        "sites": {name: _plain(amount) for name, amount in largest(collected.sites)},
        "languages": {name: _plain(amount) for name, amount in largest(collected.languages)},
        "interrupted": report.interrupted,
    }


def sheet_of(report: Report, collected: Collected, data: Mapping[str, Any]) -> Sheet:
    """The page of `cleaner clean --report`; `data` is the datasheet of the same."""
    documents = data["documents"]
    facts = [
        ("documents", f"{documents['before']:,}"),
        ("failed", f"{documents['failed']:,}"),
        ("suspicious", f"{documents['suspicious']:,}"),
        ("empty", f"{documents['empty']:,}"),
        ("words before", f"{collected.words_before:,}"),
        ("words after", f"{collected.words_after:,}"),
        ("removed", f"{report.share_removed:.1%} of the characters"),
    ]
    charts = [
        Chart("Share removed, by site", "sites", _shares(collected.sites)),
        Chart("Removed, by family", "families", _removed(data["removed_by_family"])),
        Chart("Removed, by rule", "rules", _removed(report.rules)),
        Chart("Share removed, by language", "languages", _shares(collected.languages)),
        Chart("Withheld, by rule", "rules", _removed(report.withheld)),
    ]
    title = "What was cleaned" + (" until the run was interrupted" if report.interrupted else "")
    shown = {**data, "sites": dict(list(data["sites"].items())[:100])}  # the file of JSON has all
    cite = _paragraph(data, report.share_removed)
    return Sheet(title, facts, charts, report.failed, [*collected.doubtful], [*collected.samples], cite, shown)


def _paragraph(data: Mapping[str, Any], share: float) -> str:
    documents, words = data["documents"], data["words"]
    families = ", ".join(list(data["removed_by_family"])[:MOST_FAMILIES])
    most = f" Most of it was {families}." if families else ""
    return (
        f"Cleaned with cleaner {data['version']} (rules {data['rules_sha256'][:DIGITS]}, "
        f"weights {data['weights_sha256'][:DIGITS]}). Before: {counted(documents['before'], 'document')} of "
        f"{counted(words['before'], 'word')}; after: {counted(documents['after'], 'document')} of "
        f"{counted(words['after'], 'word')}. {share:.1%} of the characters were removed.{most} "
        f"{documents['suspicious']:,} are suspicious, {documents['empty']:,} empty, {documents['failed']:,} failed. "
        "A word is what white space parts."
    )


def _families(rules: Mapping[str, int], families: Mapping[str, str]) -> Counter[str]:
    """Characters by family; what is no rule of a file, such as a heuristic, counts under the first part of its id."""
    removed = Counter[str]()
    for rule, characters in rules.items():
        removed[families.get(rule, rule.partition("/")[0])] += characters
    return removed


def _plain(amount: Amount) -> dict[str, Any]:
    return {"documents": amount.documents, "characters": amount.characters, "removed": amount.removed}


def _shares(amounts: dict[str, Amount]) -> list[Measure]:
    return [
        Measure(name, amount.share, f"{amount.share:.1%} of {counted(amount.documents, 'document')}")
        for name, amount in largest(amounts)
    ]


def _removed(rules: Mapping[str, int]) -> list[Measure]:
    in_order = sorted(rules.items(), key=lambda item: (-item[1], item[0]))
    return [Measure(name, characters, counted(characters, "character")) for name, characters in in_order]
