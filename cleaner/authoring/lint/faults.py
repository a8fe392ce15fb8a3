"""Patterns that match nothing at all, or take too long to find out that they do not match."""

from collections.abc import Iterator

from cleaner.authoring.lint.ambiguity import ambiguous_repeat
from cleaner.authoring.lint.examples import matched
from cleaner.authoring.lint.problem import Problem
from cleaner.authoring.lint.slow_lines import slow_line
from cleaner.rules.match import Pattern
from cleaner.rules.rule import Example, Rule, RuleFile

# What a pattern matches in so many of its examples is enough to make bad lines of.
MATCHES = 2


def pattern_problems(file: RuleFile, rule: Rule) -> Iterator[Problem]:
    """What is wrong with the patterns of a rule by themselves."""
    for field, patterns in (("match", rule.match), ("end", rule.end)):
        for written in patterns:
            for what, mend in _faults(Pattern(rule, written), rule.examples):
                yield Problem.of(file, rule, field, f"{written!r} {what}", mend)


def sign_problems(file: RuleFile) -> Iterator[Problem]:
    """What is wrong with the patterns by which a file knows its site."""
    sign = file.site_sign()
    for written in sign.match:
        for what, mend in _faults(Pattern(sign, written), ()):
            yield Problem.of(file, None, "detect", f"{written!r} {what}", mend)


def _faults(pattern: Pattern, examples: tuple[Example, ...]) -> Iterator[tuple[str, str]]:
    if pattern.exact.fullmatch(""):
        yield "matches the empty string", "let one part of it be there always"
    if repeat := ambiguous_repeat(pattern.written):
        yield (
            f"repeats what repeats itself: {repeat}",
            "let each round begin or end with what cannot stand within it, or bound it: {1,9}",
        )
        return
    matches = [match for example in examples for match in matched(pattern, example)]
    if line := slow_line(pattern, matches[:MATCHES]):
        yield f"is slow on {line}", "bound its repeats, {0,80} for *, or let neighbours share no characters"
