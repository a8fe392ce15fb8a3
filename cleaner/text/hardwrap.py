"""Hard-wrapped paragraphs: finds the line ends that a word wrapper put in (soft breaks)."""

import re
from collections.abc import Sequence
from itertools import accumulate

from cleaner.text.scripts import ends_sentence, has_unspaced

# Columns. Books and mail are wrapped at 60 to 80 columns. Narrower lines are more often short paragraphs, and wider
# lines whole ones. Chosen by hand.
NARROWEST, WIDEST = 55, 100
# Most that lines wider than WIDEST (addresses, tables) may hold of a wrapped text, as a share of its characters.
UNWRAPPED_SHARE = 0.3
# At least WRAPPED_SHARE of the lines longer than FILLED x width must break where a word wrapper would break. Lists and
# verse stay far below that. The width is the longest line, or one of the UNWRAPPED_LINES next longest, as a few lines
# could not be wrapped. Chosen by hand on lists, verse, mail and books.
FILLED, WRAPPED_SHARE, UNWRAPPED_LINES = 0.6, 0.7, 4
# A wrapped text has at least this many soft breaks.
FEWEST = 2
# Characters. Longer words count as this long: a wrapper breaks them or lets them stand out.
LONGEST_WORD = 20
# A list item, heading, quote or rule begins a line of its own. A lone dash or bar may begin a wrapped line.
STARTS_OWN_LINE = re.compile(r"\s*(?:[-*+•·>#▪►»]|\d+[.)])\s|\s*[#>=_*-]{2,}")


def soft_breaks(lines: Sequence[str]) -> list[int]:
    """Offsets of the line ends that only wrap a paragraph; empty if the text is not hard-wrapped.

    A line end is a soft break if the first word of the next line would not have fitted into the common width.

    >>> text = "A paragraph that was folded at sixty columns, and then has\\nthree lines in all, which is as few"
    >>> soft_breaks(f"{text} as there may be for it\\nto be seen.".split("\\n"))
    [58, 117]
    """
    lengths = list(map(len, lines))
    characters = sum(lengths) + len(lines) - 1
    if len(lines) <= FEWEST or sum([n for n in lengths if n > WIDEST]) > UNWRAPPED_SHARE * characters:
        return []
    columns = _columns(lines, lengths)
    for width in sorted(set(columns.values()), reverse=True)[: 1 + UNWRAPPED_LINES]:
        if width < NARROWEST:
            break
        breaks = _breaks(lines, columns, width)
        if breaks:
            ends = list(accumulate(lengths, lambda end, n: end + n + 1))
            return [ends[i] for i in breaks]
    return []


def with_spaces(text: str, offsets: Sequence[int]) -> str:
    """The text with a space at each of these offsets, which are in order."""
    starts = (0, *(offset + 1 for offset in offsets))
    return " ".join([text[start:end] for start, end in zip(starts, (*offsets, len(text)), strict=True)])


def _breaks(lines: Sequence[str], columns: dict[int, int], width: int) -> list[int]:
    """Indices of the lines that end in a soft break if the text is wrapped at this width; empty if it is not."""
    filled = sum(length >= FILLED * width for length in columns.values())
    fewest = max(FEWEST, WRAPPED_SHARE * filled)
    nearly_full = [(i, length) for i, length in columns.items() if width - LONGEST_WORD <= length <= width]
    if len(nearly_full) < fewest:
        return []
    breaks = [i for i, length in nearly_full if width < length + _needed(lines[i + 1])]
    # A wrapper seldom breaks at the end of a sentence. If most lines end with one, they are short paragraphs.
    sentences = sum(ends_sentence(lines[i]) for i in breaks)
    return breaks if len(breaks) >= fewest and sentences <= len(breaks) / 2 else []


def _columns(lines: Sequence[str], lengths: Sequence[int]) -> dict[int, int]:
    """The columns of each line that may end in a soft break, by index: long enough, and followed by a line of text."""
    columns = {}
    for i, n in enumerate(lengths[:-1]):
        if n >= FILLED * NARROWEST and lengths[i + 1]:
            length = len(lines[i].rstrip())
            if length <= WIDEST and _continues(lines[i + 1], lines[i]):
                columns[i] = length
    return columns


def _continues(line: str, before: str) -> bool:
    """Whether a line may continue the paragraph of the line before; a bar below a bar is a table."""
    first = line.lstrip()[:1]
    if first.isalpha() or not first:
        return bool(first)
    return not (STARTS_OWN_LINE.match(line) or (first == "|" and before.rstrip().endswith("|")))


def _needed(line: str) -> int:
    """Columns that the line before would have needed for the first word of this line, with the space before it."""
    word = line.split(maxsplit=1)[0]
    return 1 if has_unspaced(word[:1]) else 1 + min(len(word), LONGEST_WORD)
