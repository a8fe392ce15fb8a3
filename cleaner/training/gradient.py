"""The network for training: the same sums as `linemodel.network`, over many texts at once, and their gradient."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from cleaner.linemodel.arrays import Numbers

# Hidden units of each layer, and numbers of each word embedding. Chosen by hand; other sizes were not recorded.
HIDDEN, EMBEDDING = 32, 8
# The lines that each layer sees, relative to its own. Chosen by hand; the farthest is `linemodel.network.REACH`.
DISTANCES = ((-1, 0, 1), (-3, 0, 3), (-9, 0, 9))
# Empty rows between two texts: at least the farthest distance, so that no layer sees another text.
GAP = 9
# Standard deviations of the initial embeddings of words, and of the initial weights of edges. Chosen by hand.
WORD_DEVIATION, EDGE_DEVIATION = 0.05, 0.1
EMBEDDINGS = ("words", "first", "last")

Parameters = Mapping[str, Numbers]


def initial(features: int, words: int, edges: int, rng: np.random.Generator, outputs: int = 1) -> dict[str, Numbers]:
    """Random weights: normal for embeddings and edges, uniform within 1/sqrt(fan-in) of zero for the rest."""

    def linear(name: str, inputs: int, outputs: int) -> dict[str, Numbers]:
        bound = inputs**-0.5
        weights = rng.uniform(-bound, bound, (inputs, outputs))
        return {f"{name}_w": weights, f"{name}_b": rng.uniform(-bound, bound, outputs)}

    parameters = {name: rng.normal(0, WORD_DEVIATION, (words, EMBEDDING)) for name in EMBEDDINGS}
    parameters["edges"] = rng.normal(0, EDGE_DEVIATION, (edges, HIDDEN))
    parameters |= linear("in", features + len(EMBEDDINGS) * EMBEDDING, HIDDEN)
    for i, distances in enumerate(DISTANCES):
        parameters |= linear(f"layer{i}", len(distances) * HIDDEN, HIDDEN)
    parameters |= linear("pool", 2 * HIDDEN, HIDDEN)
    parameters |= linear("out", 2 * HIDDEN, HIDDEN)
    parameters |= linear("last", HIDDEN, outputs)
    return {name: array.astype(np.float32) for name, array in parameters.items()}


@dataclass
class Batch:
    """Lines of several texts, one text below the other."""

    x: Numbers  # line x feature, scaled
    numbers: Numbers  # of each word
    first_word: Numbers  # of each line: the index of its first word
    words: Numbers  # of each line: the number of its words
    edges: Numbers  # 3 x line
    text: Numbers  # of each line: the index of its text
    size: Numbers  # characters of each line
    target: Numbers  # line x output: the probability to learn, between 0 and 1
    weight: Numbers  # line x output: its weight in the loss

    @property
    def rows(self) -> Numbers:
        """The row of each line when there are GAP empty rows before, between and after the texts."""
        rows: Numbers = np.arange(len(self.text)) + GAP * (self.text + 1)
        return rows


@dataclass
class Backpropagation:
    """One forward pass and one backward pass; `keep` gives a dropout factor for each unit, array by array.

    The fields that `forward` sets hold the input of each layer, and the derivative of each rectifier times the dropout
    factor.
    """

    parameters: Parameters
    batch: Batch
    keep: Iterator[Numbers] | None = None
    head: Numbers = field(init=False)  # number of the first word of each line
    tail: Numbers = field(init=False)  # number of the last word of each line
    inputs: Numbers = field(init=False)  # features and embeddings of each line
    entry_derivative: Numbers = field(init=False)
    layers: list[tuple[Numbers, Numbers]] = field(init=False)  # input and derivative
    h: Numbers = field(init=False)  # hidden units of each line, after all layers
    weights: Numbers = field(init=False)  # 2 x line: its weight in the mean over lines, and over characters
    means: Numbers = field(init=False)  # text x both means of the hidden units
    pooled: Numbers = field(init=False)  # hidden units of each text
    pooled_derivative: Numbers = field(init=False)
    top: Numbers = field(init=False)
    top_derivative: Numbers = field(init=False)

    def forward(self) -> Numbers:
        """The logits, line x output."""
        p, b = self.parameters, self.batch
        self.head, self.tail = b.numbers[b.first_word], b.numbers[b.first_word + b.words - 1]
        mean = np.add.reduceat(p["words"][b.numbers], b.first_word, axis=0) / b.words[:, None].astype(b.x.dtype)
        self.inputs = np.concatenate([b.x, mean, p["first"][self.head], p["last"][self.tail]], 1)
        entry = self.inputs @ p["in_w"] + p["edges"][b.edges].sum(0) + p["in_b"]
        self.entry_derivative = self._derivative(entry)
        h = entry * self.entry_derivative
        self.layers = []
        for i, distances in enumerate(DISTANCES):
            padded = np.zeros((b.rows[-1] + GAP + 1, HIDDEN), h.dtype)
            padded[b.rows] = h
            around = padded[b.rows[:, None] + np.array(distances)].reshape(len(h), -1)
            out = around @ p[f"layer{i}_w"] + p[f"layer{i}_b"]
            derivative = self._derivative(out)
            self.layers.append((around, derivative))
            h = h + out * derivative
        self.h = h
        self.weights = np.stack([_shares(np.ones_like(b.size), b.text), _shares(b.size, b.text)]).astype(h.dtype)
        self.means = np.concatenate([_sums(h * w[:, None], b.text) for w in self.weights], 1)
        pooled = self.means @ p["pool_w"] + p["pool_b"]
        self.pooled_derivative = (pooled > 0).astype(h.dtype)
        self.pooled = pooled * self.pooled_derivative
        top = h @ p["out_w"][:HIDDEN] + (self.pooled @ p["out_w"][HIDDEN:])[b.text] + p["out_b"]
        self.top_derivative = self._derivative(top)
        self.top = top * self.top_derivative
        logits: Numbers = self.top @ p["last_w"] + p["last_b"]
        return logits

    def backward(self, gradient: Numbers) -> dict[str, Numbers]:
        """The gradient of every parameter, from that of the logits; call `forward` first."""
        p, b = self.parameters, self.batch
        g: dict[str, Numbers] = {"last_w": self.top.T @ gradient, "last_b": gradient.sum(0)}
        top = gradient @ p["last_w"].T * self.top_derivative
        by_text = _sums(top, b.text)
        g["out_w"] = np.concatenate([self.h.T @ top, self.pooled.T @ by_text])
        g["out_b"] = top.sum(0)
        pooled = by_text @ p["out_w"][HIDDEN:].T * self.pooled_derivative
        g["pool_w"], g["pool_b"] = self.means.T @ pooled, pooled.sum(0)
        means = pooled @ p["pool_w"].T
        h = top @ p["out_w"][:HIDDEN].T
        for half, w in zip((means[:, :HIDDEN], means[:, HIDDEN:]), self.weights, strict=True):
            h += half[b.text] * w[:, None]
        for i in reversed(range(len(DISTANCES))):
            around, derivative = self.layers[i]
            out = h * derivative
            g[f"layer{i}_w"], g[f"layer{i}_b"] = around.T @ out, out.sum(0)
            h = h + self._summed_by_line(out @ p[f"layer{i}_w"].T, DISTANCES[i])
        entry = h * self.entry_derivative
        g["in_w"], g["in_b"] = self.inputs.T @ entry, entry.sum(0)
        g["edges"] = np.sum([_scattered(entry, places, len(p["edges"])) for places in b.edges], axis=0)
        mean, first, last = np.split((entry @ p["in_w"].T)[:, b.x.shape[1] :], len(EMBEDDINGS), axis=1)
        per_word = (mean / b.words[:, None]).repeat(b.words, 0)
        g["words"] = _scattered(per_word, b.numbers, len(p["words"]))
        g["first"] = _scattered(first, self.head, len(p["first"]))
        g["last"] = _scattered(last, self.tail, len(p["last"]))
        return {name: np.asarray(array, p[name].dtype) for name, array in g.items()}

    def _derivative(self, before: Numbers) -> Numbers:
        """The derivative of the rectifier at `before`, 0 or 1, times the dropout factor of each unit."""
        derivative = (before > 0).astype(before.dtype)
        return derivative if self.keep is None else derivative * next(self.keep)

    def _summed_by_line(self, around: Numbers, distances: tuple[int, ...]) -> Numbers:
        """For each line, the sum of the gradients that the lines around it have for it."""
        rows = self.batch.rows
        padded = np.zeros((rows[-1] + GAP + 1, HIDDEN), around.dtype)
        for part, distance in zip(np.split(around, len(distances), axis=1), distances, strict=True):
            padded[rows + distance] += part
        return padded[rows]


def _sums(values: Numbers, text: Numbers) -> Numbers:
    """The sum over the lines of each text."""
    starts = np.searchsorted(text, np.arange(text[-1] + 1))
    sums: Numbers = np.add.reduceat(values, starts, axis=0)
    return sums


def _shares(size: Numbers, text: Numbers) -> Numbers:
    """The size of each line as a share of its text's."""
    return size / _sums(size, text)[text]


def _scattered(values: Numbers, places: Numbers, size: int) -> Numbers:
    """A table of `size` rows, in which each row is the sum of the rows of `values` with its place."""
    return np.stack([np.bincount(places, column, size) for column in values.T], 1)
