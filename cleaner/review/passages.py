"""A text as lines of passages: what stays, what goes and what is withheld, and by which rules."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from cleaner.result import Result
from cleaner.text.lines import LINE

KEPT, GONE, DOUBTED = "kept", "gone", "withheld"


class Stretch(NamedTuple):
    """A part of the original from `start` up to `end`, in characters, and the rules that took it or would have."""

    start: int
    end: int
    fate: str
    rules: tuple[str, ...] = ()


def passages(text: str, result: Result) -> list[dict[str, Any]]:
    """One object for each line of the original: where it starts, and its parts without the line end.

    >>> passages("Rain.\\nWind.", Result("Rain.\\nWind."))[1]
    {'start': 6, 'parts': [{'text': 'Wind.', 'fate': 'kept', 'rules': []}]}
    """
    stretches = list(_stretches(len(text), result))
    starts = [stretch.start for stretch in stretches]
    lines = []
    for found in LINE.finditer(text):
        start, end = found.start(), found.start() + len(found[0].rstrip("\r\n"))
        first = max(0, bisect_right(starts, start) - 1)
        parts = (_part(text, stretch, start, end) for stretch in _meeting(stretches, first, end))
        lines.append({"start": start, "parts": [part for part in parts if part["text"]]})
    return lines


def _meeting(stretches: Sequence[Stretch], first: int, end: int) -> Iterator[Stretch]:
    while first < len(stretches) and stretches[first].start < end:
        yield stretches[first]
        first += 1


def _part(text: str, stretch: Stretch, start: int, end: int) -> dict[str, Any]:
    part = text[max(start, stretch.start) : min(end, stretch.end)]
    return {"text": part, "fate": stretch.fate, "rules": list(stretch.rules)}


def _stretches(size: int, result: Result) -> Iterator[Stretch]:
    """The whole original in order. What is withheld has stayed, so it lies between the removed spans."""
    position = 0
    withheld = result.withheld_spans
    for start, end, rules, fate in [
        *((piece.start, piece.end, piece.rule_ids, GONE) for piece in result.removed),
        (size, size, (), GONE),
    ]:
        for span in withheld:
            first, last = max(span.start, position), min(span.end, start)
            if first < last:
                yield from _kept(position, first)
                yield Stretch(first, last, DOUBTED, tuple(span.rules))
                position = last
        yield from _kept(position, start)
        if start < end:
            yield Stretch(start, end, fate, rules)
        position = end


def _kept(start: int, end: int) -> Iterator[Stretch]:
    if start < end:
        yield Stretch(start, end, KEPT)
