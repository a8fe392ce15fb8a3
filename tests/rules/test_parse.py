"""From TOML to rules, and the message for each mistake."""

import tomllib
from pathlib import Path

import pytest
from rule_mistakes import BLOCK, MISTAKES, RULE, in_rule

from cleaner.errors import RuleError
from cleaner.rules.parse import PROSE, expand, parse
from cleaner.rules.rule import Example, Family, Kind, Rule, RuleFile, Selectors
from cleaner.text.mark import Verb
from cleaner.text.zones import Where

PATH = Path("rules/x.toml")


def read(toml: str) -> RuleFile:
    return parse(tomllib.loads(toml), "sites/x", PATH)


def test_smallest_rule() -> None:
    assert read(RULE).rules == (
        Rule(
            "sites/x/related-news",
            Family.RELATED,
            Kind.LINE,
            ("Related News",),
            "title of related stories",
            Where.ANYWHERE,
            Verb.DROP,
            (),
            0,
            False,
            True,
            False,
            False,
            1,
            (Example("One\nRelated News", "One"), Example("Related News is a paper.", "Related News is a paper.")),
        ),
    )


def test_every_key_of_a_rule() -> None:
    given = BLOCK.replace("match = '''Related News'''", "match = ['A', 'B']").replace(
        "reason",
        "where = 'bottom'\nverb = 'keep'\nend = 'E'\nmax_lines = 9\ncase = true\nenabled = false\n"
        "in_structure = true\nrecurs = 2\nreason",
    )
    [rule] = read(given).rules
    assert (rule.name, rule.match, rule.where, rule.verb) == ("related-news", ("A", "B"), Where.BOTTOM, Verb.KEEP)
    assert (rule.end, rule.max_lines, rule.case, rule.enabled, rule.in_structure) == (("E",), 9, True, False, True)
    assert (rule.over_prose, rule.recurs) == (False, 2)


def test_every_key_of_a_file() -> None:
    file = read("""
        sites = ["www.Example.com", "example.org"]
        detect = 'Example News Wire'
        disable = ["common/en/bylines"]
        evidence = 12
        [html]
        content = ["article .body"]
        drop = ["//aside"]
    """)
    assert file == RuleFile(
        "sites/x",
        PATH,
        ("example.com", "example.org"),
        ("Example News Wire",),
        ("common/en/bylines",),
        (),
        Selectors(("article .body",), ("//aside",)),
        12,
    )


def test_empty_file() -> None:
    assert read("") == RuleFile("sites/x", PATH)


@pytest.mark.parametrize(("toml", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_named_with_its_mend(toml: str, message: str) -> None:
    with pytest.raises(RuleError) as error:
        read(toml)
    assert str(error.value).startswith("rules/x.toml: ")
    assert message in str(error.value)


def test_error_has_its_parts() -> None:
    with pytest.raises(RuleError) as error:
        read(in_rule("ends = 'x'"))
    found = error.value
    assert (found.path, found.rule, found.field, found.what) == (PATH, "related-news", "ends", "unknown key")
    assert found.fix == "did you mean 'end'?"


@pytest.mark.parametrize(
    ("text", "expanded"),
    [
        ("One", "One"),
        ("<prose>", PROSE),
        ("Top\n\n<prose>\n\nBottom\n", f"Top\n\n{PROSE}\n\nBottom\n"),
        ("a <prose> within a line", "a <prose> within a line"),
    ],
)
def test_expand(text: str, expanded: str) -> None:
    assert expand(text) == expanded
