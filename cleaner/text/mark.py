"""What a stage says about a span of the text."""

from enum import StrEnum
from typing import NamedTuple


class Verb(StrEnum):
    """What should happen to a marked span."""

    DROP = "drop"
    KEEP = "keep"


class Mark(NamedTuple):
    """A half-open span of the document's text, and the rule that marked it.

    `start` and `end` are offsets in characters into the decoded original. `trigger` is the line that
    matched, for rules that reach further than what matched (`after`, `before`, `block`).
    """

    start: int
    end: int
    rule: str
    verb: Verb = Verb.DROP
    detail: str = ""
    trigger: tuple[int, int] | None = None
