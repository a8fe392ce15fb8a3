"""Words as numbers: the packaged weights hold hashes of words, so a hash may never change."""

import numpy as np
import pytest

from cleaner.linemodel.words import SLOTS, checks, function_words, hashes, hashes_of, slots, table, utf16

HASHES = {
    "a": 0x291D9DE37B5444AD,
    "the": 0x51D4717CC6C54073,
    "Über": 0x061D8AA2AAB1F358,
    "naïveté": 0xD567664587E5D7FB,
    "incomprehensibilities": 0xEEF323D058D59033,
    "ГОРОД": 0x095701BF7B4FC095,
    "日": 0x1E7673B3A9D5C704,
    "x1": 0x45681C2A725ACB3E,
    "𝒳": 0x7DFBFD93728140E4,
    "e-mail": 0x578FB3E970D72078,
}


@pytest.mark.parametrize("word", HASHES)
def test_the_hash_of_a_word_is_fixed(word: str) -> None:
    assert hashes_of([word]) == [HASHES[word]]


def test_the_hashes_of_words_are_those_of_each() -> None:
    assert hashes_of([*HASHES]) == [*HASHES.values()]


def test_slot_and_check_are_the_upper_bits_of_the_hash() -> None:
    words = np.array(list(HASHES.values()), np.uint64)
    assert slots(words).tolist() == [value >> 48 for value in HASHES.values()]
    assert checks(words).tolist() == [value >> 32 & 0xFFFF for value in HASHES.values()]


def test_words_of_one_text_have_the_hashes_of_the_words_alone() -> None:
    text = "the cat, the incomprehensibilities"
    start, length = np.array([0, 4, 9, 13]), np.array([3, 3, 3, 21])
    words = [text[at : at + size] for at, size in zip(start, length, strict=True)]
    assert hashes(utf16(text), start, length).tolist() == [hashes_of([word])[0] for word in words]


def test_a_table_finds_its_words_and_no_others() -> None:
    number, check = table(zip(hashes_of(["ferry", "bridge"]), (1, 2), strict=True))
    assert len(number) == SLOTS
    words = np.array(hashes_of(["Bridge", "ferry", "orchard"]), np.uint64)
    known = check.take(slots(words)) == checks(words)
    assert (number.take(slots(words)) * known).tolist() == [2, 1, 0]


def test_function_words_are_known_in_either_case() -> None:
    words = np.array(hashes_of(["The", "und", "ferry"]), np.uint64)
    assert (function_words().take(slots(words)) == checks(words)).tolist() == [True, True, False]
