"""Lines as arrays: which lines and words are read, and what is at the edges of a line."""

import pytest

from cleaner.linemodel import encode
from cleaner.linemodel.characters import BULLET, CJK, CLASSES, NEWLINE, QUOTE, SPACE, STOP, UPPER
from cleaner.linemodel.encode import EDGE, encode_lines
from cleaner.linemodel.words import hashes_of


def test_words_are_runs_of_letters_and_digits() -> None:
    lines = encode_lines(["It's 24 °C,", "* said Anna."])
    assert lines is not None
    assert lines.hashes.tolist() == hashes_of(["It", "s", "24", "C", "said", "Anna"])
    assert lines.words.tolist() == [4, 2]
    assert lines.first_word.tolist() == [0, 4]


def test_lines_without_a_word_are_counted_as_gaps() -> None:
    lines = encode_lines(["", "One", "---", "", "two"])
    assert lines is not None
    assert lines.ordinal.tolist() == [1, 4]
    assert lines.gap.tolist() == [1, 2]


@pytest.mark.parametrize("lines", [[], [""], ["---", "..."]])
def test_there_is_nothing_to_encode_without_a_word(lines: list[str]) -> None:
    assert encode_lines(lines) is None


def test_edges_are_the_first_character_and_two_after_the_last_word() -> None:
    lines = encode_lines(["* “We go.”", "No"])
    assert lines is not None
    first, after, further = lines.edges.tolist()
    assert first == [BULLET, UPPER]
    assert after == [CLASSES + STOP, CLASSES + NEWLINE]
    assert further == [2 * CLASSES + QUOTE, 2 * CLASSES + NEWLINE]


def test_two_neighbouring_cjk_characters_are_a_word() -> None:
    lines = encode_lines(["島への船 ok 岸 A島"])
    assert lines is not None
    words = ("島へ", "への", "の船", "ok", "岸", "A", "島")
    assert lines.hashes.tolist() == hashes_of(words)
    assert lines.length.tolist() == [4, 4, 4, 2, 2, 1, 2]
    assert lines.counts[0, [CJK, SPACE]].tolist() == [6, 3]


def test_the_size_of_a_line_is_that_of_an_alphabet() -> None:
    lines = encode_lines(["The ferry", "島への船", "나룻배"])
    assert lines is not None
    assert lines.size.tolist() == [9, 10, 7.5]


def test_a_line_mostly_in_a_script_without_stops_is_known() -> None:
    lines = encode_lines(["The ferry", "เรือข้ามฟาก", "ท่าเรือ at the north end", "ផែ"])
    assert lines is not None
    assert lines.stopless.tolist() == [False, True, False, True]


def test_a_long_line_is_read_at_its_edges() -> None:
    lines = encode_lines(["a" * EDGE + " middle" * 100 + " " + "b" * EDGE])
    assert lines is not None
    assert lines.length.tolist() == [EDGE, EDGE]
    assert lines.size.tolist() == [2 * EDGE + 701]


@pytest.mark.parametrize("most", [1, 2, 3, 7])
def test_many_lines_are_encoded_in_parts_as_they_are_at_once(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    lines = ["", "The ferry", "at noon.", "", "---", "島への船", "* “We go", "a" * 300, "", "No", "…", "It's 24 °C", ""]
    whole = encode_lines(lines)
    monkeypatch.setattr(encode, "AT_ONCE", most)
    parts = encode_lines(lines)
    assert whole is not None
    assert parts is not None
    for name, expected, found in zip(whole._fields, whole, parts, strict=True):
        assert (name, found.dtype, found.tolist()) == (name, expected.dtype, expected.tolist())
