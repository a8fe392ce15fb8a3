"""The findings of `cleaner check` and the problems of `cleaner rules check`, in each format.

A new format is a name in `report.formats` and an entry in a table here.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import Any

from cleaner.authoring.lint.problem import Problem
from cleaner.report.console import Console
from cleaner.report.finding_place import DocumentPlace, Placed
from cleaner.report.formats import FindingFormat, Format
from cleaner.report.gitlab import as_gitlab
from cleaner.report.outcomes import Finding
from cleaner.report.sarif import as_sarif
from cleaner.report.tally import Report
from cleaner.report.terminal import one_line

# Of the JSON that `check` prints; raised where a reader of an earlier one would fail.
JSON_VERSION = 1


class FindingPrinter:
    """Prints findings: each as it is added, or all at the end where the format is one document."""

    def __init__(self, console: Console, format_: FindingFormat) -> None:
        self._console = console
        self._line = FINDING_LINES.get(format_)
        self._whole = FINDING_DOCUMENTS.get(format_)
        self._kept: list[Placed] = []

    def add(self, place: DocumentPlace, findings: Iterable[Finding]) -> None:
        """The findings in the document at this place."""
        for finding in findings:
            placed = Placed(place, finding)
            if self._line:
                self._console.write(self._line(placed) + "\n")
            else:
                self._kept.append(placed)

    def end(self) -> None:
        """There are no more findings."""
        if self._whole:
            self._console.write(self._whole(self._kept) + "\n")


def print_statistics(report: Report, format_: FindingFormat, console: Console) -> None:
    """Print how many findings each rule has, the most first, as text or as JSON."""
    if format_ is FindingFormat.JSON:
        rules = [{"rule": rule, "findings": count} for rule, count in report.top_rules()]
        console.write(json.dumps({"version": JSON_VERSION, "rules": rules}, indent=1) + "\n")
        return
    for rule, count in report.top_rules():
        console.out(f"{count:>9,}  {rule}")


def print_problems(problems: Sequence[Problem], format_: Format, console: Console) -> None:
    """Print the problems in rule files."""
    for text in PROBLEMS[format_](problems):
        console.write(text + "\n")


def _text_line(placed: Placed) -> str:
    place, finding = placed
    return one_line(f"{place.name}:{finding.line}:{finding.column}  {finding.rule}  {finding.why}")


def _github_line(placed: Placed) -> str:
    place, finding = placed
    position = [("file", place.path)]
    if place.has_lines:
        position += [("line", str(finding.line)), ("endLine", str(finding.end_line))]
        if finding.line == finding.end_line:  # GitHub takes columns within one line alone
            position += [("col", str(finding.column)), ("endColumn", str(finding.end_column))]
    properties = ",".join(f"{name}={_property(value)}" for name, value in [*position, ("title", finding.rule)])
    return f"::{'notice' if finding.withheld else 'warning'} {properties}::{_message(placed.message)}"


def _values(placed: Placed) -> dict[str, Any]:
    place, finding = placed
    return {"path": place.path, "record": place.record, "page": place.page, **finding._asdict()}


def _json_line(placed: Placed) -> str:
    return json.dumps(_values(placed))


def _json_document(placed: Iterable[Placed]) -> str:
    return json.dumps({"version": JSON_VERSION, "findings": list(map(_values, placed))}, indent=1)


def _problem_lines(problems: Iterable[Problem]) -> Iterable[str]:
    return (one_line(str(problem)) for problem in problems)


def _problem_github(problems: Iterable[Problem]) -> Iterable[str]:
    return (f"::{p.severity} file={_property(p.path)}::{_message(str(p))}" for p in problems)


def _problem_json(problems: Iterable[Problem]) -> Iterable[str]:
    return [json.dumps([asdict(problem) for problem in problems], indent=1)]


def _property(value: str) -> str:
    """Escaped as GitHub's workflow commands require in a property."""
    return _message(value).replace(":", "%3A").replace(",", "%2C")


def _message(value: str) -> str:
    """Escaped as GitHub's workflow commands require in a message; other control characters as in any line."""
    return one_line(value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


# Formats of findings: those with a line for each, and those that are one document.
FINDING_LINES: dict[FindingFormat, Callable[[Placed], str]] = {
    FindingFormat.TEXT: _text_line,
    FindingFormat.JSONL: _json_line,
    FindingFormat.GITHUB: _github_line,
}
FINDING_DOCUMENTS: dict[FindingFormat, Callable[[Sequence[Placed]], str]] = {
    FindingFormat.JSON: _json_document,
    FindingFormat.GITLAB: as_gitlab,
    FindingFormat.SARIF: as_sarif,
}
# Formats of problems.
PROBLEMS: dict[Format, Callable[[Iterable[Problem]], Iterable[str]]] = {
    Format.TEXT: _problem_lines,
    Format.GITHUB: _problem_github,
    Format.JSON: _problem_json,
}
