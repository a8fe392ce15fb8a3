"""What `cleaner rules coverage` does once its command line is parsed."""

from contextlib import closing
from dataclasses import replace

from cleaner.batch.covering import Covering
from cleaner.cli.documents import Given, gather, nothing_found, outcomes, reading, until_interrupted
from cleaner.config import Config
from cleaner.report import Console, ExitCode, Report
from cleaner.report.coverage import Coverage, as_json, summary, table


def cover(given: Given, config: Config, console: Console, *, json: bool) -> ExitCode:
    """Count what each rule takes from all that is given; nothing is written."""
    gathered = gather(given, config)
    report = Report(console, gathered.skipped)
    if not gathered.jobs:
        console.note(nothing_found(given, report))
    coverage = Coverage()
    work = Covering(reading(given, replace(config, heuristics=False), gathered.jobs))
    with until_interrupted(report), closing(outcomes(work, gathered, config, report)) as results:
        for job, covered in results:
            coverage.add(job.name, covered)
            for problem in covered.problems:
                console.note(f"{job.name}: {problem}")
    cleaner = work.reading.cleaner
    dead = coverage.dead(cleaner.files(), (rule.id for rule in cleaner.rules()))
    if json:
        console.out(as_json(coverage, dead, report.failed))
    elif coverage.documents:
        for line in table(coverage, dead):
            console.out(line)
    if coverage.documents:
        console.note(summary(coverage, dead))
    return report.exit_code()
