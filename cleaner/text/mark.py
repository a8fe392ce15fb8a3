"""Marks: what a stage says about a span of the text."""

from collections.abc import Collection
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple

# The order of marks: start, end, rule.
BY_PLACE = itemgetter(0, 1, 2)


class Verb(StrEnum):
    """What should happen to a marked span."""

    DROP = "drop"
    KEEP = "keep"


class Mark(NamedTuple):
    """A half-open span of the text, and the rule that marked it.

    `start` and `end` are offsets into the decoded original, in characters. `detail` is the reason, for people.
    `trigger` is the line that matched, for kinds that reach beyond it (`after`, `before`, `block`). `passes` are the
    ids of keeps that do not hold this drop back.
    """

    start: int
    end: int
    rule: str
    verb: Verb = Verb.DROP
    detail: str = ""
    trigger: tuple[int, int] | None = None
    passes: Collection[str] = ()
