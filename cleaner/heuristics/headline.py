"""The headline of an article: most references lack it, so that the model learned to take it, but a reader wants it."""

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.characters import CLASSES
from cleaner.linemodel.features import IS_PROSE, TOPIC, TOPIC_OF_LONG

# It stands so many lines or fewer above the first prose that stays, and of its long words so large a share, and so many
# at least, are said in the prose too.
NEAR, SHARE, WORDS = 3, 0.55, 2
TOPICAL = np.log1p(WORDS - 0.5)  # TOPIC is the logarithm of one more


def spared(x: Floats, dropped: Numbers) -> Numbers:
    """Of the lines that go, those that may go: all but a headline."""
    stays = x[:, CLASSES + IS_PROSE] > 0
    stays[dropped] = False
    if not stays.any():
        return dropped
    first = int(stays.argmax())
    near = (dropped < first) & (dropped >= first - NEAR)
    if not near.any():
        return dropped
    topical = x.take(dropped, 0)[:, [CLASSES + TOPIC_OF_LONG, CLASSES + TOPIC]]
    kept: Numbers = dropped[~(near & (topical[:, 0] >= SHARE) & (topical[:, 1] >= TOPICAL))]
    return kept
