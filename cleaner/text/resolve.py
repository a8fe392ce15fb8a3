"""The conflict policy: a keep beats every drop, and drops are united."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from cleaner.text.mark import Mark, Verb


class Span(NamedTuple):
    """A stretch of the text to be removed, and the ids of the rules that dropped it, sorted."""

    start: int
    end: int
    rules: tuple[str, ...]


def effective(marks: Iterable[Mark]) -> list[tuple[Mark, list[tuple[int, int]]]]:
    """The drops that keeps leave something of, each with the spans that are left.

    A keep on the line that triggered a wider drop vetoes the whole drop.
    """
    marks, keep = list(marks), Verb.KEEP
    keeps = sorted((m for m in marks if m.verb is keep), key=itemgetter(0, 1))
    drops = [m for m in marks if m.verb is not keep]
    if not keeps:
        return [(m, [(m.start, m.end)]) for m in drops if m.start < m.end]
    starts, reached = [m.start for m in keeps], list(accumulate((m.end for m in keeps), max))
    left = ((m, _left(m, keeps[_near(m, starts, reached)])) for m in drops)
    return [(m, spans) for m, spans in left if spans]


def _near(drop: Mark, starts: Sequence[int], reached: Sequence[int]) -> slice:
    """The keeps that may overlap a drop or its trigger; `reached` is the last end of each keep and those before it."""
    first, last = drop.trigger or drop[:2]
    return slice(bisect_right(reached, min(first, drop.start)), bisect_left(starts, max(last, drop.end)))


def _left(drop: Mark, keeps: Iterable[Mark]) -> list[tuple[int, int]]:
    """What the keeps leave of a drop, of those that hold it back."""
    holding = [(keep.start, keep.end) for keep in keeps if keep.rule not in drop.passes]
    if drop.trigger is not None:
        first, last = drop.trigger
        if any(start < last and first < end for start, end in holding):
            return []
    return _minus((drop.start, drop.end), holding)


def _minus(span: tuple[int, int], keeps: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    left, (start, end) = [], span
    for keep_start, keep_end in keeps:
        if keep_end <= start or keep_start >= end:
            continue
        if keep_start > start:
            left.append((start, keep_start))
        start = keep_end
    if start < end:
        left.append((start, end))
    return left


def unite(drops: Sequence[tuple[str, int, int]]) -> list[Span]:
    """Ordered spans that do not overlap, each with all rules that dropped it. Takes (rule, start, end).

    >>> unite([("b", 0, 4), ("a", 2, 6)])
    [Span(start=0, end=2, rules=('b',)), Span(start=2, end=4, rules=('a', 'b')), Span(start=4, end=6, rules=('a',))]
    """
    spans: list[Span] = []
    group: list[tuple[int, int, str]] = []
    reached = 0
    for drop in sorted([(start, end, rule) for rule, start, end in drops]):
        start, end, _ = drop
        if start > reached and group:
            spans += _united(group)
            group = []
        group.append(drop)
        reached = max(reached, end)
    return spans + _united(group)


def _united(group: Sequence[tuple[int, int, str]]) -> list[Span]:
    """The spans of a group of drops that overlap or touch."""
    if len(group) == 1:
        start, end, rule = group[0]
        return [Span(start, end, (rule,))]
    events = sorted([(start, 1, rule) for start, _, rule in group] + [(end, -1, rule) for _, end, rule in group])
    spans: list[Span] = []
    active: Counter[str] = Counter()
    position = 0
    for offset, step, rule in events:
        if active and offset > position:
            rules = tuple(sorted(active))
            if spans and spans[-1].end == position and spans[-1].rules == rules:
                position = spans.pop().start
            spans.append(Span(position, offset, rules))
        position = offset
        active[rule] += step
        if not active[rule]:
            del active[rule]
    return spans
