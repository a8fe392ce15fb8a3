"""Which lines go, given how likely each is to be article text."""

from typing import NamedTuple

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.characters import CLASSES
from cleaner.linemodel.features import ENDS, IS_PROSE, UNITS

# What the risk of losing article text costs, in F1, for the square root of the share of the article that may be lost:
# in a text that is a page whole, and in one that an extractor has nearly cleaned. Which of the two a text is, the share
# of its lines that are plain says. All chosen on public pages of hosts that the model had not seen.
PAGE, CLEAN = 0.2, 0.44
PAGE_PLAIN, CLEAN_PLAIN = 0.1, 0.35
# From a nearly clean text no line goes that is likelier than this to be article, and no sentence that is likelier than
# that: each would be the reader's loss, whatever the sum says.
MOST_LIKELY, LIKELY_SENTENCE = 0.2, 0.06
# Of any other text so many short lines between lines that go, or at its edge, go with them if they are less likely.
MOST_BETWEEN, LIKELY_BETWEEN = 20, 0.4
# A sentence between sentences that stay, goes only if it is less likely than this. On flattened pages of hosts that the
# model had not seen this costs 0.002 of F1, for an eighth fewer paragraphs lost.
LIKELY_WITHIN = 0.1
# A line of fewer words, and no sentence, goes with its neighbours. UNITS is the logarithm of one more.
SHORT = np.log1p(12)


class Judged(NamedTuple):
    """The lines of a text: how likely each is article, its characters, whether it is a sentence, and whether short.

    Lines that are gone already have no characters. `plain` is the share of plain lines in the text.
    """

    likely: Floats
    size: Numbers
    is_sentence: Numbers
    is_short: Numbers
    plain: float


def judged(x: Floats, likely: Floats, size: Numbers, plain: float) -> Judged:
    """What of the features the decision looks at."""
    is_prose = x[:, CLASSES + IS_PROSE] > 0
    is_sentence = is_prose & (x[:, CLASSES + ENDS] > 0)
    return Judged(likely, size, is_sentence, ~is_prose & (x[:, CLASSES + UNITS] < SHORT), plain)


def drops(lines: Judged) -> Numbers:
    """Indices of the lines that go, in order.

    Lines go in the order of their likelihood as long as the F1 to be expected, less a price for the risk, still rises.
    In an almost clean text there is little to gain, so that only sure lines go; of a flattened page most goes.

    >>> likely, no = np.array([0.01, 0.9, 0.02, 0.99]), np.zeros(4, bool)
    >>> drops(Judged(likely, np.array([90, 100, 90, 400]), no, no, 0.0)).tolist()
    [0, 2]
    """
    order = lines.likely.argsort(kind="stable")
    size = lines.size.take(order)
    article = lines.likely.take(order) * size
    lost, gone = article.cumsum(), size.cumsum()
    total, expected = gone[-1], lost[-1] + 1e-9
    value = 2 * (expected - lost) / (total - gone + expected) - price(lines.plain) * np.sqrt(lost / expected)
    best = int(value.argmax())
    found = order[: best + 1] if value[best] > 2 * expected / (total + expected) else order[:0]
    found.sort()
    return _sure(lines, found) if lines.plain > CLEAN_PLAIN else _without_sentences(lines, _filled(lines, found))


def price(plain: float) -> float:
    """What risk costs in a text of which this share of the lines is plain.

    >>> price(0.0), price(0.5)
    (0.2, 0.44)
    """
    clean = min(1.0, max(0.0, (plain - PAGE_PLAIN) / (CLEAN_PLAIN - PAGE_PLAIN)))
    return PAGE + clean * (CLEAN - PAGE)


def _sure(lines: Judged, found: Numbers) -> Numbers:
    most = np.where(lines.is_sentence.take(found), LIKELY_SENTENCE, MOST_LIKELY)
    return found[lines.likely.take(found) < most]


def _filled(lines: Judged, found: Numbers) -> Numbers:
    """With the few short lines between those that go."""
    goes = lines.size == 0
    goes[found] = True
    may = lines.is_short & ~goes
    may &= lines.likely < LIKELY_BETWEEN
    edges = np.zeros(len(goes) + 2, np.int8)
    edges[1:-1] = may
    steps = edges[1:] - edges[:-1]
    firsts, ends = (steps > 0).nonzero()[0].tolist(), (steps < 0).nonzero()[0].tolist()
    for first, end in zip(firsts, ends, strict=True):
        if end - first <= MOST_BETWEEN and (first == 0 or goes[first - 1]) and (end == len(goes) or goes[end]):
            goes[first:end] = True
    goes &= lines.size > 0
    filled: Numbers = goes.nonzero()[0]
    return filled


def _without_sentences(lines: Judged, found: Numbers) -> Numbers:
    """But for the sentences between sentences that stay."""
    stays = lines.is_sentence & (lines.size > 0)
    stays[found] = False
    rows = stays.nonzero()[0]
    if not len(rows):
        return found
    within = (found > rows[0]) & (found < rows[-1]) & lines.is_sentence.take(found)
    left: Numbers = found[~(within & (lines.likely.take(found) >= LIKELY_WITHIN))]
    return left
