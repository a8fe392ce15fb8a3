"""The units that a text is judged by: its lines, or its sentences where it is one long line."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from cleaner.text.scripts import SENTENCE_END

# A text of at most LINES lines and at least LONG characters is judged by sentences: some extractors write no line ends.
# Chosen by hand.
LONG, LINES = 400, 2
PIECE_END = re.compile(rf"(?:{SENTENCE_END.pattern})\s*|\n\s*")


class Units(NamedTuple):
    """The units of a text, and the offset of each in characters."""

    texts: Sequence[str]
    starts: Sequence[int]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """From the start of one unit to the end of another, without white space at the end."""
        return self.starts[first], self.starts[last] + len(self.texts[last].rstrip())


def units(lines: Sequence[str]) -> Units:
    """The units of a text, from its lines, which are one character apart.

    >>> len(units(["It rained all night. " * 30]).texts), len(units(["It rained."]).texts)
    (30, 1)
    """
    if len(lines) > LINES or sum(map(len, lines)) < LONG:
        return Units(lines, list(accumulate(map(_with_end, lines[:-1]), initial=0)))
    text = "\n".join(lines)
    cuts = [0, *(end.end() for end in PIECE_END.finditer(text))]
    pieces = [text[start:end].rstrip() for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    return Units(pieces, cuts) if pieces[-1] else Units(pieces[:-1], cuts[:-1])


def _with_end(line: str) -> int:
    return len(line) + 1
