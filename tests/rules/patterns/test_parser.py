"""The syntax trees of patterns."""

import pytest

from cleaner.rules.patterns.parser import parse
from cleaner.rules.patterns.syntax import (
    AnyCharacter,
    Character,
    CharacterClass,
    CharacterRange,
    CharacterSet,
    Edge,
    Group,
    Part,
    Repeat,
    WordAlternatives,
    Words,
)

A, B = Character("a"), Character("b")


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        pytest.param("", (), id="empty"),
        pytest.param("See also", (Words("See also"),), id="words"),
        pytest.param("see|see also", (WordAlternatives(("see", "see also")),), id="alternatives that are words"),
        pytest.param(".", (AnyCharacter(),), id="dot"),
        pytest.param("\xa0", (Words(" "),), id="no-break space"),
        pytest.param(r"\x41\.’", (Character("A"), Character("."), Character("'")), id="characters"),
        pytest.param(r"^\b", (Edge("^"), Edge(r"\b")), id="edges"),
        pytest.param(r"\w", (CharacterClass((CharacterSet(r"\w"),)),), id="set"),
        pytest.param(
            r"[^a\p{L}b-z-]",
            (CharacterClass((A, CharacterSet(r"\p{L}"), CharacterRange("b", "z"), Character("-")), negated=True),),
            id="class",
        ),
        pytest.param("a{2,}?", (Repeat(A, 2, None, "{2,}?", "a{2,}?"),), id="repeat without bound"),
        pytest.param("a{2}b", (Repeat(A, 2, 2, "{2}", "a{2}"), Words("b")), id="exact repeat"),
        pytest.param("(?<x>a*)", (Group("(?:", ((Repeat(A, 0, None, "*", "a*"),),)),), id="named group"),
        pytest.param(
            "(?!a?|b+)",
            (Group("(?!", ((Repeat(A, 0, 1, "?", "a?"),), (Repeat(B, 1, None, "+", "b+"),))),),
            id="look ahead",
        ),
    ],
)
def test_tree_of_one_branch(pattern: str, parts: tuple[Part, ...]) -> None:
    assert parse(pattern) == (parts,)


@pytest.mark.parametrize(("quantifier", "possessive"), [("+", False), ("++", True), ("{1,}+", True), ("*?", False)])
def test_only_a_second_plus_makes_a_repeat_possessive(quantifier: str, possessive: bool) -> None:
    [[repeat]] = parse(f".{quantifier}")
    assert isinstance(repeat, Repeat)
    assert repeat.possessive is possessive


def test_a_letter_and_a_set_of_the_same_name_differ() -> None:
    assert parse("[s]") != parse(r"[\s]")
