"""Which texts an epoch draws, in which order, and the weight of each of their lines in the loss."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.characters import LETTER, UPPER
from cleaner.linemodel.features import Feature
from cleaner.linemodel.network import FOREIGN, FOREIGN_FURNITURE, UNKNOWN
from cleaner.training.collections import Text
from cleaner.training.gradient import Batch
from cleaner.training.vocabulary import Lexicon

# Lines of a batch, at least: a batch takes texts until it has them. Chosen by hand.
LINES = 6000
# The share of the texts of a source that an epoch draws; 1 for all others. Of the largest collections many extractors
# return nearly the same text for a page. Chosen by hand, larger for smaller collections; not measured by themselves.
DRAWN = {
    ("leftovers", "wcxb"): 0.5,
    ("leftovers", "zyte"): 0.4,
    ("leftovers", "publishers"): 0.8,
    ("leftovers", "publishers16"): 0.7,
    ("dumps", "wcxb"): 0.3,
    ("dumps", "zyte"): 0.4,
    ("dumps", "publishers"): 0.6,
    ("gold", "wcxb"): 0.6,
    ("page", "wcxb"): 0.5,
}
# Factors of the weight of a text: by collection, for all other collections, and for flattened pages. WCXB has five
# times the pages of the news collections, and keeps captions and teasers in its articles that these do not. Chosen by
# hand.
COLLECTION_WEIGHT, OTHER_WEIGHT, DUMPS_WEIGHT = {"wcxb": 0.6}, 1.3, 0.8
# A line's weight is its words as a share of the article's. A text weighs at most MOST articles; an article of few words
# counts as SHORT_ARTICLE words longer, so short articles weigh less. Chosen by hand.
MOST, SHORT_ARTICLE = 3.0, 20
# The weights, in the loss of headlines, of the headline and of all other lines of its text together. Chosen by hand.
HEADLINE_WEIGHT, OTHER_LINES_WEIGHT = 0.25, 1.0
# The share of function words that a batch replaces by the one for languages that are not known. Chosen by hand.
FOREIGN_SHARE = 0.1
# Of the texts that are made foreign, those that lose their capitals too. Chosen by hand.
CASELESS_SHARE = 0.5
# One line in three is enough for the mean and the deviation of a feature.
SAMPLED = 3
# The least deviation of a feature. Dividing a feature that hardly varies by less would make its rare values huge.
# Chosen by hand.
LEAST_DEVIATION = 0.15
# Keeps a text without words from dividing by zero.
TINY = 1e-9


@dataclass(frozen=True)
class Scale:
    """Mean and standard deviation of each feature."""

    mean: Floats
    deviation: Floats

    @classmethod
    def of(cls, texts: Sequence[Text]) -> "Scale":
        lines = np.concatenate([text.features[::SAMPLED] for text in texts]).astype(np.float32)
        return cls(lines.mean(0), np.maximum(lines.std(0), LEAST_DEVIATION))


def epoch(texts: Sequence[Text], rng: np.random.Generator, lines: int = LINES) -> Iterator[list[Text]]:
    """Groups of texts with at least so many `lines` each, but for the last; every epoch draws anew."""
    drawn = [t for t in texts if rng.random() < DRAWN.get((t.origin.kind, t.origin.collection), 1.0)]
    group: list[Text] = []
    for i in rng.permutation(len(drawn)):
        group.append(drawn[i])
        if sum(len(text.target) for text in group) >= lines:
            yield group
            group = []
    if group:
        yield group


class Noise(NamedTuple):
    """Draws the words that training replaces.

    `unknown` is the share of words that becomes the unknown word, `foreign` that of texts that are made foreign.
    """

    rng: np.random.Generator
    unknown: float
    foreign: float = 0.0

    def numbers(self, numbers: Numbers, lexicon: Lexicon, in_foreign: Numbers) -> Numbers:
        """The numbers of words, some of them replaced; `in_foreign` says which words are in a foreign text."""
        as_foreign = np.where(lexicon.is_function, FOREIGN, UNKNOWN)
        as_foreign[lexicon.vocabulary.furniture] = FOREIGN_FURNITURE
        foreign = lexicon.is_function[numbers] & (self.rng.random(len(numbers)) < FOREIGN_SHARE)
        numbers = np.where(in_foreign | foreign, as_foreign[numbers], numbers)
        return np.where(self.rng.random(len(numbers)) < self.unknown, UNKNOWN, numbers)


def batch(texts: Sequence[Text], scale: Scale, lexicon: Lexicon, noise: Noise | None = None) -> Batch:
    """One text below the other; with `noise`, words are replaced at random, as in training."""
    lines = [text.lines for text in texts]
    slots = np.concatenate([encoded.slots for encoded in lines])
    checks = np.concatenate([encoded.checks for encoded in lines])
    numbers = lexicon.vocabulary.numbers(slots, checks).astype(np.int64)
    words = np.concatenate([encoded.words for encoded in lines])
    features = np.concatenate([text.features for text in texts]).astype(np.float32)
    edges = np.concatenate([encoded.edges for encoded in lines], 1).astype(np.int64)
    of_text = np.arange(len(lines)).repeat([len(text.target) for text in texts])
    if noise is not None:
        draw = noise.rng.random(len(lines))
        numbers = noise.numbers(numbers, lexicon, (draw < noise.foreign)[of_text.repeat(words)])
        _without_case(features, edges, (draw < CASELESS_SHARE * noise.foreign)[of_text])
    return Batch(
        (features - scale.mean) / scale.deviation,
        numbers,
        np.cumsum(words) - words,
        words,
        edges,
        of_text,
        np.concatenate([encoded.size for encoded in lines]).astype(np.float32),
        np.concatenate([np.stack([text.target, text.headline], 1) for text in texts]),
        np.concatenate([np.stack([weight(text), headline_weight(text)], 1) for text in texts]),
    )


def _without_case(features: Floats, edges: Numbers, lines: Numbers) -> None:
    """Take the capitals from these lines, given as a mask: many scripts have none."""
    features[lines, UPPER] = features[lines, Feature.CAPITALS] = 0
    edges[0, lines & (edges[0] == UPPER)] = LETTER


def weight(text: Text) -> Floats:
    """The weight of each line of a text in the loss."""
    words = np.bincount(text.of_line, minlength=len(text.target)) / (text.article + SHORT_ARTICLE)
    weights: Numbers = words * min(1.0, MOST / max(float(words.sum()), TINY))
    weights *= DUMPS_WEIGHT if text.origin.kind == "dumps" else 1.0
    if text.origin.kind == "page":  # pages are all different: those that are drawn less often weigh more
        weights /= DRAWN.get(text.origin[:2], 1.0)
    weights *= COLLECTION_WEIGHT.get(text.origin.collection, OTHER_WEIGHT)
    return weights.astype(np.float32)


def headline_weight(text: Text) -> Floats:
    """The weight of each line of a text in the loss of headlines: 0 in texts whose headline is not known."""
    if not text.headline.any():
        return np.zeros(len(text.headline), np.float32)
    return np.where(text.headline > 0, HEADLINE_WEIGHT, OTHER_LINES_WEIGHT / len(text.headline)).astype(np.float32)
