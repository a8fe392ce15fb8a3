"""Which patterns a text asks for."""

import pytest

from cleaner.rules.asked import MOST_TEXTS, MOST_TIMES, Asked
from cleaner.rules.match import Matcher
from cleaner.rules.patterns.translate import translate
from cleaner.rules.rule import Family, Kind, Rule
from cleaner.text.document import Document

FRUIT = ["Apple pie", "Pear tart", "Plum jam", "Fig roll", "Quince jelly", "Lemon curd", "Cherry cake", "Grape juice"]


def asked(text: str, *patterns: str) -> list[str]:
    chosen = Asked([translate(pattern) for pattern in patterns])
    chosen.grow(Document(text).logical)
    return [patterns[number] for number in chosen.numbers]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("Boat trips?", "BOAT TRIP"),
        ("Boat trips", "Boat *trips*"),
        ("Boat trips", "Boat  _trips_"),
        ("(?:Sail|Row) (?:home|away)", "Row away"),
        ("Boat(?! trips)(?: \\d+)?", "boat 7"),
        ("Σίσυφος", "ΣΊΣΥΦΟΣ"),
        ("Straße", "STRASSE"),
        ("İskele", "İSKELE"),
        ("(?:Ferry ){2,}", "ferry ferry"),
        ("Ferry|Barge .*", "barge 9"),
        (r"\d+", "no number"),
        ("[Ff]erry.*", "Ferry"),
        ("(?<=Ferry )boat", "the boat"),
        ("C'est.+", "C’est la vie"),
        ("sail_boat", "sail_boat"),
    ],
)
def test_what_may_match_is_asked_for(pattern: str, text: str) -> None:
    assert asked(f"Rain.\n{text}\n", pattern, "Anchor.*", "Buoy.*") == [pattern]


@pytest.mark.parametrize("pattern", ["Boat trips", "Boat(?:s|ing) trips", "trips? (?:home|away)", "Boat.+home"])
def test_what_cannot_match_is_not(pattern: str) -> None:
    assert asked("A boat, and a trip", pattern, "Anchor.*") == []


def test_the_patterns_of_all_texts_so_far_are_kept() -> None:
    chosen = Asked(list(map(translate, FRUIT)))
    assert not chosen.grow("It rained.")
    assert chosen.grow("A plum jam and a fig roll")
    assert list(chosen.numbers) == [2, 3]
    assert not chosen.grow("Another fig roll")
    assert chosen.grow("An apple pie")
    assert list(chosen.numbers) == [0, 2, 3]


def test_many_texts_ask_for_all() -> None:
    chosen = Asked(list(map(translate, FRUIT)))
    assert [chosen.grow("Plum jam") for _ in range(MOST_TEXTS + 2)] == [True, *[False] * (MOST_TEXTS - 1), True, False]
    assert len(chosen.numbers) == len(FRUIT)


def test_texts_that_ask_for_more_each_time_ask_for_all() -> None:
    chosen = Asked([translate(f"Pier {letter}") for letter in "abcdefghijklmnopqrstuvwxyz"])
    lengths = [len(chosen.numbers) for letter in "abcdef" if chosen.grow(f"Pier {letter}")]
    assert lengths == [*range(1, MOST_TIMES + 1), 26]


def test_a_text_that_asks_for_most_asks_for_all() -> None:
    chosen = Asked(list(map(translate, FRUIT)))
    assert chosen.grow("\n".join(FRUIT[:5]))
    assert len(chosen.numbers) == len(FRUIT)


def test_a_matcher_finds_what_a_later_text_asks_for() -> None:
    matcher = Matcher([Rule(f"common/en/{name}", Family.RELATED, Kind.LINE, (name,), "fruit") for name in FRUIT])
    for text, count in (("It rained.", 0), ("Plum jam", 1), ("Plum jam\nPear tart", 2), ("\n".join(FRUIT), 8)):
        assert len(list(matcher.hits(Document(text), set()))) == count
