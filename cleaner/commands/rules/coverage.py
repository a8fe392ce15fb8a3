"""`cleaner rules coverage`: counts what each rule removes from documents."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cleaner.commands.inputs import Request
from cleaner.commands.reader import DocumentReader
from cleaner.commands.reporting import require_reports, write_reports
from cleaner.commands.run import Run
from cleaner.corpus.source import Source
from cleaner.report.coverage import Coverage, as_json, coverage_summary, table
from cleaner.report.coverage_sheet import coverage_sheet
from cleaner.report.exitcode import ExitCode
from cleaner.report.outcomes import Covered, RuleUse
from cleaner.result import Result


def cover(request: Request, reports: Sequence[Path] = (), *, json: bool, dead_only: bool) -> ExitCode:
    """Print what each rule removes from the documents, or which rules remove nothing.

    The heuristics do not run, and no file is written but the reports.
    """
    require_reports(reports)
    console = request.console
    run = Run.of(request)
    work = Covering(run.reader(replace(request.config, heuristics=False)))
    coverage = Coverage()
    with run.outcomes(work) as outcomes:
        for source, covered in outcomes:
            coverage.add(source.name, covered)
            for problem in covered.problems:
                console.note(f"{source.name}: {problem}")
    cleaner = work.reader.cleaner
    dead = coverage.dead(cleaner.files(), (rule.id for rule in cleaner.all_rules()))
    if json:
        console.write(as_json(coverage, dead, run.report.failed) + "\n")
    elif coverage.documents:
        for line in dead if dead_only else table(coverage):
            console.out(line)
    if coverage.documents:
        console.note(coverage_summary(coverage, dead))
    written = not reports or write_reports(reports, *coverage_sheet(coverage, dead, run.report.failed), console)
    return run.report.exit_code(found=not written)


@dataclass(frozen=True, slots=True)
class Covering:
    """The work of `cleaner rules coverage` on one document."""

    reader: DocumentReader

    def prepare(self) -> None:
        self.reader.prepare()

    def __call__(self, source: Source) -> Covered:
        original, result = self.reader.read(source)
        file = self.reader.cleaner.site_file(result.site)
        return Covered(
            len(original.text),
            result.removed_characters,
            tuple(_uses(result)),
            file.id if file else "",
            result.problems,
            (*result.languages.own, *result.languages.others),
        )


def _uses(result: Result) -> Iterator[RuleUse]:
    """What each rule removed, in the order of ids; a piece that several rules removed counts for each of them."""
    spans = Counter(mark.rule for mark in result.marks)
    alone, together = Counter[str](), Counter[str]()
    for piece in result.removed:
        for rule in piece.rule_ids:
            (alone if len(piece.rule_ids) == 1 else together)[rule] += len(piece.text)
    for rule in sorted(spans):
        yield RuleUse(rule, spans[rule], alone[rule], together[rule])
