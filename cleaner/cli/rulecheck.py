"""Checking rule files, for `cleaner rules check`."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from cleaner.api import Cleaner
from cleaner.cli.documents import UsageError
from cleaner.cli.options import Format
from cleaner.errors import RuleError
from cleaner.examples import Problem, check_rule_file
from cleaner.ftr import SUFFIX
from cleaner.report import Console, ExitCode
from cleaner.rule import RuleFile
from cleaner.rulefiles import packaged_common, packaged_rules, user_files


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """What is wrong with a rule file, where, and the mend."""

    path: str
    rule: str
    field: str
    what: str
    mend: str

    @classmethod
    def of_error(cls, error: RuleError) -> "RuleProblem":
        return cls(str(error.path), error.rule, error.field, error.what, error.mend)

    @classmethod
    def of_problem(cls, problem: Problem) -> "RuleProblem":
        return cls(str(problem.file.path), problem.rule.name, problem.field, problem.what, problem.mend)

    def __str__(self) -> str:
        rule = f"rule '{self.rule}': " if self.rule else ""
        field = f"field '{self.field}': " if self.field else ""
        return f"{self.path}: {rule}{field}{self.what}; {self.mend}"


def check_rules(paths: list[Path], format_: Format, console: Console) -> ExitCode:
    """Print all that is wrong with the rule files at these paths; without paths, with the packaged ones."""
    places = list(_rule_files(paths or [packaged_rules()]))
    problems: list[RuleProblem] = []
    files: list[RuleFile] = []
    for place in places:
        try:
            files += user_files((place,))
        except RuleError as error:
            problems.append(RuleProblem.of_error(error))
    common = [rule for file in packaged_common() for rule in file.rules]
    for file in files:
        problems += map(RuleProblem.of_problem, check_rule_file(file, common))
    if paths and not problems:
        problems += _clashes(paths)
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


def _clashes(paths: list[Path]) -> Iterator[RuleProblem]:
    """What only shows when the files are used together, and beside the packaged ones: two files for one host or id."""
    inside = packaged_rules().resolve()
    try:
        Cleaner([path for path in paths if not path.resolve().is_relative_to(inside)])
    except RuleError as error:
        yield RuleProblem.of_error(error)


def _print(problems: list[RuleProblem], format_: Format, console: Console) -> None:
    if format_ is Format.JSON:
        console.out(json.dumps([asdict(problem) for problem in problems], indent=1))
        return
    for problem in problems:
        github = format_ is Format.GITHUB
        console.out(f"::error file={problem.path}::{problem}" if github else str(problem))
