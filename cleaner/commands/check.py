"""`cleaner check`: lists what cleaning would remove, as a linter does."""

from collections.abc import Iterator
from typing import NamedTuple

from cleaner.commands.baseline import AcceptedFindings
from cleaner.commands.inputs import Request
from cleaner.commands.reader import Inspection
from cleaner.commands.run import Run
from cleaner.corpus.marksfile import Original
from cleaner.errors import UsageError
from cleaner.report import summary
from cleaner.report.exitcode import ExitCode
from cleaner.report.finding_place import DocumentPlace
from cleaner.report.findings import FindingPrinter, print_statistics
from cleaner.report.formats import FindingFormat
from cleaner.report.outcomes import Checked, Finding
from cleaner.report.plural import counted
from cleaner.report.tally import Report
from cleaner.result import Result
from cleaner.text.lines import LineIndex
from cleaner.text.mark import BY_PLACE


class CheckMode(NamedTuple):
    """The flags of `cleaner check` that say what to print, what to accept, and what to exit with."""

    format: FindingFormat = FindingFormat.TEXT
    statistics: bool = False
    exit_zero: bool = False
    write_baseline: bool = False


def check(request: Request, mode: CheckMode) -> ExitCode:
    """Print what cleaning would remove from the documents; a clean file that the user names is one of them."""
    baseline = _baseline(request, mode)
    run = Run.of(request, named_outputs=True)
    report, console = run.report, request.console
    printer = FindingPrinter(console, mode.format)
    shows = not (mode.statistics or mode.write_baseline)
    with run.outcomes(Inspection(run.reader(), check_document)) as outcomes:
        for source, checked in outcomes:
            place = DocumentPlace.of(source)
            if baseline and mode.write_baseline:
                baseline.accept(place, checked.findings)
                checked = checked._replace(findings=())  # noqa: PLW2901
            elif baseline:
                checked = checked._replace(findings=baseline.new(place, checked.findings))  # noqa: PLW2901
            report.checked(source.name, checked)
            printer.add(place, checked.findings if shows else ())
    if shows:
        printer.end()
    elif mode.statistics:
        print_statistics(report, mode.format, console)
    if baseline:
        _conclude(baseline, report, mode)
    if report.documents or report.interrupted:
        for line in summary.check_lines(report):
            console.note(line)
    return report.exit_code(found=report.findings > 0 and not mode.exit_zero)


def _baseline(request: Request, mode: CheckMode) -> AcceptedFindings | None:
    """The baseline of the run, if there is one; raises `UsageError` for flags that cannot be used together."""
    file = request.config.baseline
    if mode.write_baseline and file is None:
        raise UsageError("--write-baseline needs --baseline FILE, or a baseline in the settings")
    if mode.write_baseline and mode.statistics:
        raise UsageError("--write-baseline prints no findings, so there are no --statistics")
    if mode.statistics and mode.format not in (FindingFormat.TEXT, FindingFormat.JSON):
        raise UsageError(f"--statistics are printed as text or json, not {mode.format}")
    return AcceptedFindings(file, writes=mode.write_baseline) if file else None


def _conclude(baseline: AcceptedFindings, report: Report, mode: CheckMode) -> None:
    """Write the baseline, or say which of it is out of date."""
    if mode.write_baseline and not report.interrupted:
        baseline.write()
        report.console.note(f"{baseline.file}: {counted(baseline.met, 'finding')} accepted")
    elif baseline.gone:
        gone = counted(baseline.gone, "accepted finding")
        report.console.note(f"{baseline.file}: {gone} no longer there; --write-baseline leaves them out")
    report.accepted = baseline.met


def check_document(original: Original, result: Result) -> Checked:
    """What cleaning one document would remove."""
    return Checked(tuple(_findings(original.text, result)), result.status, result.problems, original.guess)


def _findings(text: str, result: Result) -> Iterator[Finding]:
    """One for each mark, without white space at its ends, in the order of the text."""
    marks = [(mark, False) for mark in result.marks] + [(mark, True) for mark in result.withheld]
    index = LineIndex(text) if marks else LineIndex("")
    for mark, withheld in sorted(marks, key=lambda item: BY_PLACE(item[0])):
        marked = text[mark.start : mark.end]
        start = mark.start + len(marked) - len(marked.lstrip())
        shown = marked.strip()
        places = (*index.position(start), *index.position(start + len(shown)))
        yield Finding(*places, mark.rule, mark.detail, shown, withheld)
