"""How long a line is that a rule may remove."""

import pytest

from cleaner.rules.longest_line import LONGEST_LINE
from cleaner.rules.match import Matcher
from cleaner.rules.rule import Family, Kind, Rule
from cleaner.text.document import Document
from cleaner.text.mark import Verb


def hits(rule: Rule, text: str) -> int:
    return len(list(Matcher([rule]).hits(Document(text), set())))


@pytest.mark.parametrize("kind", [Kind.LINE, Kind.AFTER, Kind.BEFORE])
def test_a_line_longer_than_any_of_its_family_is_not_removed(kind: Kind) -> None:
    rule = Rule("r", Family.NAVIGATION, kind, ("Home .*",), "why")
    longest = LONGEST_LINE[Family.NAVIGATION]
    assert [hits(rule, "Home ".ljust(length, "a")) for length in (longest, longest + 1)] == [1, 0]


def test_a_japanese_character_counts_for_more_in_the_length_of_a_line() -> None:
    rule = Rule("r", Family.NAVIGATION, Kind.LINE, ("関連.*",), "why")
    assert [hits(rule, "関連".ljust(characters, "村")) for characters in (100, 101)] == [1, 0]


@pytest.mark.parametrize(("kind", "verb"), [(Kind.PHRASE, Verb.DROP), (Kind.LINE, Verb.KEEP)])
def test_a_phrase_and_a_keep_rule_have_no_longest_line(kind: Kind, verb: Verb) -> None:
    assert hits(Rule("r", Family.NAVIGATION, kind, ("Home .*",), "why", verb=verb), "Home ".ljust(5000, "a")) > 0
