"""Faults of patterns: those that match the empty string, and those that take too long on some line."""

from collections.abc import Iterator

from cleaner.authoring.lint.ambiguity import ambiguous_repeat
from cleaner.authoring.lint.examples import matched
from cleaner.authoring.lint.problem import Problem
from cleaner.authoring.lint.slow_lines import slow_line
from cleaner.rules.pattern import Pattern
from cleaner.rules.rule import Example, Rule, RuleFile

# The number of matches to make slow lines of. Chosen by hand: each adds up to 10 lines, of 25 or 100 kB.
MATCHES = 2


def pattern_problems(file: RuleFile, rule: Rule) -> Iterator[Problem]:
    """The faults of the patterns of a rule, each looked at alone."""
    for field, patterns in (("match", rule.match), ("end", rule.end)):
        for written in patterns:
            for what, fix in _faults(Pattern(rule, written), rule.examples):
                yield Problem.of(file, rule, field, f"{written!r} {what}", fix)


def sign_problems(file: RuleFile) -> Iterator[Problem]:
    """The faults of the `detect` patterns of a file."""
    sign = file.site_sign()
    for written in sign.match:
        for what, fix in _faults(Pattern(sign, written), ()):
            yield Problem.of(file, None, "detect", f"{written!r} {what}", fix)


def _faults(pattern: Pattern, examples: tuple[Example, ...]) -> Iterator[tuple[str, str]]:
    if is_empty := pattern.exact.fullmatch("") is not None:
        yield "matches the empty string", "make at least one part of it mandatory"
    if repeat := ambiguous_repeat(pattern.written):
        yield (
            f"has ambiguous nested repeats: {repeat}",
            "begin or end each round with a character that cannot occur within it, or bound it: {1,9}",
        )
        return
    if is_empty:  # to find nothing at each of 25,000 characters takes seconds, and says nothing of the mended pattern
        return
    matches = [match for example in examples for match in matched(pattern, example)]
    if line := slow_line(pattern, matches[:MATCHES]):
        yield (
            f"is slow on {line}",
            "bound its repeats, such as {0,80} for *, or let neighbours share no characters",
        )
