"""`cleaner explain`: shows one document with what goes, by which rule and why."""

from contextlib import closing

from cleaner.commands.inputs import Request, reader, run_over, until_interrupted, work_list
from cleaner.commands.reader import Inspection
from cleaner.corpus.marksfile import Original
from cleaner.errors import UsageError
from cleaner.report.console import Console
from cleaner.report.exitcode import ExitCode
from cleaner.report.explanation import explanation
from cleaner.report.tally import Report
from cleaner.result import Result


def explain(request: Request) -> ExitCode:
    """Show what cleaning does to one document."""
    inputs, config, _ = request
    if inputs.paths[0].is_dir():
        raise UsageError(f"{inputs.paths[0]} is a folder; explain shows one document")
    console = Console(verbose=True)
    documents = work_list(inputs, config, named_outputs=True)
    report = Report(console, documents.skipped)
    work = Inspection(reader(inputs, config, documents.sources), explain_document)
    with until_interrupted(report), closing(run_over(work, documents, config, report)) as results:
        for source, result in results:
            console.out(explanation(source.name, result), end="")
    return report.exit_code()


def explain_document(_: Original, result: Result) -> Result:
    """The result itself, from a process that can be killed."""
    return result
