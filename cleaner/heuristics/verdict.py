"""What is judged of the lines of one text: which go, where they stand to the article, and what speaks for it."""

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from cleaner.heuristics.arrays import Floats, Numbers
from cleaner.heuristics.characters import CLASSES
from cleaner.heuristics.decision import drops
from cleaner.heuristics.features import ENDS, FUNCTION_SHARE, IS_PROSE, REPEATED, TOPIC_SHARE, UNITS, features
from cleaner.heuristics.network import Model
from cleaner.heuristics.reading import Lines, read_lines

# Lines of fewer words than this are short; REPEATED and UNITS are logarithms of one more.
FEW_WORDS, TWICE = np.log1p(5), np.log1p(1.5)
# What is named to a reader, with the measure it shows in.
SHOWN = (UNITS, ENDS, FUNCTION_SHARE, TOPIC_SHARE, REPEATED)


class Place(StrEnum):
    """Where lines stand to the article."""

    ABOVE = "navigation"
    BELOW = "footer"
    WITHIN = "residue"


class Finding(NamedTuple):
    """Neighbouring lines that go, the first and the last, and what speaks for it."""

    first: int
    last: int
    place: Place
    reason: str


def findings(texts: Sequence[str], gone: Collection[int], kept: Collection[int], model: Model) -> Iterator[Finding]:
    """What goes of the lines of a text of which some are gone already and some must be kept."""
    lines = read_lines(texts)
    if lines is None:
        return
    x = features(lines)
    likely = model.probabilities(lines, x)
    size = lines.size
    settled = np.isin(lines.ordinal, [*gone, *kept]) if gone or kept else None
    if settled is not None:
        size, likely = size.copy(), likely.copy()
        is_gone = np.isin(lines.ordinal, [*gone])
        size[is_gone] = 0
        likely[settled & ~is_gone] = 1
    dropped = drops(likely, size)
    if settled is not None:
        dropped = dropped[~settled[dropped]]
    dropped.sort()
    if len(dropped):
        yield from _found(lines, x, likely, dropped)


def _found(lines: Lines, x: Floats, likely: Floats, dropped: Numbers) -> Iterator[Finding]:
    ordinals = lines.ordinal.tolist()
    start, end = _article(x, dropped)
    for first, last in _runs(dropped):
        place = Place.ABOVE if last < start else Place.BELOW if first > end else Place.WITHIN
        reason = _reason(x[first : last + 1, CLASSES:], float(likely[first : last + 1].max()))
        yield Finding(ordinals[first], ordinals[last], place, reason)


def _article(x: Floats, dropped: Numbers) -> tuple[int, int]:
    """First and last line of the prose that stays, or of all that stays where none of it is prose."""
    stays = np.ones(len(x), bool)
    stays[dropped] = False
    prose = stays & (x[:, CLASSES + IS_PROSE] > 0)
    rows = (prose if prose.any() else stays).nonzero()[0]
    return (int(rows[0]), int(rows[-1])) if len(rows) else (len(x), len(x))


def _runs(dropped: Numbers) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbours.

    >>> list(_runs(np.array([1, 2, 3, 7])))
    [(1, 3), (7, 7)]
    """
    breaks = ((dropped[1:] - dropped[:-1]) > 1).nonzero()[0]
    firsts, lasts = dropped[[0, *(breaks + 1)]].tolist(), dropped[[*breaks, -1]].tolist()
    yield from zip(firsts, lasts, strict=True)


def _reason(measures: Floats, likely: float) -> str:
    words, ends, function, topic, repeated = measures.max(0)[list(SHOWN)].tolist()
    signs = [
        name
        for name, speaks in (
            ("short lines", words < FEW_WORDS),
            ("no sentence", not ends),
            ("no function words", not function),
            ("no word of the prose elsewhere", not topic),
            ("said more than once", repeated > TWICE),
        )
        if speaks
    ]
    return f"at most {max(likely, 0.01):.0%} likely to be article: {', '.join(signs) or 'its words and its neighbours'}"
