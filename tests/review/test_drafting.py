"""Rules for lines of documents."""

import tomllib
from pathlib import Path

import pytest

from cleaner.authoring.lint.examples import check_rule_file
from cleaner.errors import UsageError
from cleaner.review.drafting import draft
from cleaner.rulefiles.packaged import packaged_for_language
from cleaner.rules.parse import PROSE, parse
from cleaner.rules.rule import Rule
from cleaner.text.functionwords import Language
from cleaner.text.mark import Verb

COMMON = [rule for file in packaged_for_language(Language("en")) for rule in file.rules]


def rule_for(text: str, line: str, verb: Verb = Verb.DROP) -> Rule:
    made = draft(text, text.index(line), verb)
    file = parse(tomllib.loads(made.toml), "review/review", Path("review.toml"))
    assert check_rule_file(file, COMMON if verb is Verb.KEEP else ()) == []
    [rule] = file.rules
    return rule


@pytest.mark.parametrize(
    ("text", "line", "match", "where"),
    [
        (f"{PROSE}\n\n12 people (3 new) like it\n", "12 people", r"\d+ people \(\d+ new\) like it", "bottom"),
        (f"> Tell a friend\n\n{PROSE}\n", "> Tell", "Tell a friend", "top"),
        ("It rained.\nTell a friend\nIt was wet.\n", "Tell", "Tell a friend", "anywhere"),
        ("Es regnete.\r\n\r\nFreunden erzählen\r\n", "Freunden", "Freunden erzählen", "anywhere"),
        ("Tell a friend", "Tell", "Tell a friend", "anywhere"),
    ],
)
def test_a_rule_takes_the_line_in_its_zone(text: str, line: str, match: str, where: str) -> None:
    rule = rule_for(text, line)
    assert (rule.match, rule.where) == ((match,), where)


def test_the_near_miss_is_from_the_document_if_it_has_one() -> None:
    text = f"{PROSE}\n\nTell a friend\nTell me a story of the old mill, she said.\n"
    assert "Tell me a story of the old mill, she said." in rule_for(text, "Tell a").examples[1].before


def test_a_rule_that_keeps_shows_the_line_staying() -> None:
    rule = rule_for("It rained.\n\nOur partner was late\n\nIt was wet.\n", "Our", Verb.KEEP)
    assert rule.verb is Verb.KEEP
    assert "Our partner was late" in rule.examples[0].after


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("It rained.\n* * *\n", "* *", "no words"),
        ("```\nTell a friend\nof the rain\n```\n\nIt rained.\n", "Tell", "stands in code"),
        ("It rained.\nTell '''a''' friend\n", "Tell", "three single quotes"),
    ],
)
def test_a_line_that_no_rule_can_take_is_refused(text: str, line: str, said: str) -> None:
    with pytest.raises(UsageError, match=said.replace("*", r"\*")):
        draft(text, text.index(line), Verb.DROP)
