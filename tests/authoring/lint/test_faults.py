"""Problems of rules that no document is needed to find."""

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


def messages(problems: list[Problem]) -> list[str]:
    return [problem.what for problem in problems]


@pytest.mark.parametrize(
    ("pattern", "repeat"),
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
def test_ambiguous_repeat(pattern: str, repeat: str | None) -> None:
    assert ambiguous_repeat(pattern) == repeat


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ("See: .+", []),
        ("See: .+|(?:Look)?", ["'See: .+|(?:Look)?' matches the empty string"]),
        (
            r"See: (?:\w+ ?)+",
            [r"'See: (?:\\w+ ?)+' has ambiguous nested repeats: (?:\w+ ?)+"],
        ),
        (r"See: \w*\w*\w*[wx]", ["is slow on 'See: ' and '_' 25,000 times"]),
        (r"\w*\w*\w*[!?]", ["is slow on 100,000 characters of 'a'"]),
    ],
)
def test_faults_of_a_pattern(pattern: str, what: list[str]) -> None:
    checked = rule(pattern)
    problems = messages(list(pattern_problems(file(checked), checked)))
    assert len(problems) == len(what)
    assert all(problem.endswith(expected) for problem, expected in zip(problems, what, strict=True))


def test_the_end_patterns_of_a_block_are_checked() -> None:
    block = rule("See: .+", kind=Kind.BLOCK, end=("(?:End)?",), max_lines=3)
    [problem] = pattern_problems(file(block), block)
    assert (problem.field, problem.rule) == ("end", "see")


def test_the_detect_patterns_of_a_site_are_checked() -> None:
    [problem] = sign_problems(file(detect=("Example Wire", "x*")))
    assert (problem.field, problem.rule, problem.severity) == ("detect", "", Severity.ERROR)


FIRST, SECOND = rule("See: .+", name="first"), rule("see: .+", name="second")


@pytest.mark.parametrize(
    ("checked", "others", "count"),
    [
        pytest.param(file(FIRST, SECOND), (), 1, id="in the same file"),
        pytest.param(file(SECOND), (FIRST,), 1, id="in another file"),
        pytest.param(file(SECOND, disable=("own/x/first",)), (FIRST,), 0, id="the other is disabled"),
        pytest.param(file(rule("See: .+", kind=Kind.AFTER)), (FIRST,), 0, id="of another kind"),
        pytest.param(file(rule("See: .+", where=Where.TOP)), (FIRST,), 1, id="the other matches anywhere"),
        pytest.param(
            file(rule("See: .+", where=Where.TOP)), (rule("See: .+", where=Where.BOTTOM),), 0, id="in another zone"
        ),
        pytest.param(
            file(rule("see: .+", case=True)), (rule("See: .+", case=True),), 0, id="differs in case, which matters"
        ),
    ],
)
def test_duplicates(checked: RuleFile, others: tuple[Rule, ...], count: int) -> None:
    problems = list(duplicates(checked, others))
    assert len(problems) == count
    assert all(problem.severity is Severity.WARNING for problem in problems)


def test_a_rule_is_shadowed_by_one_that_removes_all_its_examples_show() -> None:
    [problem] = Scope([rule(".*: .+", name="wide"), SECOND]).shadowed(file(SECOND), SECOND)
    assert str(problem) == (
        "own/x.toml: warning: rule 'second': field 'match': is shadowed: own/x/wide removes all that "
        "its examples show; delete this rule, or add an example that only this rule matches"
    )


def test_a_rule_with_an_example_of_its_own_is_not_shadowed() -> None:
    wide, narrow = rule("See: s.*", name="wide"), rule("See: .+", examples=(*EXAMPLES, Example("See: ice", "")))
    assert list(Scope([wide, narrow]).shadowed(file(narrow), narrow)) == []


def test_if_two_rules_shadow_each_other_the_second_is_reported() -> None:
    scope = Scope([FIRST, SECOND])
    assert [len(list(scope.shadowed(file(FIRST, SECOND), rule))) for rule in (FIRST, SECOND)] == [0, 1]


def test_two_rules_do_not_shadow_a_third_one_together() -> None:
    both = rule("See: .+", examples=(Example("See: ice\nSee: snow", ""),))
    others = [rule("See: ice", name="ice"), rule("See: snow", name="snow")]
    assert list(Scope([*others, both]).shadowed(file(both), both)) == []


def test_a_disabled_rule_shadows_nothing() -> None:
    site = file(SECOND, disable=("own/x/wide",))
    assert list(Scope([rule(".*: .+", name="wide")]).shadowed(site, SECOND)) == []
