"""`cleaner check`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from cleaner.cli import options
from cleaner.cli.options import Format

if TYPE_CHECKING:
    from cleaner.batch.checking import Finding
    from cleaner.cli.documents import Given
    from cleaner.config import Config
    from cleaner.report import Console, ExitCode


def check_cli(
    paths: options.Paths,
    *,
    format_: options.OutputFormat = Format.TEXT,
    site: options.Site = None,
    url: options.Url = None,
    html: options.Html = False,
    encoding: options.Encoding = None,
    max_bytes: options.MaxBytes = None,
    rules: options.Rules = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    keep_family: options.KeepFamily = None,
    exclude: options.Exclude = None,
    extend_exclude: options.ExtendExclude = None,
    force_exclude: options.ForceExclude = None,
    jobs: options.Jobs = None,
    timeout: options.Timeout = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """List what cleaning would take: path:line:column  rule  reason. Exit 1 if there is something."""
    from cleaner.cli.documents import Given
    from cleaner.cli.flags import configured
    from cleaner.report import Console

    config = configured(
        paths,
        rules=rules,
        select=select,
        ignore=ignore,
        keep_family=keep_family,
        exclude=exclude,
        extend_exclude=extend_exclude,
        force_exclude=force_exclude,
        jobs=jobs,
        timeout=timeout,
        max_bytes=max_bytes,
        encoding=encoding,
    )
    raise typer.Exit(check(Given(paths, site, url, html), config, format_, Console(quiet=quiet, verbose=verbose)))


def check(given: "Given", config: "Config", format_: Format, console: "Console") -> "ExitCode":
    """Look for residue in all that is given, named clean files too, and print where it is."""
    from cleaner.batch.checking import Checking
    from cleaner.cli.documents import gather, nothing_found, outcomes, reading
    from cleaner.report import Report, summary

    gathered = gather(given, config, named_outputs=True)
    report = Report(console, gathered.skipped)
    if not gathered.jobs:
        console.note(nothing_found(given, report))
    found: list[tuple[str, Finding]] = []
    for job, checked in outcomes(Checking(reading(given, config, gathered.jobs)), gathered, config, report):
        report.checked(checked)
        placed = [(job.name, finding) for finding in checked.findings]
        if format_ is Format.JSON:
            found += placed
        else:
            _print(placed, format_, console)
    if format_ is Format.JSON:
        console.out(_as_json(found))
    if report.documents:
        for line in summary.check_lines(report):
            console.note(line)
    return report.exit_code(found=report.findings > 0)


def _print(findings: "Iterable[tuple[str, Finding]]", format_: Format, console: "Console") -> None:
    from cleaner.report import shown_name

    for name, finding in findings:
        if format_ is Format.GITHUB:
            place = f"file={_escaped(name)},line={finding.line},col={finding.column},title={finding.rule}"
            console.out(f"::warning {place}::{finding.reason}")
        else:
            console.out(f"{shown_name(name)}:{finding.line}:{finding.column}  {finding.rule}  {finding.reason}")


def _as_json(findings: "Iterable[tuple[str, Finding]]") -> str:
    import json

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
