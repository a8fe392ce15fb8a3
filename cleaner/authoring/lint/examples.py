"""Runs the examples of rules: each shows exactly what its rule does, and what it must leave alone."""

from collections.abc import Iterator, Sequence

from cleaner.authoring.lint.problem import Problem
from cleaner.pipeline import run
from cleaner.rules.match import Matcher, Pattern
from cleaner.rules.rule import Example, Rule, RuleFile
from cleaner.sites import UNKNOWN
from cleaner.text.document import Document
from cleaner.text.mark import Verb


def check_rule_file(file: RuleFile, others: Sequence[Rule] = ()) -> list[Problem]:
    """All that the examples of a file show to be wrong."""
    return [problem for rule in file.rules for problem in example_problems(file, rule, others)]


def example_problems(file: RuleFile, rule: Rule, others: Sequence[Rule] = ()) -> Iterator[Problem]:
    """All that the examples of a rule show to be wrong.

    A rule that drops runs alone; one that keeps runs beside `others` and the rest of its file, for there
    must be something to keep from.
    """
    rules = [rule] if rule.verb is Verb.DROP else [*others, *file.rules]
    matcher = Matcher(rules)
    for number, example in enumerate(rule.examples, 1):
        result = run(Document(example.before), [matcher], UNKNOWN)
        if result.text != example.after:
            field = f"example {number}"
            if example.near_miss:
                took = "".join(piece.text for piece in result.removed)
                yield Problem.of(file, rule, field, f"a near miss loses {took!r}", "make the pattern narrower")
            else:
                what = f"cleaning it gives {result.text!r}, not {example.after!r}"
                yield Problem.of(file, rule, field, what, "mend the pattern or the example")
    yield from _unshown_patterns(file, rule)


def _unshown_patterns(file: RuleFile, rule: Rule) -> Iterator[Problem]:
    hits = [example for example in rule.examples if not example.near_miss or rule.verb is Verb.KEEP]
    for pattern in rule.match:
        compiled = Pattern(rule, pattern)
        if not any(any(matched(compiled, example)) for example in hits):
            yield Problem.of(file, rule, "match", f"no example hits {pattern!r}", "add an example that shows it")


def matched(pattern: Pattern, example: Example) -> Iterator[str]:
    """What a pattern matches in an example; never empty. Stops where it runs out of time."""
    document = Document(example.before)
    for line in document.lines:
        try:
            for start, end in pattern.spans(document.logical, *line):
                yield document.logical[start:end]
        except TimeoutError:
            return
