"""Redundant rules: those with the pattern of another rule, and those whose examples another rule covers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cleaner.authoring.lint.problem import Problem, Severity
from cleaner.pipeline import Options, run
from cleaner.rules.match import Matcher
from cleaner.rules.rule import Rule, RuleFile
from cleaner.sites import UNKNOWN
from cleaner.text.document import Document
from cleaner.text.mark import Mark, Verb
from cleaner.text.zones import Where


def duplicates(file: RuleFile, others: Iterable[Rule]) -> Iterator[Problem]:
    """Patterns that another rule has too, if that rule has the same kind and verb and covers the same zone.

    `others` are the rules that load before this file. If two rules of the file share a pattern, the second has the
    problem.
    """
    owners = {key: rule for rule in others if _runs_beside(rule, file) for key in _keys(rule)}
    for rule in file.rules:
        for written, key in zip(rule.match, _keys(rule), strict=True):
            owner = owners.get(key) or owners.get((*key[:2], Where.ANYWHERE, *key[3:]))
            if owner is not None:
                what = f"{owner.id} has the pattern {written!r} too"
                problem = Problem.of(file, rule, "match", what, "remove it from one of the two rules")
                yield replace(problem, severity=Severity.WARNING)
        owners |= {key: rule for key in _keys(rule) if key not in owners}


def _runs_beside(rule: Rule, file: RuleFile) -> bool:
    return rule.id not in file.disable and file.meets(rule)


def _keys(rule: Rule) -> list[tuple[str, str, str, bool, str]]:
    return [(rule.verb, rule.kind, rule.where, rule.case, p if rule.case else p.lower()) for p in rule.match]


class Scope:
    """Rules that load together, compiled once, to find those that make other rules redundant."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._drops = {rule.id: rule for rule in rules if rule.verb is Verb.DROP}
        self._places = {rule_id: place for place, rule_id in enumerate(self._drops)}
        self._matcher = Matcher(list(self._drops.values()))

    def shadowed(self, file: RuleFile, rule: Rule) -> Iterator[Problem]:
        """A warning if one rule of this scope removes all that the examples of `rule` show.

        `rule` need not be part of the scope. If two rules shadow each other, the second has the problem.
        """
        if rule.verb is Verb.KEEP:
            return
        place = self._places.get(rule.id, len(self._places))
        for other in sorted(_shadows(rule, self._matcher)):
            if not _runs_beside(self._drops[other], file):
                continue
            if self._places[other] < place or rule.id not in _shadows(self._drops[other], Matcher([rule])):
                what = f"is shadowed: {other} removes all that its examples show"
                fix = "delete this rule, or add an example that only this rule matches"
                yield replace(Problem.of(file, rule, "match", what, fix), severity=Severity.WARNING)
                return


def _shadows(rule: Rule, matcher: Matcher) -> set[str]:
    """Ids of the other rules of the matcher that alone remove all that the examples of `rule` show."""
    own = Matcher([rule])
    found: set[str] | None = None
    for document in (Document(example.before) for example in rule.examples if not example.near_miss):
        covering = _covering(_marks(document, own), _marks(document, matcher)) - {rule.id}
        found = covering if found is None else found & covering
        if not found:
            break
    return found or set()


def _marks(document: Document, matcher: Matcher) -> Sequence[Mark]:
    return run(document, [matcher], UNKNOWN, Options(apply_suspicious=True)).marks


def _covering(own: Sequence[Mark], marks: Sequence[Mark]) -> set[str]:
    """Ids of the rules whose `marks` alone cover all of the marks in `own`."""
    return {
        rule
        for rule in {mark.rule for mark in marks}
        if all(any(m.rule == rule and m.start <= o.start and o.end <= m.end for m in marks) for o in own)
    }
