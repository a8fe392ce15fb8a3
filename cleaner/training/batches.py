"""Which texts are learned from in an epoch, in which order, and what each of their lines counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.training.collections import Text
from cleaner.training.gradient import Batch
from cleaner.training.vocabulary import FOREIGN, UNKNOWN, Lexicon

LINES = 6000
# Of the largest collections only a part is seen in an epoch: many extractors return nearly the same text of a page.
SEEN = {
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
# wcxb keeps captions and teasers in its articles that the news collections do not, and has five times their pages.
COUNTS, OTHERS_COUNT = {"wcxb": 0.6}, 1.3
DUMPS_COUNT = 0.8
# A line counts by its share of the article, a text at most so many times the article, and short articles less.
MOST, SHORT_ARTICLE = 3.0, 20
# So often a word is not known, and a function word one of a language that is not known.
WORD_DROPOUT, FOREIGN_SHARE = 0.3, 0.1


@dataclass(frozen=True)
class Scale:
    """Mean and spread of each feature."""

    mean: Floats
    spread: Floats

    @classmethod
    def of(cls, texts: Sequence[Text]) -> "Scale":
        lines = np.concatenate([text.features[::3] for text in texts]).astype(np.float32)
        # a feature that hardly ever varies would else be blown up where it does
        return cls(lines.mean(0), np.maximum(lines.std(0), 0.15))


def epoch(texts: Sequence[Text], rng: np.random.Generator, lines: int = LINES) -> Iterator[list[Text]]:
    """Texts of about as many lines each, drawn anew for each epoch."""
    seen = [t for t in texts if rng.random() < SEEN.get((t.origin.kind, t.origin.collection), 1.0)]
    held: list[Text] = []
    for i in rng.permutation(len(seen)):
        held.append(seen[i])
        if sum(len(text.share) for text in held) >= lines:
            yield held
            held = []
    if held:
        yield held


def batch(texts: Sequence[Text], scale: Scale, lexicon: Lexicon, rng: np.random.Generator | None = None) -> Batch:
    """Texts below one another; with `rng`, words are forgotten at random, as in training."""
    lines = [text.lines for text in texts]
    slots = np.concatenate([found.slots for found in lines])
    checks = np.concatenate([found.checks for found in lines])
    numbers = lexicon.vocabulary.numbers(slots, checks).astype(np.int64)
    if rng is not None:
        foreign = lexicon.is_function[numbers] & (rng.random(len(numbers)) < FOREIGN_SHARE)
        numbers = np.where(foreign, FOREIGN, numbers)
        numbers = np.where(rng.random(len(numbers)) < WORD_DROPOUT, UNKNOWN, numbers)
    words = np.concatenate([found.words for found in lines])
    features = np.concatenate([text.features for text in texts]).astype(np.float32)
    return Batch(
        (features - scale.mean) / scale.spread,
        numbers,
        np.cumsum(words) - words,
        words,
        np.concatenate([found.edges for found in lines], 1).astype(np.int64),
        np.arange(len(lines)).repeat([len(text.share) for text in texts]),
        np.concatenate([found.size for found in lines]).astype(np.float32),
        np.concatenate([text.share for text in texts]),
        np.concatenate([weight(text) for text in texts]),
    )


def weight(text: Text) -> Floats:
    """What each line of a text counts."""
    words = np.bincount(text.of_line, minlength=len(text.share)) / (text.article + SHORT_ARTICLE)
    counts: Numbers = words * min(1.0, MOST / max(float(words.sum()), 1e-9))
    counts *= DUMPS_COUNT if text.origin.kind == "dumps" else 1.0
    if text.origin.kind == "page":  # pages are all different: what is seen more seldom counts more
        counts /= SEEN.get(text.origin[:2], 1.0)
    counts *= COUNTS.get(text.origin.collection, OTHERS_COUNT)
    return counts.astype(np.float32)
