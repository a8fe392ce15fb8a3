"""The line model: how likely each line is text of the article. A small network, in numpy alone."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cleaner.heuristics.arrays import Floats, Hashes, Numbers
from cleaner.heuristics.reading import Lines
from cleaner.heuristics.words import checks, slots


@dataclass(frozen=True)
class Vocabulary:
    """The words that the model knows, by number; 0 is any other."""

    number: Numbers  # by slot
    check: Numbers

    def numbers(self, hashes: Hashes) -> Numbers:
        slot = slots(hashes)
        number = self.number.take(slot)
        number *= self.check.take(slot) == checks(hashes)
        return number


@dataclass(frozen=True)
class Layer:
    """Sees each line together with the lines at some distances from it, and adds what that says to what was known."""

    weights: Floats  # (distances * hidden) x hidden
    bias: Floats
    distances: Numbers

    def __call__(self, h: Floats) -> Floats:
        reach = int(self.distances[-1])
        n, width = h.shape
        padded = np.zeros((n + 2 * reach, width), np.float32)
        padded[reach : n + reach] = h
        seen = padded.take(np.arange(reach, n + reach)[:, None] + self.distances, 0).reshape(n, -1)
        out: Floats = seen @ self.weights
        out += self.bias
        np.maximum(out, 0, out=out)
        out += h
        return out


@dataclass(frozen=True)
class Model:
    """All weights.

    `words` holds what a word says in the mean of a line, as its first and as its last; `entry` the weights of what a
    line says by itself, of its edges, and the bias; `pool` and `out` weights and biases of what all lines say together.
    """

    vocabulary: Vocabulary
    words: tuple[Floats, Floats, Floats]
    entry: tuple[Floats, Floats, Floats]
    layers: tuple[Layer, ...]
    pool: tuple[Floats, Floats]
    out: tuple[Floats, Floats, Floats, Floats]

    @classmethod
    def of(cls, arrays: Mapping[str, Numbers]) -> "Model":
        """From the arrays of a model file; halves of precision become whole again."""
        a = {k: v.astype(np.float32) if v.dtype == np.float16 else v for k, v in arrays.items()}
        layers = tuple(
            Layer(a[f"layer{i}_w"], a[f"layer{i}_b"], a[f"layer{i}_at"].astype(np.int64))
            for i in range(sum(name.endswith("_at") for name in a))
        )
        return cls(
            Vocabulary(a["word_id"], a["word_check"]),
            (a["words"], a["first"], a["last"]),
            (a["in_w"], a["edges"], a["in_b"]),
            layers,
            (a["pool_w"], a["pool_b"]),
            (a["out_w"], a["out_doc"], a["out_b"], a["out_last"]),
        )

    def probabilities(self, lines: Lines, features: Floats) -> Floats:
        """How likely each line is article text, between 0 and 1."""
        h = self._entry(lines, features)
        for layer in self.layers:
            h = layer(h)
        weights = np.empty((2, len(h)), np.float32)
        weights[0], weights[1] = 1 / len(h), lines.size / lines.size.sum()
        picture = np.maximum((weights @ h).ravel() @ self.pool[0] + self.pool[1], 0)
        own, whole, bias, last = self.out
        top = h @ own
        top += picture @ whole + bias
        np.maximum(top, 0, out=top)
        found: Floats = 1 / (1 + np.exp(-(top @ last[:-1] + last[-1])))
        return found

    def _entry(self, lines: Lines, features: Floats) -> Floats:
        """What each line says by itself."""
        first = lines.first_word
        number = self.vocabulary.numbers(lines.hashes)
        said, as_first, as_last = self.words
        mean = np.add.reduceat(said.take(number, 0), first, axis=0)
        mean /= lines.words[:, None]
        head, tail = number.take(first), number.take(first + lines.words - 1)
        seen = np.concatenate([features, mean, as_first.take(head, 0), as_last.take(tail, 0)], 1)
        into, edges, bias = self.entry
        h: Floats = seen @ into
        h += edges.take(lines.edges, 0).sum(0)
        h += bias
        np.maximum(h, 0, out=h)
        return h
