"""Problems that the examples of rules reveal."""

from pathlib import Path

import pytest

from cleaner.authoring.lint.examples import check_rule_file
from cleaner.rules.rule import Example, Family, Kind, Rule, RuleFile
from cleaner.text.mark import Verb

GOOD = (Example("One\nSee: two", "One"), Example("See: nobody was hurt.", "See: nobody was hurt."))
DROP_ALL = Rule("x/y/all", Family.META, Kind.LINE, (".*",), "why", examples=GOOD)


def rule(*examples: Example, match: tuple[str, ...] = ("See: [^.]+",), verb: Verb = Verb.DROP) -> Rule:
    return Rule("x/y/see", Family.RELATED, Kind.LINE, match, "why", verb=verb, examples=examples)


def problems(*rules: Rule, others: tuple[Rule, ...] = ()) -> list[str]:
    return [str(problem) for problem in check_rule_file(RuleFile("x/y", Path("x/y.toml"), rules=rules), others)]


@pytest.mark.parametrize(
    ("checked", "expected"),
    [
        pytest.param(rule(*GOOD), [], id="right"),
        pytest.param(
            rule(*GOOD, Example("See: two", "See")),
            ["field 'example 3': cleaning it gives '', not 'See'; fix the pattern or the example"],
            id="a result that differs",
        ),
        pytest.param(
            rule(*GOOD, Example("One\nSee: two\nThree", "One\nSee: two\nThree")),
            ["field 'example 3': the rule removes 'See: two\\n' from a near miss; make the pattern narrower"],
            id="a near miss that is removed",
        ),
        pytest.param(
            rule(*GOOD, match=("See: [^.]+", "Look: .*")),
            ["field 'match': no example matches 'Look: .*'; add an example that does"],
            id="a pattern without an example",
        ),
        pytest.param(
            rule(*GOOD, match=("See: [^.]+", "See: nob.*")),
            [
                (
                    "field 'example 2': the rule removes 'See: nobody was hurt.' from a near miss; "
                    "make the pattern narrower"
                ),
                "field 'match': no example matches 'See: nob.*'; add an example that does",
            ],
            id="a near miss is no example of a pattern",
        ),
    ],
)
def test_problems(checked: Rule, expected: list[str]) -> None:
    assert problems(checked) == [f"x/y.toml: rule 'see': {problem}" for problem in expected]


def test_a_rule_that_drops_runs_alone() -> None:
    assert problems(rule(*GOOD), others=(DROP_ALL,)) == []


KEEPS = (Example("One\nSee: two", "See: two"), Example("See: two", "See: two"))


def test_a_rule_that_keeps_runs_with_others() -> None:
    assert problems(rule(*KEEPS, verb=Verb.KEEP), others=(DROP_ALL,)) == []


def test_a_rule_that_keeps_runs_with_the_rest_of_its_file() -> None:
    drop = rule(Example("One", ""), Example("Two", "Two"), match=("One", "See: .*"))
    [problem] = problems(drop, rule(*KEEPS, verb=Verb.KEEP))
    assert problem == "x/y.toml: rule 'see': field 'match': no example matches 'See: .*'; add an example that does"


def test_a_rule_that_keeps_what_no_rule_drops() -> None:
    [problem] = problems(rule(*KEEPS, verb=Verb.KEEP))
    assert "field 'example 1': cleaning it gives 'One\\nSee: two', not 'See: two'; " in problem
