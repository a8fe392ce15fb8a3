"""What the examples of rules prove."""

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
    ("given", "found"),
    [
        pytest.param(rule(*GOOD), [], id="good"),
        pytest.param(
            rule(*GOOD, Example("See: two", "See")),
            ["field 'example 3': cleaning it gives '', not 'See'; mend the pattern or the example"],
            id="another result",
        ),
        pytest.param(
            rule(*GOOD, Example("One\nSee: two\nThree", "One\nSee: two\nThree")),
            ["field 'example 3': a near miss loses 'See: two\\n'; make the pattern narrower"],
            id="near miss hit",
        ),
        pytest.param(
            rule(*GOOD, match=("See: [^.]+", "Look: .*")),
            ["field 'match': no example hits 'Look: .*'; add an example that shows it"],
            id="pattern without example",
        ),
        pytest.param(
            rule(*GOOD, match=("See: [^.]+", "See: nob.*")),
            [
                "field 'example 2': a near miss loses 'See: nobody was hurt.'; make the pattern narrower",
                "field 'match': no example hits 'See: nob.*'; add an example that shows it",
            ],
            id="near miss shows no pattern",
        ),
    ],
)
def test_problems(given: Rule, found: list[str]) -> None:
    assert problems(given) == [f"x/y.toml: rule 'see': {problem}" for problem in found]


def test_rule_that_drops_runs_alone() -> None:
    assert problems(rule(*GOOD), others=(DROP_ALL,)) == []


KEEPS = (Example("One\nSee: two", "See: two"), Example("See: two", "See: two"))


def test_rule_that_keeps_runs_beside_others() -> None:
    assert problems(rule(*KEEPS, verb=Verb.KEEP), others=(DROP_ALL,)) == []


def test_rule_that_keeps_runs_beside_the_rest_of_its_file() -> None:
    drop = rule(Example("One", ""), Example("Two", "Two"), match=("One", "See: .*"))
    [problem] = problems(drop, rule(*KEEPS, verb=Verb.KEEP))
    assert problem == "x/y.toml: rule 'see': field 'match': no example hits 'See: .*'; add an example that shows it"


def test_rule_that_keeps_from_nothing() -> None:
    [problem] = problems(rule(*KEEPS, verb=Verb.KEEP))
    assert "field 'example 1': cleaning it gives 'One\\nSee: two', not 'See: two'; " in problem
