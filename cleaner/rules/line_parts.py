"""Parts of a long line: which matches in a sentence count, and in which zone each lies."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

import regex

from cleaner.rules.rule import Kind, Rule
from cleaner.text import zones
from cleaner.text.document import Document, LineSpan
from cleaner.text.zones import Where

# Matches that follow each other as the entries of a menu do: as many count, however short each is. Chosen by hand.
MENU = 3
# An entry of a menu that no rule knows.
ENTRY = regex.compile(r"\p{Lu}[\p{L}\p{N}]*+ *+")
# What may stand between two parts.
BETWEEN = frozenset(" #*>|_~+-–—•·»›")


class LinePart(NamedTuple):
    """A match within a sentence; `is_strong` if it counts by itself."""

    rule: Rule
    start: int
    end: int
    is_strong: bool


class LongLine:
    """A long line and what was found in its sentences: the parts that count, and what is left around them."""

    def __init__(self, document: Document, index: int) -> None:
        self.document, self.index = document, index
        self.end = document.line(index).end
        self.parts: list[LinePart] = []
        self._rests: list[LineSpan] = []

    def add(self, sentence: LineSpan, found: Sequence[LinePart]) -> None:
        """Add a sentence with all matches in it."""
        rest = sentence
        if found:
            text = self.document.logical
            first = list(_chain(found, text, sentence))
            first = first if len(first) >= MENU else list(takewhile(lambda part: part.is_strong, first))
            last = list(_back(found, text, first[-1].end if first else sentence.start, sentence.end))
            spans = {(part.start, part.end) for part in (*first, *last)}
            self.parts += first + last
            self.parts += [
                p for p in found if p.rule.kind is Kind.AFTER and p not in first and (p.start, p.end) in spans
            ]
            rest = _trimmed(text, first[-1].end if first else rest.start, last[-1].start if last else rest.end)
        self._rests.append(rest)

    def in_zone(self, part: LinePart) -> bool:
        """Whether a part lies in the zone of its rule.

        Where the line is at an edge of the prose core, the zone reaches into it as far as the first or the last prose.
        """
        where, core = part.rule.where, self.document.core
        if part.rule.kind is Kind.AFTER and not self._is_below(part):
            return False
        if where is Where.ANYWHERE:
            return True
        if core is None:
            return False
        above = self.index < core.start or (self.index == core.start and self._is_above(part))
        below = self.index >= core.stop or (self.index == core.stop - 1 and self._is_below(part))
        return (above and where is not Where.BOTTOM) or (below and where is not Where.TOP)

    def _is_above(self, part: LinePart) -> bool:
        return part.start < self._first_prose

    def _is_below(self, part: LinePart) -> bool:
        return part.start >= self._last_prose

    @cached_property
    def _first_prose(self) -> int:
        """Where the first prose starts; the end of the line where there is none."""
        return next((rest.start for rest in self._rests if self._is_prose(rest)), self.end)

    @cached_property
    def _last_prose(self) -> int:
        """Where the last prose ends; 0 where there is none."""
        return next((rest.end for rest in reversed(self._rests) if self._is_prose(rest)), 0)

    def _is_prose(self, rest: LineSpan) -> bool:
        """Whether what is left of a sentence has the letters of a paragraph."""
        return zones.measure(self.document.logical[rest.start : rest.end]) > 0


def _chain(found: Sequence[LinePart], text: str, sentence: LineSpan) -> Iterator[LinePart]:
    """The parts that follow each other from the start of a sentence; of two that begin alike, the longer.

    One entry that no rule knows may stand between two others, and goes with the second.
    """
    longest = {part.start: part for part in sorted(found, key=lambda part: (part.end, part.rule.kind is Kind.LINE))}
    start, known = _trimmed(text, *sentence).start, 0
    while part := longest.get(start):
        yield part
        known += 1
        start = _trimmed(text, part.end, sentence.end).start
        if start not in longest and known > 1 and (entry := ENTRY.match(text, start, sentence.end)):
            unknown, start = start, entry.end()
            if after := longest.get(start):
                longest[start := unknown] = after._replace(start=unknown)


def _back(found: Sequence[LinePart], text: str, start: int, end: int) -> Iterator[LinePart]:
    """The strong parts that follow each other back from the end of a sentence, the last one first."""
    while fits := [part for part in found if part.is_strong and start <= part.start and part.end == end]:
        part = min(fits, key=lambda part: part.start)
        yield part
        end = _trimmed(text, start, part.start).end


def _trimmed(text: str, start: int, end: int) -> LineSpan:
    """A span without what may stand between two parts."""
    while start < end and text[start] in BETWEEN:
        start += 1
    while start < end and text[end - 1] in BETWEEN:
        end -= 1
    return LineSpan(start, end)
