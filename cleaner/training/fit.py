"""Trains the network: the same texts and the same seed give the same weights."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.characters import CLASSES
from cleaner.linemodel.encode import PLACES
from cleaner.training.batches import LINES, Noise, Scale, batch, epoch
from cleaner.training.collections import Text
from cleaner.training.gradient import DISTANCES, EMBEDDINGS, HIDDEN, Backpropagation, Parameters, initial
from cleaner.training.mixing import Mixer
from cleaner.training.optimizer import Optimizer
from cleaner.training.vocabulary import Lexicon, learn

# Passes over the texts. On hosts that the model had not seen, 10, 12 and 14 close 64.5, 67.1 and 67.9 % of the gap of
# flattened pages and 6.7, 8.6 and 7.6 % of that of extracted texts, of which 0.6, 0.8 and 1.0 % lose text.
EPOCHS = 12
# The share of texts that are made foreign. With 0.2 the model closes 2 points less of flattened pages.
FOREIGN_TEXTS = 0.1
# The weight of article text in the loss, relative to boilerplate: losing article text is the worse error. Chosen by
# hand.
ARTICLE_COST = 2.0
# Arrays that are stored as float16, which halves the file. The weights of the unscaled features need float32.
HALF = {*EMBEDDINGS, "edges", "pool_w", "out_w", "out_doc", *(f"layer{i}_w" for i in range(len(DISTANCES)))}


@dataclass(frozen=True)
class Recipe:
    """How to train. The outputs are P(article), then P(headline).

    `article_cost` is the weight of article text in the loss, relative to boilerplate; `dropout` the share of hidden
    units that a step leaves out, `word_dropout` that of words that it replaces by the unknown word, `foreign` the share
    of texts whose words become "function word", "furniture" or "unknown", as in a language without training pages.
    """

    epochs: int = EPOCHS
    lines: int = LINES
    article_cost: float = ARTICLE_COST
    outputs: int = 2
    dropout: float = 0.3
    word_dropout: float = 0.45
    foreign: float = 0.0


FOR_TEXTS = Recipe(foreign=FOREIGN_TEXTS)


def fit(
    texts: Sequence[Text], seed: int = 1, say: Callable[[str], object] = print, recipe: Recipe = FOR_TEXTS
) -> dict[str, Numbers]:
    """The arrays of a model file; `say` is called with a line for each epoch."""
    rng = np.random.default_rng(seed)
    lexicon, scale = learn(texts), Scale.of(texts)
    parameters = initial(texts[0].features.shape[1], lexicon.size, CLASSES * len(PLACES), rng, recipe.outputs)
    # the schedule of the rate needs the number of steps, which varies a little from epoch to epoch
    steps = sum(1 for _ in epoch(texts, np.random.default_rng(0), recipe.lines)) * recipe.epochs
    optimizer, mixer = Optimizer(parameters, steps), Mixer(texts, rng)
    for number in range(recipe.epochs):
        losses = []
        for drawn in epoch(texts, rng, recipe.lines):
            chosen = [mixer.mixed(text) for text in drawn]
            network = Backpropagation(
                parameters,
                batch(chosen, scale, lexicon, Noise(rng, recipe.word_dropout, recipe.foreign)),
                _dropout(rng, chosen, recipe.dropout),
            )
            weight = network.batch.weight[:, : recipe.outputs] / len(chosen)
            loss, gradient = loss_of(
                network.forward(), network.batch.target[:, : recipe.outputs], weight, recipe.article_cost
            )
            optimizer.step(network.backward(gradient))
            losses.append(loss)
        say(f"epoch {number + 1} of {recipe.epochs}: loss {np.mean(losses):.4f}")
    return arrays(optimizer.average, lexicon, scale)


def loss_of(
    logits: Numbers, target: Numbers, weight: Numbers, article_cost: float = ARTICLE_COST
) -> tuple[float, Numbers]:
    """The weighted cross-entropy, summed over lines, and its gradient by the logits."""
    probability = np.exp(-np.logaddexp(0, -logits))
    loss = article_cost * target * np.logaddexp(0, -logits) + (1 - target) * np.logaddexp(0, logits)
    gradient = (1 - target) * probability - article_cost * target * (1 - probability)
    return float((weight * loss).sum()), weight * gradient


def _dropout(rng: np.random.Generator, texts: Sequence[Text], share: float) -> Iterator[Floats]:
    """Dropout factors, line x unit, for one layer after the other: 0, or 1 / (1 - share) for a unit that is kept."""
    lines = sum(len(text.target) for text in texts)
    while True:
        kept = rng.random((lines, HIDDEN), np.float32) >= share
        yield kept.astype(np.float32) / np.float32(1 - share)


def arrays(parameters: Parameters, lexicon: Lexicon, scale: Scale) -> dict[str, Numbers]:
    """The arrays of a model file; the scale of the features is folded into the first layer."""
    p = dict(parameters)
    in_weights, n = p["in_w"].copy(), len(scale.mean)
    in_weights[:n] /= scale.deviation[:, None]
    weights = {"in_w": in_weights, "in_b": p["in_b"] - scale.mean @ in_weights[:n]}
    weights |= {name: p[name] for name in (*EMBEDDINGS, "edges", "pool_w", "pool_b", "out_b")}
    weights |= {"out_w": p["out_w"][:HIDDEN], "out_doc": p["out_w"][HIDDEN:]}
    weights["out_last"] = np.concatenate([p["last_w"], p["last_b"][None]])
    for i in range(len(DISTANCES)):
        weights |= {f"layer{i}_w": p[f"layer{i}_w"], f"layer{i}_b": p[f"layer{i}_b"]}
    weights = {name: array.astype(np.float16 if name in HALF else np.float32) for name, array in weights.items()}
    at = {f"layer{i}_at": np.array(distances, np.int16) for i, distances in enumerate(DISTANCES)}
    words = lexicon.vocabulary
    return weights | at | {"word_id": words.number, "word_check": words.check, "furniture": words.furniture}
