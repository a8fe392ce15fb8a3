"""The line model: how likely each line is text of the article. A small network, in numpy alone."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.encode import EncodedLines

# The widest distance between lines that a layer sees together.
REACH = 9


@dataclass(frozen=True)
class Vocabulary:
    """The words that the model knows, by number; 0 is any other."""

    number: Numbers  # by slot
    check: Numbers

    def numbers(self, slots: Numbers, checks: Numbers) -> Numbers:
        number = self.number.take(slots)
        number *= self.check.take(slots) == checks
        return number


@dataclass(frozen=True)
class Layer:
    """Sees each line together with the one so far above it and the one so far below it."""

    weights: Floats  # (3 * hidden) x hidden
    bias: Floats
    distance: int

    def see(self, rows: Floats) -> None:
        """Add to what is known of each line what this layer says; `rows` has `REACH` empty ones above and below."""
        n, width = len(rows) - 2 * REACH, rows.shape[1]
        row = rows.strides[0]
        shape, strides = (n, 3, width), (row, self.distance * row, rows.strides[1])
        around = np.ndarray(shape, np.float32, rows.data, (REACH - self.distance) * row, strides)
        out = around.reshape(n, 3 * width) @ self.weights
        out += self.bias
        np.maximum(out, 0, out=out)
        known = rows[REACH : n + REACH]
        known += out


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
            Layer(a[f"layer{i}_w"], a[f"layer{i}_b"], int(a[f"layer{i}_at"][-1]))
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

    def probabilities(self, lines: EncodedLines, features: Floats) -> Floats:
        """How likely each line is article text, between 0 and 1."""
        rows = np.zeros((len(features) + 2 * REACH, len(self.layers[0].bias)), np.float32)
        h = rows[REACH:-REACH]
        np.maximum(self._entry(lines, features), 0, out=h)
        for layer in self.layers:
            layer.see(rows)
        weights = np.empty((2, len(h)), np.float32)
        weights[0], weights[1] = 1 / len(h), lines.size / lines.size.sum()
        picture = np.maximum((weights @ h).ravel() @ self.pool[0] + self.pool[1], 0)
        own, whole, bias, last = self.out
        top = h @ own
        top += picture @ whole + bias
        np.maximum(top, 0, out=top)
        found: Floats = 1 / (1 + np.exp(-(top @ last[:-1] + last[-1])))
        return found

    def _entry(self, lines: EncodedLines, features: Floats) -> Floats:
        """What each line says by itself."""
        first = lines.first_word
        number = self.vocabulary.numbers(lines.slots, lines.checks)
        said, as_first, as_last = self.words
        mean = np.add.reduceat(said.take(number, 0), first, axis=0)
        mean /= lines.words[:, None]
        head, tail = number.take(first), number.take(first + lines.words - 1)
        seen = np.concatenate([features, mean, as_first.take(head, 0), as_last.take(tail, 0)], 1)
        into, edges, bias = self.entry
        h: Floats = seen @ into
        h += edges.take(lines.edges, 0).sum(0)
        h += bias
        return h
