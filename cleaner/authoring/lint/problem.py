"""A problem of a rule: what is wrong, where, and how to fix it."""

from dataclasses import dataclass
from enum import StrEnum

from cleaner.errors import RuleError
from cleaner.rules.rule import Rule, RuleFile


class Severity(StrEnum):
    """An error makes a rule wrong or unusable; a warning is about a rule that does the work of another one."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. `rule` is the name of the rule, or empty if the problem concerns the whole file."""

    path: str
    rule: str
    field: str
    what: str
    fix: str
    severity: Severity = Severity.ERROR

    @classmethod
    def of(cls, file: RuleFile, rule: Rule | None, field: str, what: str, fix: str) -> "Problem":
        return cls(str(file.path), rule.name if rule else "", field, what, fix)

    @classmethod
    def of_error(cls, error: RuleError) -> "Problem":
        return cls(str(error.path), error.rule, error.field, error.what, error.fix)

    def __str__(self) -> str:
        severity = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        rule = f"rule '{self.rule}': " if self.rule else ""
        field = f"field '{self.field}': " if self.field else ""
        return f"{self.path}: {severity}{rule}{field}{self.what}; {self.fix}"
