"""`cleaner rules check`: says all that is wrong with rule files."""

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from cleaner.api import Cleaner
from cleaner.authoring.lint.examples import example_problems
from cleaner.authoring.lint.faults import pattern_problems, sign_problems
from cleaner.authoring.lint.overlap import Scope, duplicates
from cleaner.authoring.lint.problem import Problem
from cleaner.batch.pool import Limits, run
from cleaner.batch.worker import Failure
from cleaner.commands.inputs import cores
from cleaner.errors import RuleError, UsageError
from cleaner.report.console import Console
from cleaner.report.exitcode import ExitCode
from cleaner.report.formats import Format
from cleaner.rulefiles.added import unknown_disabled, user_files
from cleaner.rulefiles.fulltextrss.filenames import SUFFIX
from cleaner.rulefiles.packaged import packaged_common, packaged_rules
from cleaner.rules.rule import Rule, RuleFile

# All patterns of a rule together on all bad lines; what takes longer is not worth waiting for.
SECONDS_PER_RULE = 300.0


class RuleItem(NamedTuple):
    """A rule file, and one of its rules; -1 is what the file says besides its rules."""

    file: int
    rule: int


@dataclass(frozen=True, eq=False)
class Linting:
    """The work on rule files; `common` are the rules that load on every document."""

    files: tuple[RuleFile, ...]
    common: tuple[Rule, ...]

    def prepare(self) -> None:
        _scope(self)

    def __call__(self, item: RuleItem) -> list[Problem]:
        return list(self._problems(self.files[item.file], item.rule))

    def _problems(self, file: RuleFile, number: int) -> Iterator[Problem]:
        if number < 0:
            yield from sign_problems(file)
            return
        rule = file.rules[number]
        yield from example_problems(file, rule, self.common)
        yield from pattern_problems(file, rule)
        if rule.enabled:
            scopes = (scope for scope in (_scope(self), Scope(file.rules) if file.sites else None) if scope)
            yield from islice((problem for scope in scopes for problem in scope.shadowed(file, rule)), 1)


@cache
def _scope(linting: Linting) -> Scope:
    """One for each process; workers that are forked share that of their parent."""
    return Scope(linting.common)


def check_rules(paths: list[Path], format_: Format, jobs: int | None, console: Console) -> ExitCode:
    """Print all that is wrong with the rule files at these paths; without paths, with the packaged ones."""
    places = list(_rule_files(paths or [packaged_rules()]))
    problems: list[Problem] = []
    files: list[RuleFile] = []
    for place in places:
        try:
            files += user_files((place,))
        except RuleError as error:
            problems.append(Problem.of_error(error))
    common = _common(files)
    problems += _disabled_unknown(files, common)
    problems += _duplicates(files, common)
    problems += _linted(Linting(tuple(files), tuple(common)), Limits(jobs or cores(), SECONDS_PER_RULE), console)
    if not problems:
        problems += _clashes(places)
    _print(problems, format_, console)
    rules = sum(len(file.rules) for file in files)
    verdict = f"{len(problems):,} problems" if problems else "all right"
    console.note(f"{rules:,} rules in {len(places):,} files: {verdict}")
    return ExitCode.FOUND if problems else ExitCode.DONE


def _rule_files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder")
        if path.suffix == SUFFIX:
            raise UsageError(
                f"{path}: no rule file, but a site config; `cleaner rules import` says what is wrong with it"
            )
        found = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
        if not found:
            raise UsageError(f"{path}: no rule file (*.toml) in this folder")
        yield from found


def _common(files: Iterable[RuleFile]) -> list[Rule]:
    """The rules that load on every document: the packaged ones, and those of the given files that name no site."""
    common = {rule.id: rule for file in packaged_common() for rule in file.rules}
    common |= {rule.id: rule for file in files if not file.sites for rule in file.rules}
    return [rule for rule in common.values() if rule.enabled]


def _disabled_unknown(files: Iterable[RuleFile], common: Iterable[Rule]) -> Iterator[Problem]:
    known = {rule.id for rule in common} | {rule.id for file in files for rule in file.rules}
    return map(Problem.of_error, unknown_disabled(files, known))


def _duplicates(files: Iterable[RuleFile], common: list[Rule]) -> Iterator[Problem]:
    for file in files:
        own = {rule.id for rule in file.rules}
        first = next((i for i, rule in enumerate(common) if rule.id in own), len(common))
        yield from duplicates(file, common[:first])


def _linted(work: Linting, limits: Limits, console: Console) -> Iterator[Problem]:
    items = [RuleItem(f, r) for f, file in enumerate(work.files) for r in range(-1, len(file.rules))]
    with closing(run(work, items, limits)) as outcomes:
        for number, (item, outcome) in enumerate(zip(items, outcomes, strict=True), 1):
            console.progress(number, len(items), "rules")
            if isinstance(outcome, Failure):
                file = work.files[item.file]
                rule = file.rules[item.rule] if item.rule >= 0 else None
                yield Problem.of(file, rule, "match" if rule else "detect", str(outcome), "make its patterns simpler")
            else:
                yield from outcome


def _clashes(places: list[Path]) -> Iterator[Problem]:
    """What only shows when the files are used together, and beside the packaged ones: two files for one host or id."""
    inside = packaged_rules().resolve()
    try:
        user_files(tuple(places))
        Cleaner([place for place in places if not place.resolve().is_relative_to(inside)])
    except RuleError as error:
        yield Problem.of_error(error)


def _print(problems: list[Problem], format_: Format, console: Console) -> None:
    if format_ is Format.JSON:
        console.out(json.dumps([asdict(problem) for problem in problems], indent=1))
        return
    for problem in problems:
        said = str(problem)
        if format_ is Format.GITHUB:
            said = f"::{problem.severity} file={problem.path}::{said.replace('%', '%25')}"
        console.out(said)
