"""The rows of a table, each with the places of its fields: one can be replaced, and all others stay as they are."""

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from typing import NamedTuple

from cleaner.containers.dialect import Dialect
from cleaner.containers.members import MARK

# The ways to quote that tables have, the commonest first: what escapes a quote, the quote, whether spaces stand before
# it; and what a table must hold for it to be quoted so.
QUOTING = (
    ("", '"', False, ""),
    ("", '"', True, '{delimiter} "'),
    ("\\", '"', False, '\\"'),
    ("", "'", False, "'{delimiter}"),
)


class Row(NamedTuple):
    """A row as it is written, the line that it begins on, and where its fields start and end.

    `fault` says why it cannot be read.
    """

    line: int
    text: str
    cells: Sequence[tuple[int, int]] = ()
    fault: str = ""

    def values(self, dialect: Dialect) -> list[str]:
        """The values of its fields."""
        return [dialect.value(self.text[start:end]) for start, end in self.cells]


class TableRows:
    """The rows that a function gives line by line, with line ends; a line or a row has at most `longest` characters.

    Empty lines are none. After a row that cannot be read, the next is looked for from its second line on.
    """

    def __init__(self, readline: Callable[[int], str], dialect: Dialect, longest: int) -> None:
        self._readline = readline
        self._dialect = dialect
        self._longest = longest
        self._again: deque[str] = deque()  # lines that were read as part of a row, and are none
        self._number = 0

    def __iter__(self) -> Iterator[Row]:
        try:
            yield from self._rows()
        except OSError as error:
            yield Row(self._number, "", fault=f"what follows cannot be read: {error.strerror or error}")

    def _rows(self) -> Iterator[Row]:
        while line := self._next():
            number = self._number
            if self._is_cut(line):
                while self._is_cut(line):
                    line = self._next()
                self._number = number
                yield Row(number, "", fault=f"it has more than {self._longest:,} characters")
            elif line.strip(f"{MARK}\r\n"):
                yield self._row(line)

    def _next(self) -> str:
        self._number += 1
        return self._again.popleft() if self._again else self._readline(self._longest)

    def _is_cut(self, line: str) -> bool:
        return len(line) == self._longest and not line.endswith(("\r", "\n"))

    def _row(self, line: str) -> Row:
        """The row that begins with this line, and may go on in the next."""
        number, lines, cells = self._number, [line], []
        before, place = 0, len(MARK) if line.startswith(MARK) else 0
        while True:
            start = before + place
            if opening := self._dialect.opening.match(line, place):
                place = opening.end()
                while (place := self._past(self._dialect.inside, line, place)) == len(line):
                    before, line, place = before + len(line), self._next(), 0
                    lines.append(line)
                    if not line or before + len(line) >= self._longest:
                        return self._given_up(number, lines, "a quote in it is not closed")
                place += 1
            else:
                place = self._past(self._dialect.plain, line, place)
            cells.append((start, before + place))
            if not line.startswith(self._dialect.delimiter, place):
                break
            place += 1
        if line[place : place + 1] not in ("", "\r", "\n"):
            return self._given_up(number, lines, "something follows a quote that closes a field")
        return Row(number, "".join(lines), cells)

    @staticmethod
    def _past(pattern: re.Pattern[str], line: str, place: int) -> int:
        found = pattern.match(line, place)
        return found.end() if found else place

    def _given_up(self, number: int, lines: list[str], fault: str) -> Row:
        """The fault of the first line; the others are read again."""
        self._again.extendleft(reversed(lines[1:]))
        self._number = number
        return Row(number, lines[0], fault=fault)


def dialect_of(sample: str, delimiters: str, *, whole: bool) -> Dialect:
    """The dialect in which most rows of a sample have as many fields as the first, and more than one.

    The last row is not looked at unless the sample is the whole table.

    >>> dialect_of("text;n\\nIt rained, and snowed;1\\n", ",;", whole=True).delimiter
    ';'
    """

    def merit(dialect: Dialect) -> tuple[bool, float, int]:
        counts = [len(row.cells) for row in TableRows(StringIO(sample, newline="").readline, dialect, len(sample) + 1)]
        counts = counts if whole else counts[:-1]
        fields = counts[0] if counts else 0
        return fields > 1, counts.count(fields) / max(1, len(counts)), fields

    dialects = [
        Dialect(sign, quote, escape, spaces)
        for escape, quote, spaces, evidence in QUOTING
        for sign in delimiters
        if evidence.format(delimiter=sign) in sample
    ]
    return max(dialects, key=merit)
