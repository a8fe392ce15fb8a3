"""The findings of `cleaner check` and the problems of `cleaner rules check`, in each format.

A new format is a name in `report.formats` and an entry in two tables here: one for findings, one for problems.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict

from cleaner.authoring.lint.problem import Problem
from cleaner.report.console import Console
from cleaner.report.formats import Format
from cleaner.report.outcomes import Finding
from cleaner.report.terminal import one_line

# The path of a document, and a finding in it.
Placed = tuple[str, Finding]


class FindingPrinter:
    """Prints findings: each as it is added, or all at the end where the format is one document."""

    def __init__(self, console: Console, format_: Format) -> None:
        self._console = console
        self._line = FINDING_LINES.get(format_)
        self._whole = FINDING_DOCUMENTS.get(format_)
        self._kept: list[Placed] = []

    def add(self, name: str, findings: Iterable[Finding]) -> None:
        """The findings in the document of this name."""
        for finding in findings:
            if self._line:
                self._console.write(self._line(name, finding) + "\n")
            else:
                self._kept.append((name, finding))

    def end(self) -> None:
        """There are no more findings."""
        if self._whole:
            self._console.write(self._whole(self._kept) + "\n")


def print_problems(problems: Sequence[Problem], format_: Format, console: Console) -> None:
    """Print the problems in rule files."""
    for text in PROBLEMS[format_](problems):
        console.write(text + "\n")


def _text_line(name: str, finding: Finding) -> str:
    place = f"{name}:{finding.line}:{finding.column}"
    return one_line(f"{place}  {finding.rule}  {'withheld: ' if finding.withheld else ''}{finding.reason}")


def _github_line(name: str, finding: Finding) -> str:
    place = f"file={_property(name)},line={finding.line},col={finding.column},title={_property(finding.rule)}"
    if finding.withheld:
        return f"::notice {place}::withheld: {_message(finding.reason)}"
    return f"::warning {place}::{_message(finding.reason)}"


def _json_document(placed: Iterable[Placed]) -> str:
    return json.dumps([{"path": name, **finding._asdict()} for name, finding in placed], indent=1)


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
FINDING_LINES: dict[Format, Callable[[str, Finding], str]] = {Format.TEXT: _text_line, Format.GITHUB: _github_line}
FINDING_DOCUMENTS: dict[Format, Callable[[Iterable[Placed]], str]] = {Format.JSON: _json_document}
# Formats of problems.
PROBLEMS: dict[Format, Callable[[Iterable[Problem]], Iterable[str]]] = {
    Format.TEXT: _problem_lines,
    Format.GITHUB: _problem_github,
    Format.JSON: _problem_json,
}
