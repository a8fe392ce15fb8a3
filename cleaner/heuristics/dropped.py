"""What is judged of the lines of one text: which go, where they stand to the article, and what speaks for it."""

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from cleaner.heuristics.decision import drops, judged
from cleaner.heuristics.headline import spared
from cleaner.heuristics.joined_lines import unfolded
from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.characters import CLASSES
from cleaner.linemodel.encode import EncodedLines, encode_lines
from cleaner.linemodel.features import ENDS, FUNCTION_SHARE, IS_PROSE, REPEATED, TOPIC_SHARE, UNITS, features
from cleaner.linemodel.network import Model

# Lines of fewer words than this are short; REPEATED and UNITS are logarithms of one more.
FEW_WORDS, TWICE = np.log1p(5), np.log1p(1.5)
# What is named to a reader, with the measure it shows in.
SHOWN = [CLASSES + measure for measure in (UNITS, ENDS, FUNCTION_SHARE, TOPIC_SHARE, REPEATED)]
SIGNS = ("short lines", "no sentence", "no function words", "no word of the prose elsewhere", "said more than once")


class Place(StrEnum):
    """Where lines stand to the article."""

    ABOVE = "navigation"
    BELOW = "footer"
    WITHIN = "residue"


class Dropped(NamedTuple):
    """Neighbouring lines that go, the first and the last, and what speaks for it."""

    first: int
    last: int
    place: Place
    reason: str


class Task(NamedTuple):
    """The lines of a text, which of them are gone already, which must be kept, and the share of plain ones."""

    texts: Sequence[str]
    gone: Collection[int]
    kept: Collection[int]
    plain: float


def dropped_runs(task: Task, model: Model) -> Iterator[Dropped]:
    """What goes of the lines of a text."""
    lines = encode_lines(task.texts)
    if lines is None:
        return
    x = features(lines)
    likely, size = model.probabilities(lines, x), lines.size
    if task.gone or task.kept:
        is_gone, is_kept = (_flags(which, len(task.texts)).take(lines.ordinal) for which in (task.gone, task.kept))
        likely[is_kept], likely[is_gone] = 1, 0
        dropped = drops(judged(x, likely, size * ~is_gone, task.plain))
        dropped = dropped[~(is_gone | is_kept).take(dropped)]
    else:
        dropped = drops(judged(x, likely, size, task.plain))
    dropped = unfolded(task.texts, lines, spared(x, dropped))
    if len(dropped):
        yield from _found(lines, x, likely, dropped)


def _flags(which: Collection[int], size: int) -> Numbers:
    flags = np.zeros(size, bool)
    flags[list(which)] = True
    return flags


def _found(lines: EncodedLines, x: Floats, likely: Floats, dropped: Numbers) -> Iterator[Dropped]:
    ordinals = lines.ordinal.tolist()
    start, end = _article(x, dropped)
    firsts, lasts = _runs(dropped)
    speaking = np.concatenate([x[:, SHOWN], likely[:, None]], 1).take(dropped, 0)
    most = np.maximum.reduceat(speaking, firsts).tolist()
    rows = dropped.tolist()
    for i, j, measures in zip(firsts, lasts, most, strict=True):
        first, last = rows[i], rows[j]
        place = Place.ABOVE if last < start else Place.BELOW if first > end else Place.WITHIN
        yield Dropped(ordinals[first], ordinals[last], place, _reason(measures))


def _article(x: Floats, dropped: Numbers) -> tuple[int, int]:
    """First and last line of the prose that stays, or of all that stays where none of it is prose."""
    stays = np.ones(len(x), bool)
    stays[dropped] = False
    prose = stays & (x[:, CLASSES + IS_PROSE] > 0)
    rows = (prose if prose.any() else stays).nonzero()[0]
    return (int(rows[0]), int(rows[-1])) if len(rows) else (len(x), len(x))


def _runs(dropped: Numbers) -> tuple[list[int], list[int]]:
    """Where in `dropped` each run of neighbours begins and ends.

    >>> _runs(np.array([1, 2, 3, 7]))
    ([0, 3], [2, 3])
    """
    breaks = ((dropped[1:] - dropped[:-1]) > 1).nonzero()[0].tolist()
    return [0, *(i + 1 for i in breaks)], [*breaks, len(dropped) - 1]


def _reason(most: Sequence[float]) -> str:
    words, ends, function, topic, repeated, likely = most
    speaking = (words < FEW_WORDS, not ends, not function, not topic, repeated > TWICE)
    signs = ", ".join([sign for sign, speaks in zip(SIGNS, speaking, strict=True) if speaks])
    return f"at most {max(likely, 0.01):.0%} likely to be article: {signs or 'its words and its neighbours'}"
