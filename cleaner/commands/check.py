"""`cleaner check`: lists what cleaning would remove, as a linter does."""

from collections.abc import Iterator
from contextlib import closing

from cleaner.commands.inputs import Request, nothing_found, reader, run_over, until_interrupted, work_list
from cleaner.commands.reader import Inspection
from cleaner.corpus.marksfile import Original
from cleaner.report import findings, summary
from cleaner.report.exitcode import ExitCode
from cleaner.report.formats import Format
from cleaner.report.outcomes import Checked, Finding
from cleaner.report.tally import Report
from cleaner.result import Result
from cleaner.text.lines import LineIndex


def check(request: Request, format_: Format) -> ExitCode:
    """Look for boilerplate in all that is given, named clean files too, and print where it is."""
    inputs, config, console = request
    documents = work_list(inputs, config, named_outputs=True)
    report = Report(console, documents.skipped)
    if not documents.sources:
        console.note(nothing_found(inputs, report))
    found: list[tuple[str, Finding]] = []
    work = Inspection(reader(inputs, config, documents.sources), check_document)
    with until_interrupted(report), closing(run_over(work, documents, config, report)) as results:
        for source, checked in results:
            report.checked(checked)
            placed = [(source.name, finding) for finding in checked.findings]
            if format_ is Format.JSON:
                found += placed
            else:
                for line in findings.lines(placed, format_):
                    console.out(line)
    if format_ is Format.JSON:
        console.out(findings.as_json(found))
    if report.documents or report.interrupted:
        for line in summary.check_lines(report):
            console.note(line)
    return report.exit_code(found=report.findings > 0)


def check_document(original: Original, result: Result) -> Checked:
    """What one document still holds."""
    return Checked(tuple(_findings(original.text, result)), result.problems)


def _findings(text: str, result: Result) -> Iterator[Finding]:
    """One for each mark; it begins at the first letter, though the mark takes the space before it too."""
    index = LineIndex(text) if result.marks else LineIndex("")
    for mark in result.marks:
        marked = text[mark.start : mark.end]
        start = mark.start + len(marked) - len(marked.lstrip())
        line = index.line_at(start)
        yield Finding(line + 1, start - index.starts[line] + 1, mark.rule, mark.detail)
