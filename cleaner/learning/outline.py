"""The lines of one document as learning sees them: what each says, and where it stands."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

import regex

from cleaner.learning.masks import masked
from cleaner.rules.pattern import EDGE
from cleaner.text.document import Document

EDGES = regex.compile(f"^{EDGE}+|{EDGE}+$")


# Characters of a line up to which its numbers and dates are masked; chosen by hand: longer lines that a site repeats
# are mostly the same word for word, and to mask all paragraphs takes as long as all else.
LONGEST = 250


# A heading of Markdown: what a text calls its parts is of the text.
HEADING = re.compile(r" {0,3}#{1,6} ")


class Stand(StrEnum):
    """Where a line stands: above the prose core, in it, below it, or in a text without one."""

    HEAD = "head"
    INSIDE = "inside"
    FOOT = "foot"
    NOWHERE = "nowhere"


class OutlinedLine(NamedTuple):
    """A line that is not empty: without the marks at its edges, masked, its place, and whether it is prose."""

    text: str
    key: str
    place: Stand
    prose: bool


class Outline(NamedTuple):
    """The lines of one document."""

    name: str
    lines: tuple[OutlinedLine, ...]


def outline(name: str, text: str) -> Outline:
    """The outline of a text.

    >>> [line.place for line in outline("a.txt", "Home\\nNews").lines]
    [<Stand.NOWHERE: 'nowhere'>, <Stand.NOWHERE: 'nowhere'>]
    """
    return Outline(name, tuple(_lines(Document(text))))


def _lines(document: Document) -> Iterator[OutlinedLine]:
    core = document.core
    kept = {n for mark in document.signs for n in range(document.line_at(mark.start), document.line_at(mark.end) + 1)}
    for index, line in enumerate(document.texts):
        text = EDGES.sub("", line)
        if not text or index in kept or HEADING.match(line):
            continue
        place = Stand.NOWHERE
        if core:
            place = Stand.HEAD if index < core.start else Stand.FOOT if index >= core.stop else Stand.INSIDE
        key = masked(text) if len(text) <= LONGEST else text
        yield OutlinedLine(text, key, place, document.prose[index] > 0)
