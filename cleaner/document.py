"""The one string that every stage marks, and what is known of it."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from cleaner import zones
from cleaner.decode import without_surrogates
from cleaner.rule import Where
from cleaner.wrap import soft_breaks

# Folded one to one, so that offsets hold: white space within lines, as str.isspace knows it; letters whose other case
# is ASCII (long s, Kelvin sign, dotted and dotless i); and the apostrophe.
ASCII_SPACES = "\t\x0b\x0c\x1c\x1d\x1e\x1f"
SPACES = (
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
LETTERS = {"\u017f": "s", "\u212a": "K", "\u0130": "I", "\u0131": "i", "\u2019": "'"}
FOLDS = dict.fromkeys(ASCII_SPACES + SPACES, " ") | LETTERS
ASCII_FOLDS = dict.fromkeys(ASCII_SPACES, " ")


class Line(NamedTuple):
    """A logical line: offsets of its first character and of the end of its last, line end excluded."""

    start: int
    end: int


class Document:
    """A text, and views of it that have the same length: every offset into one holds in all.

    >>> Document("One\\r\\ntwo").logical
    'One \\ntwo'
    """

    def __init__(self, text: str) -> None:
        try:
            data = text.encode()
        except UnicodeEncodeError:
            text = without_surrogates(text)
            data = text.encode()
        self.text = text
        self.logical = _logical(text)
        self._data = data if self.logical is text else None

    @cached_property
    def data(self) -> bytes:
        """`logical` as UTF-8."""
        return self.logical.encode() if self._data is None else self._data

    def line(self, index: int) -> Line:
        """The logical line of this index."""
        start = self._starts[index]
        return Line(start, start + len(self._lines[index]))

    @property
    def lines(self) -> Iterator[Line]:
        return map(self.line, range(len(self._lines)))

    @cached_property
    def _lines(self) -> list[str]:
        return self.logical.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self._lines[:-1]), initial=0))

    @cached_property
    def prose(self) -> list[zones.Prose]:
        """What each logical line holds."""
        return zones.measure_all(self._lines, wide=zones.has_wide_script(self.data))

    @cached_property
    def core(self) -> range | None:
        """Indices of the logical lines of the prose core."""
        return zones.core(self.prose)

    @cached_property
    def runs_after(self) -> list[int]:
        return zones.runs_after(self.prose)

    @cached_property
    def runs_before(self) -> list[int]:
        return zones.runs_before(self.prose)

    def line_at(self, offset: int) -> int:
        """Index of the logical line that holds this offset."""
        return bisect_right(self._starts, offset) - 1

    def in_zone(self, offset: int, where: Where) -> bool:
        """Whether the line at this offset lies in that zone; without a prose core there is no top and no bottom."""
        if where is Where.ANYWHERE:
            return True
        if self.core is None:
            return False
        line = self.line_at(offset)
        return line < self.core.start if where is Where.TOP else line >= self.core.stop


def _logical(text: str) -> str:
    """The text with line ends as `\\n`, soft breaks as spaces and characters folded, each one to one."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    for char, folded in (ASCII_FOLDS if text.isascii() else FOLDS).items():
        if char in text:
            text = text.replace(char, folded)
    if breaks := soft_breaks(text):
        characters = list(text)
        for offset in breaks:
            characters[offset] = " "
        text = "".join(characters)
    return text
