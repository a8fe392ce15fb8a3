"""What `cleaner explain` does once its command line is parsed."""

from contextlib import closing

from cleaner.batch.explaining import Explaining
from cleaner.cli.documents import Given, UsageError, gather, outcomes, reading, until_interrupted
from cleaner.config import Config
from cleaner.report import Console, ExitCode, Report, explanation


def explain(given: Given, config: Config, console: Console) -> ExitCode:
    """Show what cleaning does to one document."""
    if given.paths[0].is_dir():
        raise UsageError(f"{given.paths[0]} is a folder; explain shows one document")
    gathered = gather(given, config, named_outputs=True)
    report = Report(console, gathered.skipped)
    work = Explaining(reading(given, config, gathered.jobs))
    with until_interrupted(report), closing(outcomes(work, gathered, config, report)) as results:
        for job, result in results:
            console.out(explanation(job.name, result), end="")
    return report.exit_code()
