"""`cleaner rules check`: prints what is wrong with rule files."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from cleaner.api import Cleaner
from cleaner.authoring.lint.examples import example_problems
from cleaner.authoring.lint.faults import pattern_problems, sign_problems
from cleaner.authoring.lint.overlap import Scope, duplicates
from cleaner.authoring.lint.problem import Problem
from cleaner.authoring.lint.verdicts import passed_before, remember, verdict_key
from cleaner.batch.pool import Limits, run
from cleaner.batch.worker import Failure
from cleaner.commands.run import cores
from cleaner.errors import RuleError, UsageError
from cleaner.regularfile import exists
from cleaner.report.console import Console
from cleaner.report.exitcode import ExitCode
from cleaner.report.findings import print_problems
from cleaner.report.formats import Format
from cleaner.report.plural import counted
from cleaner.rulefiles.added import unknown_disabled, user_files
from cleaner.rulefiles.fulltextrss.filenames import SUFFIX
from cleaner.rulefiles.packaged import packaged_common, packaged_rules
from cleaner.rules.rule import OPT_IN, Rule, RuleFile
from cleaner.text.mark import Verb

# Time limit for all patterns of one rule on all bad lines. Chosen by hand; not measured.
SECONDS_PER_RULE = 300.0


class RuleItem(NamedTuple):
    """The index of a rule file, and of a rule in it; rule -1 stands for what the file says outside its rules."""

    file: int
    rule: int


@dataclass(frozen=True, eq=False)
class Linting:
    """The work of `cleaner rules check` on one rule; `common` are the rules that run on every document.

    What has a key among those that `passed` is not looked at again.
    """

    files: tuple[RuleFile, ...]
    common: tuple[Rule, ...]
    passed: frozenset[str] = frozenset()

    def prepare(self) -> None:
        _scope(self)

    def __call__(self, item: RuleItem) -> list[Problem]:
        return list(self._problems(self.files[item.file], item.rule))

    def keys(self, file: RuleFile, rule: Rule) -> tuple[str, str]:
        """Stand for the verdict on a rule alone, and for that on it beside all rules that run with it."""
        alone = verdict_key(rule)
        return alone, verdict_key(alone, _others_key(self), _own_keys(self)[file.path])

    def _problems(self, file: RuleFile, number: int) -> Iterator[Problem]:
        if number < 0:
            yield from sign_problems(file)
            return
        rule = file.rules[number]
        alone, beside_others = self.keys(file, rule)
        if beside_others in self.passed:
            return
        if rule.verb is Verb.KEEP or alone not in self.passed:
            yield from example_problems(file, rule, self.common)
            yield from pattern_problems(file, rule)
        if rule.enabled:
            scopes = [_scope(self), _own_scope(file.rules)] if file.sites else [_scope(self)]
            shadowed = (problem for scope in scopes for problem in scope.shadowed(file, rule))
            yield from islice(shadowed, 1)  # one rule that makes it needless is enough


@cache
def _scope(linting: Linting) -> Scope:
    """The common rules, compiled once for each process; forked workers share those of their parent."""
    return Scope(linting.common)


@cache
def _others_key(linting: Linting) -> str:
    return verdict_key(linting.common)


@cache
def _own_keys(linting: Linting) -> dict[Path, str]:
    """Of each file what its rules are judged with: one that keeps runs with all of its file, opt-in ones too."""
    return {file.path: verdict_key(file.disable, file.rules) for file in linting.files}


@lru_cache(maxsize=1)
def _own_scope(rules: tuple[Rule, ...]) -> Scope:
    """The rules of one file, which are checked one after the other."""
    return Scope(rules)


def check_rules(paths: list[Path], format_: Format, jobs: int | None, console: Console) -> ExitCode:
    """Print what is wrong with the rule files at these paths, or with the packaged ones if there are no paths."""
    paths = list(_rule_files(paths or [packaged_rules()]))
    problems: list[Problem] = []
    files: list[RuleFile] = []
    for path in paths:
        try:
            files += user_files((path,))
        except RuleError as error:
            problems.append(Problem.of_error(error))
    common = _common(files)
    problems += _unknown_disabled(files, common)
    problems += _duplicates(files, common)
    work = Linting(tuple(files), tuple(common), passed_before())
    problems += _rule_problems(work, Limits(jobs or cores(), SECONDS_PER_RULE), console)
    if not problems:
        problems += _clashes(paths)
    print_problems(problems, format_, console)
    rules = sum(len(file.rules) for file in files)
    verdict = counted(len(problems), "problem") if problems else "no problems"
    console.note(f"{counted(rules, 'rule')} in {counted(len(paths), 'file')}: {verdict}")
    return ExitCode.FOUND if problems else ExitCode.DONE


def _rule_files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not exists(path):
            raise UsageError(f"{path}: no such file or folder")
        if path.suffix == SUFFIX:
            raise UsageError(f"{path}: a site config, not a rule file; `cleaner rules import` checks site configs")
        files = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
        if not files:
            raise UsageError(f"{path}: no rule file (*.toml) in this folder")
        yield from files


def _common(files: Iterable[RuleFile]) -> list[Rule]:
    """The rules that run on every document: packaged ones, and those of given files without a site; none is opt-in."""
    common = {rule.id: rule for file in packaged_common() for rule in file.rules}
    common |= {rule.id: rule for file in files if not file.sites for rule in file.rules}
    return [rule for rule in common.values() if rule.enabled and rule.family not in OPT_IN]


def _unknown_disabled(files: Iterable[RuleFile], common: Iterable[Rule]) -> Iterator[Problem]:
    """Files that disable a rule that does not exist."""
    known = {rule.id for rule in common} | {rule.id for file in files for rule in file.rules}
    return map(Problem.of_error, unknown_disabled(files, known))


def _duplicates(files: Iterable[RuleFile], common: list[Rule]) -> Iterator[Problem]:
    """Patterns that a rule before it, common or of the same file, has too."""
    for file in files:
        own = {rule.id for rule in file.rules}
        first = next((i for i, rule in enumerate(common) if rule.id in own), len(common))
        yield from duplicates(file, common[:first])


def _rule_problems(work: Linting, limits: Limits, console: Console) -> Iterator[Problem]:
    """What is wrong with each rule by itself, found in worker processes."""
    items = [RuleItem(f, r) for f, file in enumerate(work.files) for r in range(-1, len(file.rules))]
    passed: list[str] = []
    with closing(run(work, items, limits)) as outcomes, console.progress(len(items), "rule") as show_progress:
        for done, (item, outcome) in enumerate(zip(items, outcomes, strict=True), 1):
            show_progress(done)
            file = work.files[item.file]
            rule = file.rules[item.rule] if item.rule >= 0 else None
            if rule and not outcome:
                passed += work.keys(file, rule)
            if isinstance(outcome, Failure):
                yield Problem.of(file, rule, "match" if rule else "detect", str(outcome), "make its patterns simpler")
            else:
                yield from outcome
    remember(passed, work.passed)


def _clashes(paths: list[Path]) -> Iterator[Problem]:
    """Two files for one host, or two rules with one id, among all of the files and the packaged ones."""
    inside = packaged_rules().resolve()
    try:
        user_files(tuple(paths))
        Cleaner([path for path in paths if not path.resolve().is_relative_to(inside)])
    except RuleError as error:
        yield Problem.of_error(error)
