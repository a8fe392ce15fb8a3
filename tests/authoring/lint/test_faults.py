"""What is found wrong with rules without a document."""

from pathlib import Path

import pytest

from cleaner.authoring.lint.ambiguity import ambiguous_repeat
from cleaner.authoring.lint.faults import pattern_problems, sign_problems
from cleaner.authoring.lint.overlap import Scope, duplicates
from cleaner.authoring.lint.problem import Problem, Severity
from cleaner.rules.rule import Example, Family, Kind, Rule, RuleFile
from cleaner.text.zones import Where

EXAMPLES = (Example("It rained.\nSee: snow", "It rained."), Example("See the snow.", "See the snow."))


def rule(*match: str, name: str = "see", **more: object) -> Rule:
    given = {"examples": EXAMPLES, "kind": Kind.LINE} | more
    return Rule(f"own/x/{name}", Family.RELATED, match=match, reason="why", **given)  # type: ignore[arg-type]


def file(*rules: Rule, disable: tuple[str, ...] = (), detect: tuple[str, ...] = ()) -> RuleFile:
    return RuleFile("own/x", Path("own/x.toml"), disable=disable, rules=rules, detect=detect)


def said(problems: list[Problem]) -> list[str]:
    return [problem.what for problem in problems]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"(?:a+)+", r"(?:a+)+"),
        (r"See (?:\w+,? ?)+", r"(?:\w+,? ?)+"),
        (r"(?:x|(?:\d*)*)b", r"(?:\d*)*"),
        (r"(?:.+ )*end", r"(?:.+ )*"),
        (r"(?:[^.]+-?){2,}", r"(?:[^.]+-?){2,}"),
        (r"(?:[]a]+b?)+", r"(?:[]a]+b?)+"),
        (r"(?<x>(?:\x41+)+)", r"(?:\x41+)+"),
        (r"(?=(?:\p{L}+)+).*", r"(?:\p{L}+)+"),
        (r"(?:\w+, )+", None),
        (r"(?:\w+ )+", None),
        (r"(?:\w{1,9} ?)+", None),
        (r"(?:\w+ ?){1,9}", None),
        (r"(?:\w+ ?)++", None),
        (r"(?:(?>\w+) ?)+", None),
        (r"(?:a|b|cd)*\b(?!x+)", None),
        (r"^See:? .+$", None),
    ],
)
def test_repeats_within_repeats(pattern: str, found: str | None) -> None:
    assert ambiguous_repeat(pattern) == found


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ("See: .+", []),
        ("See: .+|(?:Look)?", ["'See: .+|(?:Look)?' matches the empty string"]),
        (r"See: (?:\w+ ?)+", [r"'See: (?:\\w+ ?)+' repeats what repeats itself: (?:\w+ ?)+"]),
        (r"See: \w*\w*\w*[wx]", ["is slow on 'See: ' and 25,000 of '_'"]),
        (r"\w*\w*\w*[!?]", ["is slow on 100,000 characters of 'a'"]),
    ],
)
def test_patterns_by_themselves(pattern: str, what: list[str]) -> None:
    given = rule(pattern)
    found = said(list(pattern_problems(file(given), given)))
    assert len(found) == len(what)
    assert all(problem.endswith(expected) for problem, expected in zip(found, what, strict=True))


def test_the_end_of_a_block_is_a_pattern_too() -> None:
    block = rule("See: .+", kind=Kind.BLOCK, end=("(?:End)?",), max_lines=3)
    [problem] = pattern_problems(file(block), block)
    assert (problem.field, problem.rule) == ("end", "see")


def test_signs_are_patterns_too() -> None:
    [problem] = sign_problems(file(detect=("Example Wire", "x*")))
    assert (problem.field, problem.rule, problem.severity) == ("detect", "", Severity.ERROR)


FIRST, SECOND = rule("See: .+", name="first"), rule("see: .+", name="second")


@pytest.mark.parametrize(
    ("given", "others", "count"),
    [
        pytest.param(file(FIRST, SECOND), (), 1, id="in a file"),
        pytest.param(file(SECOND), (FIRST,), 1, id="in another file"),
        pytest.param(file(SECOND, disable=("own/x/first",)), (FIRST,), 0, id="the other is disabled"),
        pytest.param(file(rule("See: .+", kind=Kind.AFTER)), (FIRST,), 0, id="reaches further"),
        pytest.param(file(rule("See: .+", where=Where.TOP)), (FIRST,), 1, id="the other takes it anywhere"),
        pytest.param(
            file(rule("See: .+", where=Where.TOP)), (rule("See: .+", where=Where.BOTTOM),), 0, id="another zone"
        ),
        pytest.param(file(rule("see: .+", case=True)), (rule("See: .+", case=True),), 0, id="case matters"),
    ],
)
def test_duplicates(given: RuleFile, others: tuple[Rule, ...], count: int) -> None:
    problems = list(duplicates(given, others))
    assert len(problems) == count
    assert all(problem.severity is Severity.WARNING for problem in problems)


def test_a_rule_is_shadowed_by_one_that_takes_all_its_examples() -> None:
    [problem] = Scope([rule(".*: .+", name="wide"), SECOND]).shadowed(file(SECOND), SECOND)
    assert str(problem) == (
        "own/x.toml: warning: rule 'second': field 'match': is shadowed: own/x/wide takes all that its examples show; "
        "leave it out, or add an example that it alone takes"
    )


def test_a_rule_with_an_example_of_its_own_is_not_shadowed() -> None:
    wide, narrow = rule("See: s.*", name="wide"), rule("See: .+", examples=(*EXAMPLES, Example("See: ice", "")))
    assert list(Scope([wide, narrow]).shadowed(file(narrow), narrow)) == []


def test_of_two_that_shadow_each_other_the_second_is_one_too_many() -> None:
    scope = Scope([FIRST, SECOND])
    assert [len(list(scope.shadowed(file(FIRST, SECOND), rule))) for rule in (FIRST, SECOND)] == [0, 1]


def test_two_rules_together_shadow_none() -> None:
    both = rule("See: .+", examples=(Example("See: ice\nSee: snow", ""),))
    others = [rule("See: ice", name="ice"), rule("See: snow", name="snow")]
    assert list(Scope([*others, both]).shadowed(file(both), both)) == []


def test_what_is_disabled_shadows_nothing() -> None:
    given = file(SECOND, disable=("own/x/wide",))
    assert list(Scope([rule(".*: .+", name="wide")]).shadowed(given, SECOND)) == []
