"""Lines that a fold joins to their neighbours: a paragraph that was hard-wrapped is never judged line by line."""

from collections.abc import Sequence

import numpy as np

from cleaner.linemodel.arrays import Numbers
from cleaner.linemodel.encode import EncodedLines
from cleaner.text.scripts import ends_sentence

# Folded lines are at least so long; most entries of menus are shorter.
FOLDED = 40
# Fewer words are a title or an address.
WORDS = 6


def unfolded(texts: Sequence[str], lines: EncodedLines, dropped: Numbers) -> Numbers:
    """Of the lines that go, those that no fold joins to the line before or after."""
    before = np.zeros(len(lines.size), np.int64)
    before[1:] = lines.size[:-1]
    long = (lines.size.take(dropped) >= FOLDED) | (before.take(dropped) >= FOLDED)
    if not long.any():
        return dropped
    suspects = dropped[long]
    places = zip(suspects.tolist(), lines.ordinal.take(suspects).tolist(), strict=True)
    joined = [row for row, place in places if _joins(texts, place - 1) or _joins(texts, place)]
    left: Numbers = dropped[~np.isin(dropped, joined)]
    return left


def _joins(texts: Sequence[str], above: int) -> bool:
    """Whether this line and the next are one sentence.

    >>> _joins(["The county has decided to scrap the engine that was", "fitted in 1979 and to stretch the rope."], 0)
    True
    """
    if above < 0 or above + 1 == len(texts):
        return False
    first, second = texts[above].rstrip(), texts[above + 1].lstrip()
    # "o" is a bullet, too
    if len(first) < FOLDED or ends_sentence(first) or not second[:1].islower() or not second[1:2].isalpha():
        return False
    return len(first.split()) >= WORDS
