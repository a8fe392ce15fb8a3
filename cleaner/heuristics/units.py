"""The units that a text is judged by: its lines, and the sentences of its long lines."""

from collections.abc import Sequence
from typing import NamedTuple

from cleaner.text.lines import starts_of
from cleaner.text.scripts import LETTERS_PER_SYLLABLE, length
from cleaner.text.sentences import sentences

# Characters of an alphabet, and the share of the text, from which a line may be several that were joined. On extracted
# texts of the choose part that have their lines, shares of 0.25 and 0.5 cost nothing and win 193 and 0 characters; to
# split all lines of 1,000 characters too costs 516 characters of true text.
LONG, LARGE = 300, 0.25
# Characters from which a line may be so long, in any script.
MAY_BE_LONG = int(LONG / LETTERS_PER_SYLLABLE)


class Units(NamedTuple):
    """The units of a text, and the offset of each in characters."""

    texts: Sequence[str]
    starts: Sequence[int]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """From the start of one unit to the end of another, without white space at the end."""
        return self.starts[first], self.starts[last] + len(self.texts[last].rstrip())


class SentenceUnits(NamedTuple):
    """The units of a text that has long lines, and the first and the last unit of each of these."""

    units: Units
    long_lines: Sequence[tuple[int, int]]


def sentence_units(lines: Sequence[str]) -> SentenceUnits | None:
    """The lines of a text, and the sentences of those that are long; None where none is.

    >>> found = sentence_units(["Harbour news", "It rained all night. " * 30])
    >>> found and (len(found.units.texts), found.long_lines)
    (31, [(1, 30)])
    """
    size = sum(map(len, lines)) + len(lines)
    if max(map(len, lines)) < LARGE * size or not any(is_long(line, size) for line in lines):
        return None
    texts: list[str] = []
    starts: list[int] = []
    long_lines: list[tuple[int, int]] = []
    for line, start in zip(lines, starts_of(lines), strict=True):
        if not (is_long(line, size) and line.strip()):
            texts.append(line)
            starts.append(start)
            continue
        first = len(texts)
        for begin, end in sentences(line):
            texts.append(line[begin:end])
            starts.append(start + begin)
        long_lines.append((first, len(texts) - 1))
    return SentenceUnits(Units(texts, starts), long_lines)


def is_long(line: str, size: int) -> bool:
    """Whether a line may be several that were joined, in a text of so many characters."""
    return len(line) >= MAY_BE_LONG and len(line) >= LARGE * size and length(line) >= LONG
