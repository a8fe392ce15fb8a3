"""The report of `cleaner rules coverage`, as a page and as JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

from cleaner.report.coverage import Coverage, as_data
from cleaner.report.plural import counted
from cleaner.report.sheet import Chart, Measure, Sheet


def coverage_sheet(coverage: Coverage, dead: Sequence[str], failed: Mapping[str, str]) -> tuple[Sheet, dict[str, Any]]:
    """The page, and the data for a file of JSON."""
    facts = [
        ("documents", f"{coverage.documents:,}"),
        ("changed", f"{coverage.changed:,}"),
        ("failed", f"{len(failed):,}"),
        ("characters", f"{coverage.characters:,}"),
        ("removed", f"{coverage.removed:,}"),
        ("rules that removed something", f"{len(coverage.rules):,}"),
        ("rules that did not", f"{len(dead):,}"),
    ]
    rules = [
        Measure(
            rule,
            total.characters,
            f"{counted(total.characters, 'character')} in {counted(total.documents, 'document')}",
        )
        for rule, total in coverage.totals()
    ]
    sites = [Measure(name, n, counted(n, "document")) for name, n in coverage.site_files.most_common() if name]
    charts = [Chart("Removed, by rule", "rules", rules), Chart("Documents, by rule file of their site", "files", sites)]
    data = {"cleaner_report": 1, **as_data(coverage, dead, failed)}
    return Sheet("What the rules removed", facts, charts, failed), data
