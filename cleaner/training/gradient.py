"""The network for training: the same sums as `heuristics.network`, over many texts at once, and their gradient."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from cleaner.linemodel.arrays import Numbers

HIDDEN, EMBEDDING = 32, 8
# Which other lines each layer sees.
DISTANCES = ((-1, 0, 1), (-3, 0, 3), (-9, 0, 9))
# Empty rows between two texts, at least the widest distance.
GAP = 9
LEXICON = ("words", "first", "last")

Parameters = Mapping[str, Numbers]


def initial(features: int, words: int, edges: int, rng: np.random.Generator) -> dict[str, Numbers]:
    """Random weights: small for words and edges, within one by the root of what a sum adds up for the rest."""

    def linear(name: str, inputs: int, outputs: int) -> dict[str, Numbers]:
        bound = inputs**-0.5
        weights = rng.uniform(-bound, bound, (inputs, outputs))
        return {f"{name}_w": weights, f"{name}_b": rng.uniform(-bound, bound, outputs)}

    found = {name: rng.normal(0, 0.05, (words, EMBEDDING)) for name in LEXICON}
    found["edges"] = rng.normal(0, 0.1, (edges, HIDDEN))
    found |= linear("in", features + 3 * EMBEDDING, HIDDEN)
    for i, distances in enumerate(DISTANCES):
        found |= linear(f"layer{i}", len(distances) * HIDDEN, HIDDEN)
    found |= linear("pool", 2 * HIDDEN, HIDDEN)
    found |= linear("out", 2 * HIDDEN, HIDDEN)
    found |= linear("last", HIDDEN, 1)
    return {name: array.astype(np.float32) for name, array in found.items()}


@dataclass
class Batch:
    """Lines of several texts, below one another."""

    x: Numbers  # line x feature, scaled
    numbers: Numbers  # of each word
    first_word: Numbers  # of each line
    words: Numbers  # of each line
    edges: Numbers  # 3 x line
    text: Numbers  # of each line: which text it is of
    size: Numbers  # characters of each line
    share: Numbers  # what is to be learned
    weight: Numbers  # what each line counts

    @property
    def rows(self) -> Numbers:
        """Where each line stands when there is a gap before, between and after the texts."""
        rows: Numbers = np.arange(len(self.text)) + GAP * (self.text + 1)
        return rows


@dataclass
class Pass:
    """One pass forward, with what the pass back needs. `keep` gives each layer what dropout leaves of it."""

    parameters: Parameters
    batch: Batch
    keep: Iterator[Numbers] | None = None
    layers: list[tuple[Numbers, Numbers]] = field(default_factory=list)

    def forward(self) -> Numbers:
        """The logit of each line."""
        p, b = self.parameters, self.batch
        self.head, self.tail = b.numbers[b.first_word], b.numbers[b.first_word + b.words - 1]
        mean = np.add.reduceat(p["words"][b.numbers], b.first_word, axis=0) / b.words[:, None].astype(b.x.dtype)
        self.seen = np.concatenate([b.x, mean, p["first"][self.head], p["last"][self.tail]], 1)
        entry = self.seen @ p["in_w"] + p["edges"][b.edges].sum(0) + p["in_b"]
        self.entry_slope = self._slope(entry)
        h = entry * self.entry_slope
        for i, distances in enumerate(DISTANCES):
            padded = np.zeros((b.rows[-1] + GAP + 1, HIDDEN), h.dtype)
            padded[b.rows] = h
            around = padded[b.rows[:, None] + np.array(distances)].reshape(len(h), -1)
            out = around @ p[f"layer{i}_w"] + p[f"layer{i}_b"]
            slope = self._slope(out)
            self.layers.append((around, slope))
            h = h + out * slope
        self.h = h
        self.weights = np.stack([_shares(np.ones_like(b.size), b.text), _shares(b.size, b.text)]).astype(h.dtype)
        self.means = np.concatenate([_sums(h * w[:, None], b.text) for w in self.weights], 1)
        picture = self.means @ p["pool_w"] + p["pool_b"]
        self.picture_slope = (picture > 0).astype(h.dtype)
        self.picture = picture * self.picture_slope
        top = h @ p["out_w"][:HIDDEN] + (self.picture @ p["out_w"][HIDDEN:])[b.text] + p["out_b"]
        self.top_slope = self._slope(top)
        self.top = top * self.top_slope
        logits: Numbers = (self.top @ p["last_w"])[:, 0] + p["last_b"][0]
        return logits

    def backward(self, slope: Numbers) -> dict[str, Numbers]:
        """The gradient of every parameter, from that of the logits."""
        p, b = self.parameters, self.batch
        g: dict[str, Numbers] = {"last_w": self.top.T @ slope[:, None], "last_b": slope.sum(keepdims=True)}
        top = slope[:, None] * p["last_w"][:, 0] * self.top_slope
        by_text = _sums(top, b.text)
        g["out_w"] = np.concatenate([self.h.T @ top, self.picture.T @ by_text])
        g["out_b"] = top.sum(0)
        picture = by_text @ p["out_w"][HIDDEN:].T * self.picture_slope
        g["pool_w"], g["pool_b"] = self.means.T @ picture, picture.sum(0)
        means = picture @ p["pool_w"].T
        h = top @ p["out_w"][:HIDDEN].T
        for half, w in zip((means[:, :HIDDEN], means[:, HIDDEN:]), self.weights, strict=True):
            h += half[b.text] * w[:, None]
        for i in reversed(range(len(DISTANCES))):
            around, kept = self.layers[i]
            out = h * kept
            g[f"layer{i}_w"], g[f"layer{i}_b"] = around.T @ out, out.sum(0)
            h = h + self._gathered(out @ p[f"layer{i}_w"].T, DISTANCES[i])
        entry = h * self.entry_slope
        g["in_w"], g["in_b"] = self.seen.T @ entry, entry.sum(0)
        g["edges"] = np.sum([_scattered(entry, places, len(p["edges"])) for places in b.edges], axis=0)
        mean, first, last = np.split((entry @ p["in_w"].T)[:, b.x.shape[1] :], 3, axis=1)
        per_word = (mean / b.words[:, None]).repeat(b.words, 0)
        for name, found, numbers in (
            ("words", per_word, b.numbers),
            ("first", first, self.head),
            ("last", last, self.tail),
        ):
            g[name] = _scattered(found, numbers, len(p[name]))
        return {name: np.asarray(array, p[name].dtype) for name, array in g.items()}

    def _slope(self, before: Numbers) -> Numbers:
        """One where a unit is on, and more than one where dropout left it on."""
        slope = (before > 0).astype(before.dtype)
        return slope if self.keep is None else slope * next(self.keep)

    def _gathered(self, around: Numbers, distances: tuple[int, ...]) -> Numbers:
        """What the lines around each line want of it."""
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
    return size / _sums(size, text)[text]


def _scattered(values: Numbers, places: Numbers, size: int) -> Numbers:
    """The sum of the rows of `values` that belong to each place."""
    return np.stack([np.bincount(places, column, size) for column in values.T], 1)
