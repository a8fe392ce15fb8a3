"""Which lines go, given how likely each is to be article text."""

import numpy as np

from cleaner.heuristics.arrays import Floats, Numbers

# What the risk of losing article text costs, in F1, for the square root of the share that may be lost.
PRICE = 0.33


def drops(likely: Floats, size: Numbers) -> Numbers:
    """Indices of the lines that go, the surest first; of `size` characters each is `likely` to be article text.

    Lines go in the order of their likelihood as long as the F1 to be expected, less a price for the risk, still rises.
    In an almost clean text there is little to gain, so that only sure lines go; of a flattened page most goes.

    >>> drops(np.array([0.01, 0.9, 0.02, 0.99]), np.array([90, 100, 90, 400])).tolist()
    [0, 2]
    """
    order = likely.argsort(kind="stable")
    size = size.take(order)
    article = likely.take(order) * size
    lost, gone = article.cumsum(), size.cumsum()
    total, expected = gone[-1], lost[-1] + 1e-9
    value = 2 * (expected - lost) / (total - gone + expected) - PRICE * np.sqrt(lost / expected)
    best = int(value.argmax())
    if value[best] <= 2 * expected / (total + expected):
        return order[:0]
    return order[: best + 1]
