"""The line model: the probability of each line that it is article text. A small network, in numpy alone."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers, product
from cleaner.linemodel.encode import EncodedLines

# Lines between a line and the farthest one that a layer sees with it: the largest distance in training.gradient.
REACH = 9
# The numbers of words that have none of their own: all unknown words, function words of languages with too few pages,
# and words of furniture of such languages.
UNKNOWN, FOREIGN, FOREIGN_FURNITURE = range(3)


@dataclass(frozen=True)
class Vocabulary:
    """The words that the model knows, and their numbers; UNKNOWN is any other word."""

    number: Numbers  # by slot
    check: Numbers  # by slot: tells the known word from others with this slot
    furniture: Numbers  # by number: whether the word is mostly in boilerplate

    def numbers_in(self, lines: EncodedLines) -> Numbers:
        """The number of each word of the lines."""
        return self.numbers(lines.slots, lines.checks)

    def numbers(self, slots: Numbers, checks: Numbers) -> Numbers:
        """The number of each word."""
        number = self.number.take(slots)
        number *= self.check.take(slots) == checks
        return number


@dataclass(frozen=True)
class Layer:
    """Sees each line together with the lines `distance` above and below it."""

    weights: Floats  # (3 * hidden) x hidden
    bias: Floats
    distance: int

    def add_to(self, rows: Floats) -> None:
        """Add this layer's output to the hidden units of each line; `rows` has REACH rows of zeros at both ends."""
        n, width = len(rows) - 2 * REACH, rows.shape[1]
        row = rows.strides[0]
        shape, strides = (n, 3, width), (row, self.distance * row, rows.strides[1])
        # A view: row i holds the rows above, at and below line i. It is safe: np.ndarray checks that it ends within the
        # buffer, and `product` puts its result into a new array before anything is added to `rows`.
        around = np.ndarray(shape, np.float32, rows.data, (REACH - self.distance) * row, strides)
        out = product(around.reshape(n, 3 * width), self.weights)
        out += self.bias
        np.maximum(out, 0, out=out)
        hidden = rows[REACH : n + REACH]
        hidden += out


@dataclass(frozen=True)
class Model:
    """All weights, as float32.

    `words` has three embeddings of each word: for the mean over a line, for its first word, for its last word. `entry`
    has the weights of a line's features and embeddings, those of its edges, and the bias. `pool` has weights and bias
    of the mean over the text. `out` has the weights of a line and of the text, the bias, and those of the output unit.
    """

    vocabulary: Vocabulary
    words: tuple[Floats, Floats, Floats]
    entry: tuple[Floats, Floats, Floats]
    layers: tuple[Layer, ...]
    pool: tuple[Floats, Floats]
    out: tuple[Floats, Floats, Floats, Floats]

    @classmethod
    def of(cls, arrays: Mapping[str, Numbers]) -> "Model":
        """From the arrays of a model file, in which some are float16."""
        a = {k: v.astype(np.float32) if v.dtype == np.float16 else v for k, v in arrays.items()}
        layers = tuple(
            Layer(a[f"layer{i}_w"], a[f"layer{i}_b"], int(a[f"layer{i}_at"][-1]))
            for i in range(sum(name.endswith("_at") for name in a))
        )
        return cls(
            Vocabulary(a["word_id"], a["word_check"], a["furniture"]),
            (a["words"], a["first"], a["last"]),
            (a["in_w"], a["edges"], a["in_b"]),
            layers,
            (a["pool_w"], a["pool_b"]),
            (a["out_w"], a["out_doc"], a["out_b"], a["out_last"]),
        )

    def probabilities(self, lines: EncodedLines, features: Floats) -> Floats:
        """The probability of each line that it is article text, from a row of features for each line."""
        return self.predictions(lines, features, self.vocabulary.numbers_in(lines))[:, 0]

    def predictions(self, lines: EncodedLines, features: Floats, number: Numbers) -> Floats:
        """Line x output: P(article) and, where the model has learned it, P(headline). `number` is that of each word."""
        rows = np.zeros((len(features) + 2 * REACH, len(self.layers[0].bias)), np.float32)
        h = rows[REACH:-REACH]
        np.maximum(self._entry(lines, features, number), 0, out=h)
        for layer in self.layers:
            layer.add_to(rows)
        weights = np.empty((2, len(h)), np.float32)  # for the mean over lines, and over characters
        weights[0], weights[1] = 1 / len(h), lines.size / lines.size.sum()
        of_text = np.maximum(np.einsum("kn,nh->kh", weights, h).ravel() @ self.pool[0] + self.pool[1], 0)
        from_line, from_text, bias, last = self.out
        top = product(h, from_line)
        top += of_text @ from_text + bias
        np.maximum(top, 0, out=top)
        probability: Floats = 1 / (1 + np.exp(-(product(top, last[:-1]) + last[-1])))
        return probability

    def _entry(self, lines: EncodedLines, features: Floats, number: Numbers) -> Floats:
        """The hidden units of each line from the line alone, before they are cut off at zero."""
        first = lines.first_word
        as_any, as_first, as_last = self.words
        mean = np.add.reduceat(as_any.take(number, 0), first, axis=0)
        mean /= lines.words[:, None]
        head, tail = number.take(first), number.take(first + lines.words - 1)
        inputs = np.concatenate([features, mean, as_first.take(head, 0), as_last.take(tail, 0)], 1)
        weights, edges, bias = self.entry
        h = product(inputs, weights)
        h += edges.take(lines.edges, 0).sum(0)
        h += bias
        return h
