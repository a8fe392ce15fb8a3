"""`cleaner explain`: shows one document with what is removed, by which rule and why."""

from cleaner.commands.inputs import Request
from cleaner.commands.reader import Inspection
from cleaner.commands.run import Run
from cleaner.corpus.marksfile import Original
from cleaner.errors import UsageError
from cleaner.regularfile import is_folder
from cleaner.report.console import Console
from cleaner.report.exitcode import ExitCode
from cleaner.report.explanation import explanation
from cleaner.result import Result


def explain(request: Request, record: int | None) -> ExitCode:
    """Show what cleaning does to one document, or to a record of a container; a bug in it shows its traceback."""
    [path] = request.inputs.paths
    if is_folder(path):
        raise UsageError(f"{path} is a folder; `cleaner explain` shows one document")
    console = Console(verbose=True)
    run = Run.of(request._replace(console=console), named_outputs=True)
    if run.containers and record is None:
        raise UsageError(f"{path} holds many documents; --record N names one")
    if record is not None and not run.containers:
        raise UsageError(f"{path} is one document; --record is for containers, such as .jsonl files")
    documents = run.documents() if record is None else run.record(record)
    with run.outcomes(Inspection(run.reader(), explain_document), documents) as outcomes:
        for source, (result, guess) in outcomes:
            console.write(explanation(source.name, result, guess))
    return run.report.exit_code()


def explain_document(original: Original, result: Result) -> tuple[Result, str]:
    """The result and the guessed encoding; made in a worker, where a document that takes too long can be stopped."""
    return result, original.guess
