"""Runs the examples of rules: each shows exactly what its rule does, and what it must leave alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleaner.document import Document
from cleaner.mark import Verb
from cleaner.match import Matcher, Pattern
from cleaner.pipeline import run
from cleaner.rule import Example, Kind, Rule, RuleFile
from cleaner.sites import UNKNOWN


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a rule, and the mend."""

    file: RuleFile
    rule: Rule
    field: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file.path}: rule '{self.rule.name}': field '{self.field}': {self.what}; {self.mend}"


def check_rule_file(file: RuleFile, others: Sequence[Rule] = ()) -> list[Problem]:
    """All that the examples of a file show to be wrong.

    A rule that drops runs alone; one that keeps runs beside `others` and the rest of its file, for there
    must be something to keep from.
    """
    return [problem for rule in file.rules for problem in _check_rule(file, rule, others)]


def _check_rule(file: RuleFile, rule: Rule, others: Sequence[Rule]) -> Iterator[Problem]:
    rules = [rule] if rule.verb is Verb.DROP else [*others, *file.rules]
    matcher = Matcher(rules)
    for number, example in enumerate(rule.examples, 1):
        result = run(Document(example.before), [matcher], UNKNOWN)
        if result.text != example.after:
            field = f"example {number}"
            if example.near_miss:
                took = "".join(piece.text for piece in result.removed)
                yield Problem(file, rule, field, f"a near miss loses {took!r}", "make the pattern narrower")
            else:
                what = f"cleaning it gives {result.text!r}, not {example.after!r}"
                yield Problem(file, rule, field, what, "mend the pattern or the example")
    yield from _unshown_patterns(file, rule)


def _unshown_patterns(file: RuleFile, rule: Rule) -> Iterator[Problem]:
    hits = [example for example in rule.examples if not example.near_miss or rule.verb is Verb.KEEP]
    for pattern in rule.match:
        compiled = Pattern(rule, pattern, whole_line=rule.kind is not Kind.PHRASE)
        if not any(_hit(compiled, example) for example in hits):
            yield Problem(file, rule, "match", f"no example hits {pattern!r}", "add an example that shows it")


def _hit(pattern: Pattern, example: Example) -> bool:
    document = Document(example.before)
    return any(True for line in document.lines for _ in pattern.spans(document.logical, *line))
