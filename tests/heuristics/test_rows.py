"""Which lines go of a text whose words the model does not know."""

import numpy as np
import pytest

from cleaner.heuristics.furniture import is_all_furniture, is_foreign
from cleaner.heuristics.headline import row_above
from cleaner.heuristics.rows import Prediction, rows_to_drop
from cleaner.linemodel.encode import EncodedLines, encode_lines
from cleaner.linemodel.features import features
from cleaner.linemodel.weights import packaged_model

GREEK = [
    "Σύνδεση",
    "Αναζήτηση",
    "Ανοίγει η παλιά γέφυρα",
    "4 Μαρτίου 2024",
    "Η παλιά γέφυρα του ποταμού ανοίγει ξανά τον Μάρτιο, είπε χθες ο δήμαρχος.",
    "Οι βάρκες θα περνούν από κάτω μόνο το πρωί, γιατί τα νερά είναι χαμηλά.",
    "Επικοινωνία",
]
ENGLISH = [
    "The old bridge over the river opens again in March, the mayor said yesterday.",
    "Boats will pass under it in the morning only, for the water is low.",
]
VOCABULARY = packaged_model().vocabulary


def encoded(lines: list[str]) -> EncodedLines:
    found = encode_lines(lines)
    assert found is not None
    return found


@pytest.mark.parametrize(("lines", "foreign"), [(GREEK, True), (ENGLISH, False)], ids=["Greek", "English"])
def test_a_text_is_foreign_if_the_model_knows_few_of_its_words(lines: list[str], foreign: bool) -> None:
    assert is_foreign(VOCABULARY.numbers_in(encoded(lines))) is foreign


def test_no_sentence_and_no_headline_of_a_foreign_text_goes() -> None:
    lines = encoded(GREEK)
    nothing = np.zeros(len(GREEK), np.float32)
    found = Prediction(lines, VOCABULARY.numbers_in(lines), features(lines), nothing + np.float32(0.001), nothing)
    assert rows_to_drop(found, lines.size, 0.3, VOCABULARY).tolist() == [0, 1, 3, 6]


def test_the_headline_is_the_longest_line_above_without_a_digit() -> None:
    lines = encoded(GREEK)
    assert row_above(lines, lines.prose) == 2
    assert row_above(lines, np.zeros(len(GREEK), bool)) is None


def test_a_line_of_listed_words_alone_is_furniture() -> None:
    lines = encoded(["Σύνδεση", "Η Σύνδεση της γέφυρας", "登录 注册", "登录以后"])
    is_furniture = VOCABULARY.furniture.take(VOCABULARY.numbers_in(lines))
    assert is_all_furniture(lines, is_furniture).tolist() == [True, False, True, False]
