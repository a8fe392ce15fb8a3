"""What a line is: it ends at \\r\\n, \\n or \\r, and nowhere else (U+2028, U+0085 and \\f do occur within lines)."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import add

LINE_END = re.compile(r"\r\n|\n|\r")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def starts_of(lines: Sequence[str]) -> "array[int]":
    """The offset of each line, of which one character is between two.

    As a list, those of short lines would take more than the lines.

    >>> starts_of(["One", "", "two"]).tolist()
    [0, 4, 5]
    """
    return array("q", map(add, accumulate(map(len, lines), initial=0), range(len(lines))))


class LineIndex:
    """The lines of a text, found by offset.

    >>> index = LineIndex("One\\ntwo")
    >>> index.starts, index.line_at(3), index.line_at(4)
    ([0, 4], 0, 1)
    """

    def __init__(self, text: str) -> None:
        self.starts = [line.start() for line in LINE.finditer(text)]

    def line_at(self, offset: int) -> int:
        """The index, from zero, of the line that holds this offset."""
        return bisect_right(self.starts, offset) - 1

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of this offset, both from one.

        >>> LineIndex("One\\ntwo").position(5)
        (2, 2)
        """
        line = max(self.line_at(offset), 0)
        return line + 1, offset - (self.starts[line] if self.starts else 0) + 1
