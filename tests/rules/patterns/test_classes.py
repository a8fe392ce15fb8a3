"""Characters and classes, for `regex` and for RE2: where `regex` matches, RE2 must match too."""

import pytest
import re2
import regex

from cleaner.rules.patterns.classes import SETS, all_cases, class_of, literal
from cleaner.rules.patterns.syntax import Character, CharacterClass, CharacterRange, CharacterSet
from cleaner.text.equivalents import EQUIVALENTS

OCTETS = re2.Options()
OCTETS.encoding = re2.Options.Encoding.LATIN1
VISIBLE = [
    chr(i) for i in range(0x110000) if not 0xD800 <= i < 0xE000 and i not in (10, 13) and chr(i) not in EQUIVALENTS
]
# Of the characters that a pattern sees: all up to U+2FFF or so, and every 101st of the rest.
SAMPLE = [*VISIBLE[:0x3000], *VISIBLE[0x3000::101]]
CASED = [char for char in VISIBLE if char.lower() != char or char.upper() != char]


def in_re2(pattern: str) -> "re2._Regexp":
    return re2.compile(f"(?i:{pattern})".encode("latin-1"), OCTETS)


def found_by_re2(pattern: str, text: str) -> bool:
    return bool(in_re2(pattern).search(text.encode()))


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("negated", [False, True])
def test_re2_matches_every_character_of_a_set(name: str, negated: bool) -> None:
    exact, re2_class, _ = class_of(CharacterClass((CharacterSet(name),), negated))
    taken = "\n".join(filter(regex.compile(exact).match, SAMPLE))
    assert not regex.match(exact, "\n")
    assert re2.compile(f"(?:(?:{re2_class})+\n)*(?:{re2_class})+".encode("latin-1"), OCTETS).fullmatch(taken.encode())


def test_re2_matches_every_case_of_a_letter() -> None:
    together = "".join(CASED)
    taken = {char: regex.findall(char, together, regex.IGNORECASE) for char in together}
    assert {c: t for c, t in taken.items() if not all(found_by_re2(literal(c).re2, other) for other in t)} == {}


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
def test_re2_matches_every_character_of_a_range(low: str, high: str, negated: bool) -> None:
    exact, re2_class, _ = class_of(CharacterClass((CharacterRange(low, high),), negated))
    taken = list(filter(regex.compile(exact, regex.IGNORECASE).match, SAMPLE))
    assert taken
    assert "\n" not in taken
    compiled = in_re2(re2_class)
    assert [char for char in taken if not compiled.search(char.encode())] == []


@pytest.mark.parametrize("char", ["'", "-", "]", "^", "a", "é", "水", "_", " "])
@pytest.mark.parametrize("negated", [False, True])
def test_re2_matches_a_class_of_one_character(char: str, negated: bool) -> None:
    exact, re2_class, _ = class_of(CharacterClass((Character(char),), negated))
    for other in (char, char.upper(), "x", "é", "水", " ", "]", "\\"):
        assert not regex.match(exact, other, regex.IGNORECASE) or found_by_re2(re2_class, other)
    assert bool(regex.match(exact, char)) is not negated
