"""`cleaner clean`."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import options

if TYPE_CHECKING:
    from cleaner.batch.cleaning import Cleaned
    from cleaner.cli.documents import Given
    from cleaner.config import Config
    from cleaner.files import Job
    from cleaner.report import Console, ExitCode, Report


@dataclass(frozen=True, slots=True)
class Mode:
    """What a run of `clean` does with what it finds out."""

    check: bool = False
    diff: bool = False
    marks: bool = False
    json: bool = False
    exit_non_zero_on_write: bool = False


def clean_cli(
    paths: options.Paths,
    *,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if a clean file is outdated.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would go.")] = False,
    marks: Annotated[bool, typer.Option("--marks", help="Write NAME.clean.json too, for `cleaner undo`.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON on stdout.")] = False,
    exit_non_zero_on_write: Annotated[
        bool, typer.Option("--exit-non-zero-on-write", help="Exit 1 if a file was written, for hooks.")
    ] = False,
    suffix: Annotated[str | None, typer.Option(help="What the names of clean files have (.clean).")] = None,
    out_dir: Annotated[Path | None, typer.Option(help="Write below this folder, in the same tree.")] = None,
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
    """Write clean text next to each original: NAME.clean.txt next to NAME.txt. Originals are never changed."""
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
        suffix=suffix,
        out_dir=out_dir,
        jobs=jobs,
        timeout=timeout,
        max_bytes=max_bytes,
        encoding=encoding,
    )
    mode = Mode(check, diff, marks, json, exit_non_zero_on_write)
    raise typer.Exit(clean(Given(paths, site, url, html), config, mode, Console(quiet=quiet, verbose=verbose)))


def clean(given: "Given", config: "Config", mode: Mode, console: "Console") -> "ExitCode":
    """Clean all that is given, and say what came of it."""
    from secrets import token_hex

    from cleaner.batch.cleaning import Cleaning
    from cleaner.cli.documents import UsageError, gather, nothing_found, outcomes, reading
    from cleaner.report import Report

    if given.is_stream and (mode.marks or mode.json):
        raise UsageError("standard input has no place for --marks, and its clean text none beside --json")
    if mode.json and mode.diff:
        raise UsageError("--json and --diff both want stdout; give one of them")
    gathered = gather(given, config, marks=mode.marks)
    write = not (mode.check or mode.diff or given.is_stream)
    work = Cleaning(reading(given, config, gathered.jobs), write, mode.diff, mode.marks, token_hex(4))
    report = Report(console, gathered.skipped)
    if not gathered.jobs:
        console.note(nothing_found(given, report))
    for job, cleaned in outcomes(work, gathered, config, report):
        report.cleaned(job.name, cleaned)
        _show(job, cleaned, mode, console)
    return _conclude(report, mode, given)


def _show(job: "Job", cleaned: "Cleaned", mode: Mode, console: "Console") -> None:
    from cleaner.batch.cleaning import State
    from cleaner.report import difference, shown_name

    if mode.diff:
        console.out(difference(cleaned.diff), end="")
    elif job.path is None and not mode.check:
        console.out(cleaned.text, end="")
    for output in cleaned.outputs:
        if cleaned.state is not State.WRITTEN:
            (console.note if mode.json or mode.diff else console.out)(f"{shown_name(str(output))}: {cleaned.state}")
        elif mode.exit_non_zero_on_write:
            console.error(f"wrote {shown_name(str(output))}")


def _conclude(report: "Report", mode: Mode, given: "Given") -> "ExitCode":
    from cleaner.report import summary

    if mode.json:
        report.console.out(summary.as_json(report))
    elif not given.is_stream and report.documents:
        for line in summary.lines(report):
            report.console.note(line)
    wrote = mode.exit_non_zero_on_write and report.written > 0
    if wrote:
        report.console.error("clean files were written: `git add` them and commit again")
    return report.exit_code(found=wrote or (mode.check and report.outdated > 0))
