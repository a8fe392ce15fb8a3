"""The features of lines, by name."""

import numpy as np
import pytest

from cleaner.linemodel.encode import encode_lines
from cleaner.linemodel.features import FEATURES, Feature, features
from cleaner.linemodel.weights import packaged_model

MENU = ["Home", "News", "Home"]
PROSE = [
    "The ferry to the islands will not run before the middle of March, the harbour office said.",
    "Divers found a crack in the landing stage of the ferry, and a new beam has to be cast.",
]
FOOT = ["Imprint"]


def column(feature: Feature) -> list[float]:
    lines = encode_lines([*MENU, "", *PROSE, *FOOT])
    assert lines is not None
    values: list[float] = features(lines)[:, feature].tolist()
    return values


def test_the_weights_have_a_row_for_each_feature() -> None:
    embeddings = sum(table.shape[1] for table in packaged_model().words)
    assert packaged_model().entry[0].shape[0] == FEATURES + embeddings


@pytest.mark.parametrize(
    ("feature", "values"),
    [
        (Feature.ENDS_SENTENCE, [0, 0, 0, 1, 1, 0]),
        (Feature.IS_PROSE, [0, 0, 0, 1, 1, 0]),
        (Feature.POSITION, [n / 6 for n in range(6)]),
        (Feature.CORE_SHARE, [2 / 6] * 6),
    ],
)
def test_flags_and_shares(feature: Feature, values: list[float]) -> None:
    assert column(feature) == pytest.approx(values)


@pytest.mark.parametrize(
    ("feature", "counts"),
    [
        (Feature.SIZE, [4 / 6, 4 / 6, 4 / 6, len(PROSE[0]) / 6, len(PROSE[1]) / 6, 7 / 6]),
        (Feature.GAP, [0, 0, 0, 1, 0, 0]),
        (Feature.LINES_ABOVE, [0, 1, 2, 3, 4, 5]),
        (Feature.LINES_BELOW, [5, 4, 3, 2, 1, 0]),
        (Feature.LINES_TO_CORE, [3, 2, 1, 0, 0, 0]),
        (Feature.LINES_FROM_CORE, [0, 0, 0, 0, 0, 1]),
        (Feature.REPEATED, [2, 1, 2, 1, 1, 1]),
        (Feature.TEXT_LINES, [6] * 6),
        (Feature.TOPIC, [0, 0, 0, 1, 1, 0]),
    ],
)
def test_counts_are_logarithms_of_one_more(feature: Feature, counts: list[float]) -> None:
    assert np.expm1(column(feature)) == pytest.approx(counts, abs=1e-5)
