"""Runs the examples of rules: each must give exactly the result that it states."""

from collections.abc import Iterator, Sequence

from cleaner.authoring.lint.problem import Problem
from cleaner.pipeline import Options, run
from cleaner.rules.match import Matcher
from cleaner.rules.pattern import Pattern
from cleaner.rules.rule import Example, Rule, RuleFile
from cleaner.sites import UNKNOWN
from cleaner.text.document import Document
from cleaner.text.mark import Verb


def check_rule_file(file: RuleFile, others: Sequence[Rule] = ()) -> list[Problem]:
    """The problems that the examples of a file reveal."""
    return [problem for rule in file.rules for problem in example_problems(file, rule, others)]


def example_problems(file: RuleFile, rule: Rule, others: Sequence[Rule] = ()) -> Iterator[Problem]:
    """The problems that the examples of a rule reveal.

    A rule that drops runs alone. A rule that keeps runs together with `others` and the rest of its file, because it
    has no effect unless another rule drops something. An example may be all residue, so nothing is withheld.
    """
    rules = [rule] if rule.verb is Verb.DROP else [*others, *file.rules]
    matcher = Matcher(rules)
    for number, example in enumerate(rule.examples, 1):
        result = run(Document(example.before), [matcher], UNKNOWN, Options(apply_suspicious=True))
        if result.text != example.after:
            field = f"example {number}"
            if example.near_miss:
                text = "".join(removed.text for removed in result.removed)
                what = f"the rule removes {text!r} from a near miss"
                yield Problem.of(file, rule, field, what, "make the pattern narrower")
            else:
                what = f"cleaning it gives {result.text!r}, not {example.after!r}"
                yield Problem.of(file, rule, field, what, "fix the pattern or the example")
    yield from _unshown_patterns(file, rule)


def _unshown_patterns(file: RuleFile, rule: Rule) -> Iterator[Problem]:
    examples = [example for example in rule.examples if not example.near_miss or rule.verb is Verb.KEEP]
    for pattern in rule.match:
        compiled = Pattern(rule, pattern)
        if not any(any(matched(compiled, example)) for example in examples):
            yield Problem.of(file, rule, "match", f"no example matches {pattern!r}", "add an example that does")


def matched(pattern: Pattern, example: Example) -> Iterator[str]:
    """The non-empty matches of a pattern in an example, up to a line on which it exceeds its time limit."""
    document = Document(example.before)
    for line in document.lines:
        try:
            for start, end in pattern.spans(document.logical, *line):
                yield document.logical[start:end]
        except TimeoutError:
            return
