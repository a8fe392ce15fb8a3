"""Which lines to drop, given the probability of each that it is article text."""

from typing import NamedTuple

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.features import Feature

# Penalty, in F1, per square root of the expected share of article text lost: PAGE_PRICE for a flattened page,
# CLEAN_PRICE for a text that an extractor has cleaned. The share of plain lines interpolates between them: a text with
# PAGE_PLAIN of them or fewer is a page, with CLEAN_PLAIN or more a clean text. On unseen hosts a CLEAN_PRICE of 0.44
# closes 34.9 % of the gap of extracted texts, 4.7 % of which then lose text, and 69.3 and 26.4 % of flattened pages;
# 1.76 gives 34.7 and 3.9 %, 68.6 and 23.0 %.
PAGE_PRICE, CLEAN_PRICE = 0.2, 1.76
PAGE_PLAIN, CLEAN_PLAIN = 0.1, 0.35
# Probabilities. In a clean text a line is never dropped from MOST_LIKELY on, nor a sentence from LIKELY_SENTENCE on,
# even if the expected F1 would rise. Chosen by hand.
MOST_LIKELY, LIKELY_SENTENCE = 0.2, 0.06
# In other texts, up to MOST_BETWEEN short lines between dropped lines, or between them and the edge of the text, are
# dropped too if the probability of each is below LIKELY_BETWEEN. Chosen by hand.
MOST_BETWEEN, LIKELY_BETWEEN = 20, 0.4
# A sentence between kept sentences is dropped only if its probability is below this. On flattened pages of hosts that
# the model had not seen, 0.1 closes 67.6 % of the gap and 26.2 % of the pages lose text, 0.03 67.3 and 25.6 %, 0.01
# 67.1 and 25.0 %.
LIKELY_WITHIN = 0.01
# A line that is not prose is short below 12 words (log(1 + words), as the feature is). Chosen by hand.
SHORT = np.log1p(12)
# Keeps a text with no probability at all from dividing by zero, in characters.
TINY = 1e-9


class LineFacts(NamedTuple):
    """What the decision knows of the lines of a text.

    `probability` is that of being article text, between 0 and 1; `size` is in characters, 0 for a line that is already
    dropped; `plain` is the share of plain lines in the text, or 0 where every sentence stays.
    """

    probability: Floats
    size: Numbers
    is_sentence: Numbers
    is_short: Numbers
    plain: float


def line_facts(
    features: Floats, probability: Floats, size: Numbers, plain: float, *, keep_sentences: bool = False
) -> LineFacts:
    """The facts of all lines of a text, from their features.

    With `keep_sentences` every sentence stays, as in a text that is too short, or of which the model does not know the
    words. So the rest can be dropped as of a flattened page, whatever the share of plain lines.
    """
    is_prose = features[:, Feature.IS_PROSE] > 0
    is_sentence = is_prose & (features[:, Feature.ENDS_SENTENCE] > 0)
    is_short = ~is_prose & (features[:, Feature.SIZE] < SHORT)
    if keep_sentences:
        probability, plain = np.where(is_sentence, np.float32(1), probability), 0
    return LineFacts(probability, size, is_sentence, is_short, plain)


def lines_to_drop(lines: LineFacts) -> Numbers:
    """Indices of the lines to drop, in order.

    Lines are dropped from the least probable on, up to the point where the expected F1, less a price for the risk, is
    highest. A clean text has little to gain, so only sure lines are dropped; of a flattened page most lines are.

    >>> probability, no = np.array([0.01, 0.9, 0.02, 0.99]), np.zeros(4, bool)
    >>> lines_to_drop(LineFacts(probability, np.array([90, 100, 90, 400]), no, no, 0.0)).tolist()
    [0, 2]
    """
    order = lines.probability.argsort(kind="stable")
    size = lines.size.take(order)
    article = lines.probability.take(order) * size
    lost, removed = article.cumsum(), size.cumsum()
    total, expected = removed[-1], lost[-1] + TINY
    value = 2 * (expected - lost) / (total - removed + expected) - price(lines.plain) * np.sqrt(lost / expected)
    best = int(value.argmax())
    dropped = order[: best + 1] if value[best] > 2 * expected / (total + expected) else order[:0]
    dropped.sort()
    if lines.plain > CLEAN_PLAIN:
        return _only_sure_lines(lines, dropped)
    return _without_sentences_in_prose(lines, _with_short_lines_between(lines, dropped))


def runs(rows: Numbers) -> tuple[list[int], list[int]]:
    """Where in `rows`, which are in order, each run of neighbours begins and ends.

    >>> runs(np.array([1, 2, 3, 7]))
    ([0, 3], [2, 3])
    """
    if not len(rows):
        return [], []
    breaks = ((rows[1:] - rows[:-1]) > 1).nonzero()[0].tolist()
    return [0, *(i + 1 for i in breaks)], [*breaks, len(rows) - 1]


def price(plain: float) -> float:
    """The penalty for risk in a text with this share of plain lines.

    >>> price(0.0), price(0.5)
    (0.2, 1.76)
    """
    clean = min(1.0, max(0.0, (plain - PAGE_PLAIN) / (CLEAN_PLAIN - PAGE_PLAIN)))
    return PAGE_PRICE + clean * (CLEAN_PRICE - PAGE_PRICE)


def _only_sure_lines(lines: LineFacts, dropped: Numbers) -> Numbers:
    limit = np.where(lines.is_sentence.take(dropped), LIKELY_SENTENCE, MOST_LIKELY)
    return dropped[lines.probability.take(dropped) < limit]


def _with_short_lines_between(lines: LineFacts, dropped: Numbers) -> Numbers:
    goes = lines.size == 0
    goes[dropped] = True
    may_go = lines.is_short & ~goes
    may_go &= lines.probability < LIKELY_BETWEEN
    may_rows = may_go.nonzero()[0]
    rows = may_rows.tolist()
    for i, j in zip(*runs(may_rows), strict=True):
        first, end = rows[i], rows[j] + 1
        if end - first > MOST_BETWEEN:
            continue
        if (first == 0 or goes[first - 1]) and (end == len(goes) or goes[end]):
            goes[first:end] = True
    goes &= lines.size > 0
    filled: Numbers = goes.nonzero()[0]
    return filled


def _without_sentences_in_prose(lines: LineFacts, dropped: Numbers) -> Numbers:
    """`dropped` without the sentences between kept sentences that are likely enough."""
    stays = lines.is_sentence & (lines.size > 0)
    stays[dropped] = False
    kept = stays.nonzero()[0]
    if not len(kept):
        return dropped
    within = (dropped > kept[0]) & (dropped < kept[-1]) & lines.is_sentence.take(dropped)
    still_dropped: Numbers = dropped[~(within & (lines.probability.take(dropped) >= LIKELY_WITHIN))]
    return still_dropped
