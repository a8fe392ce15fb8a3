"""`cleaner rules coverage`: counts what each rule takes from documents."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace

from cleaner.commands.inputs import Request, nothing_found, reader, run_over, until_interrupted, work_list
from cleaner.commands.reader import DocumentReader
from cleaner.corpus.source import Source
from cleaner.report.coverage import Coverage, as_json, coverage_summary, table
from cleaner.report.exitcode import ExitCode
from cleaner.report.outcomes import Covered, RuleTook
from cleaner.report.tally import Report
from cleaner.result import Result
from cleaner.sites import Site
from cleaner.text.seams import SEAM


def cover(request: Request, *, json: bool) -> ExitCode:
    """Count what each rule takes from all that is given; nothing is written."""
    inputs, config, console = request
    documents = work_list(inputs, config)
    report = Report(console, documents.skipped)
    if not documents.sources:
        console.note(nothing_found(inputs, report))
    coverage = Coverage()
    work = Covering(reader(inputs, replace(config, heuristics=False), documents.sources))
    with until_interrupted(report), closing(run_over(work, documents, config, report)) as results:
        for source, covered in results:
            coverage.add(source.name, covered)
            for problem in covered.problems:
                console.note(f"{source.name}: {problem}")
    cleaner = work.reader.cleaner
    dead = coverage.dead(cleaner.files(), (rule.id for rule in cleaner.all_rules()))
    if json:
        console.out(as_json(coverage, dead, report.failed))
    elif coverage.documents:
        for line in table(coverage, dead):
            console.out(line)
    if coverage.documents:
        console.note(coverage_summary(coverage, dead))
    return report.exit_code()


@dataclass(frozen=True, slots=True)
class Covering:
    """The work of `cleaner rules coverage`."""

    reader: DocumentReader

    def prepare(self) -> None:
        self.reader.prepare()

    def __call__(self, source: Source) -> Covered:
        original, result = self.reader.read(source)
        removed = sum(len(piece.text) for piece in result.removed)
        rules = tuple(_rules(result))
        return Covered(len(original.text), removed, rules, self._site_file(result.site), result.problems)

    def _site_file(self, site: Site) -> str:
        file = self.reader.cleaner.site_file(site)
        return file.id if file else ""


def _rules(result: Result) -> Iterator[RuleTook]:
    spans = Counter(mark.rule for mark in result.marks)
    alone, together = Counter[str](), Counter[str]()
    for piece in result.removed:
        rules = [rule for rule in piece.rules if rule != SEAM]
        for rule in rules:
            (alone if len(rules) == 1 else together)[rule] += len(piece.text)
    for rule in sorted(spans):
        yield RuleTook(rule, spans[rule], alone[rule], together[rule])
