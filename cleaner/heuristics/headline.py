"""Keeps the headline: most references lack it, but a reader wants it."""

from cleaner.linemodel.arrays import Floats, Numbers, flags
from cleaner.linemodel.characters import DIGIT
from cleaner.linemodel.encode import EncodedLines

# The lines that may be the headline: the likeliest, and up to MOST with a probability of at least LIKELY. On flattened
# pages of unseen hosts these have the headline in 82 % with one line, 90 % with two and 93 % with three.
MOST, LIKELY = 3, 0.5
# The least probability of the likeliest line, if it stays. On those pages it is 0.2 or more; where rules have removed
# the likeliest line, the next is often a menu entry.
LEAST = 0.05
# Lines above the first sentence among which the headline of a foreign text is. Chosen by hand.
NEAR = 3


def without_headline(probability: Floats, dropped: Numbers) -> Numbers:
    """The dropped lines that are not likely to be the headline; lines are given and returned as row numbers.

    >>> import numpy as np
    >>> without_headline(np.array([0.1, 0.9, 0.2, 0.0]), np.array([0, 1, 3])).tolist()
    [0, 3]
    """
    likeliest = probability.argsort(kind="stable")[::-1][:MOST]
    stays = (probability[likeliest] >= LIKELY) | (likeliest == likeliest[0])
    headlines = likeliest[stays & (probability[likeliest] >= LEAST)]
    others: Numbers = dropped[~flags(headlines.tolist(), len(probability)).take(dropped)]
    return others


def row_above(lines: EncodedLines, is_sentence: Numbers) -> int | None:
    """The longest of the lines just above the first sentence that have no digit, as a date has; None if there is none.

    In a language that the model does not know, it finds a headline in a menu almost as likely as the true one.
    """
    first = int(is_sentence.argmax())
    rows = [row for row in range(max(0, first - NEAR), first) if not lines.counts[row, DIGIT]]
    return max(rows, key=lambda row: float(lines.size[row]), default=None)
