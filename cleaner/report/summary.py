"""The summary of a run, as lines for people and as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from cleaner.report.outcomes import State, extracted
from cleaner.report.plural import aligned, counted
from cleaner.report.tally import TOP_RULES, Report
from cleaner.result import Status

# Lines of a list for people, as of suspicious documents; chosen by hand, to keep the list on one screen.
MOST_LISTED = 20


def lines(report: Report) -> Iterator[str]:
    """The summary of `cleaner clean`."""
    if report.interrupted:
        yield "interrupted; this is what was done so far"
    if report.documents:
        yield from _fates(report)
    if report.skipped:
        reasons = ", ".join(f"{count:,} {reason}" for reason, count in sorted(report.skipped.items()))
        yield f"{report.skipped.total():,} skipped: {reasons}"
    if report.states:
        yield "clean files: " + ", ".join(
            f"{report.states[state]:,} {state}" for state in State if report.states[state]
        )
    if report.removed:
        yield f"{report.share_removed:.1%} of the text removed, most of it by:"
        for rule, characters in report.top_rules()[:TOP_RULES]:
            yield f"  {aligned(characters, 'character', 9)}  {rule}"
    if report.withheld:
        yield f"marks of {counted(len(report.withheld), 'rule')} withheld; --apply-suspicious applies them"
    yield from doubtful_lines(report)


def _fates(report: Report) -> Iterator[str]:
    """What became of the documents, and of the pages among them."""
    fates = [(report.changed, "changed"), (report.unchanged, "unchanged"), (report.pages.extracted, "extracted")]
    shown = fates if report.pages.extracted else fates[:2]
    yield (
        f"{counted(report.documents, 'document')}: {', '.join(f'{n:,} {fate}' for n, fate in shown)}, "
        f"{len(report.failed):,} failed, {report.statuses[Status.SUSPICIOUS]:,} suspicious, "
        f"{report.statuses[Status.EMPTY]:,} empty"
    )
    if report.pages.extracted:
        pages = report.pages
        yield f"pages: {extracted(pages.characters, pages.bytes, pages.removed)}"


def check_lines(report: Report) -> Iterator[str]:
    """The summary of `cleaner check`."""
    if report.interrupted:
        yield "interrupted; this is what was found so far"
    findings = f"{counted(report.findings, 'finding')} in {counted(report.changed, 'document')}"
    found = findings if report.findings else "clean"
    failed = f", {len(report.failed):,} failed" if report.failed else ""
    skipped = f", {report.skipped.total():,} skipped" if report.skipped else ""
    withheld = f", {counted(report.withheld.total(), 'finding')} withheld" if report.withheld else ""
    accepted = f", {counted(report.accepted, 'finding')} accepted" if report.accepted else ""
    yield f"{counted(report.documents, 'document')} checked: {found}{accepted}{withheld}{failed}{skipped}"
    yield from doubtful_lines(report)


def doubtful_lines(report: Report) -> Iterator[str]:
    """Says which encodings were guessed, and names the documents that are suspicious or empty, each with why."""
    if report.guesses:
        guesses = (f"{counted(count, 'document')} read as {name}" for name, count in report.guesses.most_common())
        yield f"encodings guessed: {', '.join(guesses)}; --encoding names another"
    doubtful = [f"{name}: {status}: {', '.join(problems)}" for name, (status, problems) in report.doubtful.items()]
    yield from shortened(doubtful, "are suspicious or empty; `cleaner clean --json` lists all")


def shortened(lines: Sequence[str], rest: str) -> list[str]:
    """The first MOST_LISTED lines, and one with the number of all others and what they are."""
    more = len(lines) - MOST_LISTED
    return [*lines[:MOST_LISTED], *([f"{more:,} more {rest}"] if more > 0 else [])]


def as_json(report: Report) -> str:
    """The summary of `cleaner clean` as one JSON object."""
    return json.dumps(
        {
            "documents": report.documents,
            "changed": report.changed,
            "unchanged": report.unchanged,
            "pages": asdict(report.pages),
            "failed": len(report.failed),
            "suspicious": report.statuses[Status.SUSPICIOUS],
            "empty": report.statuses[Status.EMPTY],
            "skipped": dict(sorted(report.skipped.items())),
            "clean_files": {state: report.states[state] for state in State},
            "characters": report.characters,
            "removed": report.removed,
            "share_removed": round(report.share_removed, 6),
            "rules": dict(report.top_rules()),
            "withheld": dict(sorted(report.withheld.items())),
            "suspicious_documents": _documents(report, Status.SUSPICIOUS),
            "empty_documents": _documents(report, Status.EMPTY),
            "languages": dict(sorted(report.languages.items())),
            "guessed_encodings": dict(sorted(report.guesses.items())),
            "failures": report.failed,
            "learnt": report.learnt,
            "interrupted": report.interrupted,
        },
        indent=1,
    )


def _documents(report: Report, wanted: Status) -> dict[str, Sequence[str]]:
    """The documents of one status, with why they have it."""
    return {name: problems for name, (status, problems) in report.doubtful.items() if status is wanted}
