"""The lines of one text to drop, as runs of neighbours: where each run is relative to the article, and why it goes."""

from collections.abc import Callable, Collection, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from cleaner.heuristics.decision import runs
from cleaner.heuristics.furniture import Furniture, furniture_of, is_foreign
from cleaner.heuristics.joined_lines import without_joined_lines
from cleaner.heuristics.plainness import is_plain_rest
from cleaner.heuristics.rows import Prediction, rows_to_drop
from cleaner.heuristics.sentences_to_drop import UNLIKELY, sentences_to_drop
from cleaner.heuristics.units import SentenceUnits
from cleaner.linemodel.arrays import Floats, Numbers, flags
from cleaner.linemodel.encode import EncodedLines, encode_lines
from cleaner.linemodel.features import Feature, features
from cleaner.linemodel.network import Model

# A run is named "short lines" if all of them have fewer than 5 words, and "repeated" if a line occurs twice or more.
# Both features are log(1 + n). Chosen by hand; these only word the reason and decide nothing.
FEW_WORDS, TWICE = np.log1p(5), np.log1p(1.5)
# The features that reasons are worded from, in the order of REASONS.
REASON_FEATURES = [
    Feature.SIZE,
    Feature.ENDS_SENTENCE,
    Feature.FUNCTION_SHARE,
    Feature.TOPIC_SHARE,
    Feature.REPEATED,
]
REASONS = (
    "short lines",
    "no full sentence",
    "no function words",
    "no words in common with the rest of the prose",
    "repeated in the text",
)
OTHER_REASON = "judged by its words and the lines around it"
# No probability is given as 0 %.
LEAST_SHOWN = 0.01


class Place(StrEnum):
    """Where lines are relative to the article."""

    ABOVE = "navigation"
    BELOW = "footer"
    WITHIN = "residue"


class Dropped(NamedTuple):
    """A run of neighbouring lines to drop: its first and its last line, where it is, and why it goes."""

    first: int
    last: int
    place: Place
    reason: str


class PossiblePage(NamedTuple):
    """The lines of a text that may be a page, encoded; the number of each word; and their words of furniture."""

    lines: EncodedLines
    number: Numbers
    furniture: Furniture

    def words(self, texts: Sequence[str]) -> list[tuple[str, int]]:
        """The words of furniture, as their slots, each with its line."""
        places = self.lines.ordinal.take(self.furniture.rows).tolist()
        return list(zip(map(texts.__getitem__, places), self.furniture.slots.tolist(), strict=True))


class Task(NamedTuple):
    """The lines of a page, those that rules drop, those of them and of others that stay, and the share of plain lines.

    `kept` is called only where the probabilities show a page, because reading the structure of a text may take longer
    than all else here.
    """

    texts: Sequence[str]
    page: PossiblePage
    gone: set[int]
    kept: Callable[[], set[int]]
    plain: float


def encoded_page(texts: Sequence[str], model: Model, *, other_script: bool = True) -> PossiblePage | None:
    """The lines of a text, encoded; None where no line holds a word."""
    lines = encode_lines(texts, other_script=other_script)
    if lines is None:
        return None
    number = model.vocabulary.numbers_in(lines)
    return PossiblePage(lines, number, furniture_of(lines, model.vocabulary.furniture.take(number)))


def dropped_runs(task: Task, model: Model) -> Iterator[Dropped]:
    """The lines to drop besides those that rules have dropped."""
    lines, number, furniture = task.page
    x = features(lines)
    probability, headline = model.predictions(lines, x, number).T
    probability[flags(task.gone, len(task.texts)).take(lines.ordinal)] = 0
    if not furniture.shows_page(probability, with_rules=bool(task.gone)):
        return
    kept = task.kept()
    gone = task.gone - kept
    is_gone, is_kept = (flags(which, len(task.texts)).take(lines.ordinal) for which in (gone, kept))
    probability[is_kept] = 1
    if not furniture.shows_page(probability, with_rules=bool(gone)) or is_plain_rest(task.texts, gone, task.plain):
        return
    prediction = Prediction(lines, number, x, probability, headline)
    dropped = rows_to_drop(prediction, lines.size * ~is_gone, task.plain, model.vocabulary)
    dropped = without_joined_lines(task.texts, lines, dropped[~(is_gone | is_kept).take(dropped)])
    if len(dropped):
        yield from _described_runs(lines, x, probability, dropped)


def dropped_sentences(
    found: SentenceUnits,
    decided: Callable[[], tuple[Collection[int], Collection[int]]],
    model: Model,
    *,
    other_script: bool = True,
) -> Iterator[Dropped]:
    """The sentences of long lines to drop besides those that are gone, as rules or lines have decided.

    `decided` gives the units that are gone, and those that must stay. It is called only where a sentence is unlikely.
    """
    lines = encode_lines(found.units.texts, other_script=other_script)
    if lines is None:
        return
    number = model.vocabulary.numbers_in(lines)
    if is_foreign(number):
        return
    x = features(lines)
    probability = model.predictions(lines, x, number)[:, 0]
    if not (probability < UNLIKELY).any():
        return
    is_gone, is_kept = (flags(which, len(found.units.texts)).take(lines.ordinal) for which in decided())
    probability[is_kept], probability[is_gone] = 1, 0
    dropped = sentences_to_drop(lines, probability, found.long_lines, model.vocabulary.furniture.take(number))
    dropped = dropped[~is_gone.take(dropped)]
    if len(dropped):
        yield from _described_runs(lines, x, probability, dropped)


def _described_runs(lines: EncodedLines, x: Floats, probability: Floats, dropped: Numbers) -> Iterator[Dropped]:
    ordinals = lines.ordinal.tolist()
    article_first, article_last = _article(x, dropped)
    firsts, lasts = runs(dropped)
    measures = np.concatenate([x[:, REASON_FEATURES], probability[:, None]], 1).take(dropped, 0)
    largest = np.maximum.reduceat(measures, firsts).tolist()
    rows = dropped.tolist()
    for i, j, of_run in zip(firsts, lasts, largest, strict=True):
        first, last = rows[i], rows[j]
        place = Place.ABOVE if last < article_first else Place.BELOW if first > article_last else Place.WITHIN
        yield Dropped(ordinals[first], ordinals[last], place, _reason(of_run))


def _article(x: Floats, dropped: Numbers) -> tuple[int, int]:
    """First and last line of the kept prose, or of all kept lines where none is prose."""
    stays = np.ones(len(x), bool)
    stays[dropped] = False
    prose = stays & (x[:, Feature.IS_PROSE] > 0)
    rows = (prose if prose.any() else stays).nonzero()[0]
    return (int(rows[0]), int(rows[-1])) if len(rows) else (len(x), len(x))


def _reason(largest: Sequence[float]) -> str:
    """The reason for a run, from the largest value in it of each of REASON_FEATURES and of the probability.

    >>> _reason([0.7, 0, 0.2, 0.1, 0.7, 0.12])
    'at most 12% likely to be article text: short lines, no full sentence'
    """
    size, ends, functional, topic, repeated, probability = largest
    applies = (size < FEW_WORDS, not ends, not functional, not topic, repeated > TWICE)
    reasons = ", ".join([reason for reason, holds in zip(REASONS, applies, strict=True) if holds])
    return f"at most {max(probability, LEAST_SHOWN):.0%} likely to be article text: {reasons or OTHER_REASON}"
