"""Keeps the headline: most references lack it, so the model learned to drop it, but a reader wants it."""

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.features import Feature

# A headline is at most NEAR lines above the first kept prose, and at least SHARE of its long words, and WORDS of them,
# occur in the prose. Chosen by hand. On pages of hosts that the model had not seen, keeping these lines costs 0.002 in
# mean F1 of flattened pages and nothing on extracted texts.
NEAR, SHARE, WORDS = 3, 0.55, 2
# The feature is log(1 + words); half a word less, so that rounding cannot matter.
LEAST_TOPIC = np.log1p(WORDS - 0.5)


def without_headline(features: Floats, dropped: Numbers) -> Numbers:
    """The dropped lines that are not a headline; lines are given and returned as row numbers."""
    kept_prose = features[:, Feature.IS_PROSE] > 0
    kept_prose[dropped] = False
    if not kept_prose.any():
        return dropped
    first = int(kept_prose.argmax())
    near = (dropped < first) & (dropped >= first - NEAR)
    if not near.any():
        return dropped
    rows = features.take(dropped, 0)
    on_topic = (rows[:, Feature.TOPIC_SHARE_OF_LONG] >= SHARE) & (rows[:, Feature.TOPIC] >= LEAST_TOPIC)
    others: Numbers = dropped[~(near & on_topic)]
    return others
