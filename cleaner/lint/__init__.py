"""What is wrong with rules, found without a document: examples, patterns, and rules that do another's work."""

from cleaner.lint.examples import check_rule_file, example_problems
from cleaner.lint.overlap import Scope, duplicates
from cleaner.lint.patterns import pattern_problems, sign_problems
from cleaner.lint.problem import Problem, Severity

__all__ = [
    "Problem",
    "Scope",
    "Severity",
    "check_rule_file",
    "duplicates",
    "example_problems",
    "pattern_problems",
    "sign_problems",
]
