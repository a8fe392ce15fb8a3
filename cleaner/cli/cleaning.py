"""What `cleaner clean` does once its command line is parsed."""

from contextlib import closing
from dataclasses import dataclass
from secrets import token_hex

from cleaner.batch.cleaning import Cleaned, Cleaning, State
from cleaner.cli.documents import Given, UsageError, gather, nothing_found, outcomes, reading, until_interrupted
from cleaner.config import Config
from cleaner.files import Job
from cleaner.report import Console, ExitCode, Report, difference, shown_name, summary


@dataclass(frozen=True, slots=True)
class Mode:
    """What a run of `clean` does with what it finds out."""

    check: bool = False
    diff: bool = False
    marks: bool = False
    json: bool = False
    exit_non_zero_on_write: bool = False


def clean(given: Given, config: Config, mode: Mode, console: Console) -> ExitCode:
    """Clean all that is given, and say what came of it."""
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
    with until_interrupted(report), closing(outcomes(work, gathered, config, report)) as results:
        for job, cleaned in results:
            report.cleaned(job.name, cleaned)
            _show(job, cleaned, mode, console)
    return _conclude(report, mode, given)


def _show(job: Job, cleaned: Cleaned, mode: Mode, console: Console) -> None:
    if mode.diff:
        console.out(difference(cleaned.diff), end="")
    elif job.path is None and not mode.check:
        console.out(cleaned.text, end="")
    for output in cleaned.outputs:
        if cleaned.state is not State.WRITTEN:
            (console.note if mode.json or mode.diff else console.out)(f"{shown_name(str(output))}: {cleaned.state}")
        elif mode.exit_non_zero_on_write:
            console.error(f"wrote {shown_name(str(output))}")


def _conclude(report: Report, mode: Mode, given: Given) -> ExitCode:
    if mode.json:
        report.console.out(summary.as_json(report))
    elif not given.is_stream and (report.documents or report.interrupted):
        for line in summary.lines(report):
            report.console.note(line)
    wrote = mode.exit_non_zero_on_write and report.written > 0
    if wrote:
        report.console.error("clean files were written: `git add` them and commit again")
    return report.exit_code(found=wrote or (mode.check and report.outdated > 0))
