"""`cleaner rules check` for one rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from cleaner.lint import Problem, Scope, example_problems, pattern_problems, sign_problems
from cleaner.rule import Rule, RuleFile


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

    def clear_up(self, item: RuleItem, pid: int) -> None:
        """Nothing is written."""

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
