"""Learns the weights: the same texts and the same seed give the same weights."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.characters import CLASSES
from cleaner.linemodel.encode import PLACES
from cleaner.training.batches import LINES, Scale, batch, epoch
from cleaner.training.collections import Text
from cleaner.training.gradient import DISTANCES, HIDDEN, LEXICON, Parameters, Pass, initial
from cleaner.training.optimizer import Optimizer
from cleaner.training.vocabulary import Lexicon, learn

EPOCHS, DROPOUT = 8, 0.2
# A line of the article that is taken for boilerplate weighs so much more than the reverse.
ARTICLE_COST = 2.0
# Precise enough for these, and half the size: all but what takes the features as they are.
HALF = {*LEXICON, "edges", "pool_w", "out_w", "out_doc", *(f"layer{i}_w" for i in range(len(DISTANCES)))}


@dataclass(frozen=True)
class Recipe:
    """How often all is seen, in steps of how many lines, and what a line of the article weighs."""

    epochs: int = EPOCHS
    lines: int = LINES
    article_cost: float = ARTICLE_COST


FOR_TEXTS = Recipe()


def fit(
    texts: Sequence[Text], seed: int = 1, say: Callable[[str], object] = print, recipe: Recipe = FOR_TEXTS
) -> dict[str, Numbers]:
    """The arrays of a model file."""
    rng = np.random.default_rng(seed)
    lexicon, scale = learn(texts), Scale.of(texts)
    parameters = initial(texts[0].features.shape[1], lexicon.size, CLASSES * len(PLACES), rng)
    steps = sum(1 for _ in epoch(texts, np.random.default_rng(0), recipe.lines)) * recipe.epochs
    optimizer = Optimizer(parameters, steps)
    for number in range(recipe.epochs):
        losses = []
        for held in epoch(texts, rng, recipe.lines):
            passed = Pass(parameters, batch(held, scale, lexicon, rng), _dropout(rng, held))
            weight = passed.batch.weight / len(held)
            loss, slope = loss_of(passed.forward(), passed.batch.share, weight, recipe.article_cost)
            optimizer.step(passed.backward(slope))
            losses.append(loss)
        say(f"epoch {number + 1} of {recipe.epochs}: loss {np.mean(losses):.4f}")
    return arrays(optimizer.average, lexicon, scale)


def loss_of(
    logits: Numbers, share: Numbers, weight: Numbers, article_cost: float = ARTICLE_COST
) -> tuple[float, Numbers]:
    """The weighted cross-entropy of these logits, and its gradient."""
    likely = 1 / (1 + np.exp(-logits))
    loss = article_cost * share * np.logaddexp(0, -logits) + (1 - share) * np.logaddexp(0, logits)
    slope = (1 - share) * likely - article_cost * share * (1 - likely)
    return float((weight * loss).sum()), weight * slope


def _dropout(rng: np.random.Generator, texts: Sequence[Text]) -> Iterator[Floats]:
    """For one layer after the other: zero for a unit that is left out of this step, and more than one for the rest."""
    lines = sum(len(text.share) for text in texts)
    while True:
        kept = rng.random((lines, HIDDEN), np.float32) >= DROPOUT
        yield kept.astype(np.float32) / np.float32(1 - DROPOUT)


def arrays(parameters: Parameters, lexicon: Lexicon, scale: Scale) -> dict[str, Numbers]:
    """The arrays of a model file; the scale of the features goes into the first layer."""
    p = dict(parameters)
    into, n = p["in_w"].copy(), len(scale.mean)
    into[:n] /= scale.spread[:, None]
    found = {"in_w": into, "in_b": p["in_b"] - scale.mean @ into[:n]}
    found |= {name: p[name] for name in (*LEXICON, "edges", "pool_w", "pool_b", "out_b")}
    found |= {"out_w": p["out_w"][:HIDDEN], "out_doc": p["out_w"][HIDDEN:]}
    found["out_last"] = np.append(p["last_w"], p["last_b"])
    for i in range(len(DISTANCES)):
        found |= {f"layer{i}_w": p[f"layer{i}_w"], f"layer{i}_b": p[f"layer{i}_b"]}
    found = {name: array.astype(np.float16 if name in HALF else np.float32) for name, array in found.items()}
    at = {f"layer{i}_at": np.array(distances, np.int16) for i, distances in enumerate(DISTANCES)}
    return found | at | {"word_id": lexicon.vocabulary.number, "word_check": lexicon.vocabulary.check}
