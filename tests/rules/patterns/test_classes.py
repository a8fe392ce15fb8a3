"""Characters and sets of them, for `regex` and for RE2."""

import pytest
import re2
import regex

from cleaner.rules.patterns.classes import SETS, all_cases, class_of, literal
from cleaner.rules.patterns.syntax import Character, CharacterClass, CharacterRange, CharacterSet
from cleaner.text.document import EQUIVALENTS

OCTETS = re2.Options()
OCTETS.encoding = re2.Options.Encoding.LATIN1
SEEN = [chr(i) for i in range(0x110000) if not 0xD800 <= i < 0xE000 and i not in (10, 13) and chr(i) not in EQUIVALENTS]
# Every character that a pattern sees up to the kana, and every hundredth of the rest.
SAMPLE = [*SEEN[:0x3000], *SEEN[0x3000::101]]
CASED = [char for char in SEEN if char.lower() != char or char.upper() != char]


def screened(written: str, text: str) -> bool:
    return bool(re2.compile(f"(?i:{written})".encode("latin-1"), OCTETS).search(text.encode()))


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("negated", [False, True])
def test_screen_of_a_set_takes_all_that_the_set_takes(name: str, negated: bool) -> None:
    exact, screen, _ = class_of(CharacterClass((CharacterSet(name),), negated))
    taken = "\n".join(char for char in SAMPLE if regex.match(exact, char))
    assert not regex.match(exact, "\n")
    assert re2.compile(f"(?:(?:{screen})+\n)*(?:{screen})+".encode("latin-1"), OCTETS).fullmatch(taken.encode())


def test_screen_of_a_letter_takes_all_its_cases() -> None:
    together = "".join(CASED)
    taken = {char: regex.findall(char, together, regex.IGNORECASE) for char in together}
    assert {c: t for c, t in taken.items() if not all(screened(literal(c).re2, other) for other in t)} == {}


@pytest.mark.parametrize(
    ("char", "cases"), [("σ", "Σςσ"), ("é", "Éé"), ("å", "Åå\N{ANGSTROM SIGN}"), ("ß", "ßẞ"), ("水", "水"), ("ж", "Жж")]
)
def test_all_cases(char: str, cases: str) -> None:
    assert all_cases(char) == sorted(cases)


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("a", "k"),
        ("A", "Z"),
        ("0", "9"),
        ("!", "/"),
        ("à", "ž"),
        ("À", "ſ"),
        ("\u0100", "\u212b"),
        ("‘", "”"),
        ("\0", "\xff"),
    ],
)
@pytest.mark.parametrize("negated", [False, True])
def test_screen_of_a_range_takes_all_that_the_range_takes(low: str, high: str, negated: bool) -> None:
    exact, screen, _ = class_of(CharacterClass((CharacterRange(low, high),), negated))
    taken = [char for char in SAMPLE if regex.match(exact, char, regex.IGNORECASE)]
    assert taken
    assert "\n" not in taken
    assert [char for char in taken if not screened(screen, char)] == []


@pytest.mark.parametrize("char", ["'", "-", "]", "^", "a", "é", "水", "_", " "])
@pytest.mark.parametrize("negated", [False, True])
def test_screen_of_one_character_in_a_class(char: str, negated: bool) -> None:
    exact, screen, _ = class_of(CharacterClass((Character(char),), negated))
    for other in (char, char.upper(), "x", "é", "水", " ", "]", "\\"):
        assert not regex.match(exact, other, regex.IGNORECASE) or screened(screen, other)
    assert bool(regex.match(exact, char)) is not negated
