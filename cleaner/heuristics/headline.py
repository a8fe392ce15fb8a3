"""Keeps the headline: most references lack it, but a reader wants it."""

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers

# The lines that may be the headline: the likeliest, and up to MOST with a probability of at least LIKELY. On flattened
# pages of unseen hosts these have the headline in 82 % with one line, 90 % with two and 93 % with three.
MOST, LIKELY = 3, 0.5


def without_headline(probability: Floats, dropped: Numbers) -> Numbers:
    """The dropped lines that are not likely to be the headline; lines are given and returned as row numbers.

    >>> without_headline(np.array([0.1, 0.9, 0.2, 0.0]), np.array([0, 1, 3])).tolist()
    [0, 3]
    """
    likeliest = probability.argsort(kind="stable")[::-1][:MOST]
    headlines = likeliest[(probability[likeliest] >= LIKELY) | (likeliest == likeliest[0])]
    others: Numbers = dropped[~np.isin(dropped, headlines)]
    return others
