"""Where a sentence ends, in each writing system, and which scripts put no space between words."""

import re

import pytest

from cleaner.text.scripts import _FAR, CJK, SENTENCE_END, SYLLABLES, UNSPACED, ends_sentence

ENDING = [
    pytest.param("It rained.", id="full stop"),
    pytest.param("Did it rain?", id="question mark"),
    pytest.param("It rained…", id="ellipsis"),
    pytest.param("“It rained,” he said, “and how!”", id="quotation mark after the stop"),
    pytest.param("(It rained.)", id="bracket after the stop"),
    pytest.param("**It rained.**", id="emphasis after the stop"),
    pytest.param("It rained. \t ", id="white space after the stop"),
    pytest.param("雨が降った。", id="Japanese"),
    pytest.param("「雨が降った。」", id="Japanese bracket"),
    pytest.param("下雨了吗？", id="Chinese question mark"),
    pytest.param("비가 왔다.", id="Korean"),
    pytest.param("पूरी रात बारिश हुई।", id="Hindi"),
    pytest.param("هل هطل المطر؟", id="Arabic question mark"),
    pytest.param("ساری رات بارش ہوئی۔", id="Urdu"),
    pytest.param("Ամբողջ գիշեր անձրև էր։", id="Armenian"),
    pytest.param("ሌሊቱን ሙሉ ዘነበ።", id="Amharic"),
    pytest.param("ភ្លៀងពេញមួយយប់។", id="Khmer"),
    pytest.param("တစ်ညလုံး မိုးရွာသည်။", id="Burmese"),
]


@pytest.mark.parametrize("line", ENDING)
def test_a_line_ends_as_a_sentence_does(line: str) -> None:
    assert ends_sentence(line)
    assert len(SENTENCE_END.findall(f"{line.strip()} {line.strip()}")) >= 2


@pytest.mark.parametrize(
    "line", ["", " ", "Menu", "Contact us »", "It rained,", "Year (1979)", "“Rain”", "v1.2", "Rain:", "ฝนตก"]
)
def test_a_line_does_not_end_as_a_sentence_does(line: str) -> None:
    assert not ends_sentence(line)


@pytest.mark.parametrize("text", ["example.com", "3.5 %", "v1.2.3", "a.b", "e.g.the"])
def test_a_stop_within_a_word_ends_no_sentence(text: str) -> None:
    assert not SENTENCE_END.search(f"{text} is")


@pytest.mark.parametrize(
    ("characters", "pattern", "holds"),
    [
        ("漢かカ", CJK, True),
        ("한", CJK, False),
        ("漢かカ한", SYLLABLES, True),
        ("aжא", SYLLABLES, False),
        ("漢かกកမລ。（", UNSPACED, True),
        ("a한अж", UNSPACED, False),
    ],
)
def test_scripts_are_told_apart(characters: str, pattern: re.Pattern[str], holds: bool) -> None:
    assert [pattern.match(character) is not None for character in characters] == [holds] * len(characters)


def test_characters_beside_which_no_space_is_owed_are_far() -> None:
    characters = "".join(map(chr, range(0x110000)))
    far = set(_FAR.findall(characters))
    assert far == {*map(chr, range(0xE00, 0x2000)), *map(chr, range(0x2E80, 0x10000))}
    assert far > set(UNSPACED.findall(characters))
