"""`cleaner check`: lists what cleaning would remove, as a linter does."""

from collections.abc import Iterator

from cleaner.commands.inputs import Request
from cleaner.commands.reader import Inspection
from cleaner.commands.run import Run
from cleaner.corpus.marksfile import Original
from cleaner.report import summary
from cleaner.report.exitcode import ExitCode
from cleaner.report.finding_place import DocumentPlace
from cleaner.report.findings import FindingPrinter
from cleaner.report.formats import FindingFormat
from cleaner.report.outcomes import Checked, Finding
from cleaner.result import Result
from cleaner.text.lines import LineIndex
from cleaner.text.mark import BY_PLACE


def check(request: Request, format_: FindingFormat) -> ExitCode:
    """Print what cleaning would remove from the documents; a clean file that the user names is one of them."""
    run = Run.of(request, named_outputs=True)
    report, console = run.report, request.console
    printer = FindingPrinter(console, format_)
    with run.outcomes(Inspection(run.reader(), check_document)) as outcomes:
        for source, checked in outcomes:
            report.checked(source.name, checked)
            printer.add(DocumentPlace.of(source), checked.findings)
    printer.end()
    if report.documents or report.interrupted:
        for line in summary.check_lines(report):
            console.note(line)
    return report.exit_code(found=report.findings > 0)


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
