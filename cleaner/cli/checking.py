"""What `cleaner check` does once its command line is parsed."""

import json
from collections.abc import Iterable
from contextlib import closing

from cleaner.batch.checking import Checking, Finding
from cleaner.cli.documents import Given, gather, nothing_found, outcomes, reading, until_interrupted
from cleaner.cli.options import Format
from cleaner.config import Config
from cleaner.report import Console, ExitCode, Report, shown_name, summary


def check(given: Given, config: Config, format_: Format, console: Console) -> ExitCode:
    """Look for residue in all that is given, named clean files too, and print where it is."""
    gathered = gather(given, config, named_outputs=True)
    report = Report(console, gathered.skipped)
    if not gathered.jobs:
        console.note(nothing_found(given, report))
    found: list[tuple[str, Finding]] = []
    work = Checking(reading(given, config, gathered.jobs))
    with until_interrupted(report), closing(outcomes(work, gathered, config, report)) as results:
        for job, checked in results:
            report.checked(checked)
            placed = [(job.name, finding) for finding in checked.findings]
            if format_ is Format.JSON:
                found += placed
            else:
                _print(placed, format_, console)
    if format_ is Format.JSON:
        console.out(_as_json(found))
    if report.documents or report.interrupted:
        for line in summary.check_lines(report):
            console.note(line)
    return report.exit_code(found=report.findings > 0)


def _print(findings: Iterable[tuple[str, Finding]], format_: Format, console: Console) -> None:
    for name, finding in findings:
        if format_ is Format.GITHUB:
            place = f"file={_escaped(name)},line={finding.line},col={finding.column},title={finding.rule}"
            console.out(f"::warning {place}::{finding.reason}")
        else:
            console.out(f"{shown_name(name)}:{finding.line}:{finding.column}  {finding.rule}  {finding.reason}")


def _as_json(findings: Iterable[tuple[str, Finding]]) -> str:
    return json.dumps(
        [
            {
                "path": name,
                "line": finding.line,
                "column": finding.column,
                "rule": finding.rule,
                "reason": finding.reason,
            }
            for name, finding in findings
        ],
        indent=1,
    )


def _escaped(name: str) -> str:
    """As GitHub's workflow commands ask for in a property."""
    for character in "%\r\n:,":
        name = name.replace(character, f"%{ord(character):02X}")
    return name
