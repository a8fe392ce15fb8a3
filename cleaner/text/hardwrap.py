"""Which line ends are only folds of a hard-wrapped paragraph."""

import re
from collections.abc import Sequence
from itertools import accumulate

from cleaner.text.scripts import UNSPACED, ends_sentence

# Texts are folded at 60 to 80 columns; narrower lines are more often short paragraphs, wider ones whole ones.
NARROWEST, WIDEST = 55, 100
# A folded text may hold some lines that could not be folded (addresses, tables).
UNFOLDED_SHARE = 0.3
# Of the lines that fill this share of the width, so many must break where a fold would; lists and verse stay well
# below. The width is the longest line, or the longest but a few that could not be folded.
FILLED, FOLDED_SHARE, UNFOLDED_LINES = 0.6, 0.7, 4
FEWEST = 2
# A word longer than this would not be waited for: it counts as this long.
LONGEST_WORD = 20
# A dash or a bar may well be what a fold put first; a bar after a bar is a table.
STARTS_OWN_LINE = re.compile(r"\s*(?:[-*+•·>#▪►»]|\d+[.)])\s|\s*[#>=_*-]{2,}")


def soft_breaks(lines: Sequence[str]) -> list[int]:
    """Offsets of the line ends that only fold a paragraph; none where the text is not hard-wrapped.

    A break is a fold when the next line's first word would not have fitted into the common width.

    >>> text = "A paragraph that was folded at sixty columns, and then has\\nthree lines in all, which is as few"
    >>> soft_breaks(f"{text} as there may be for it\\nto be seen.".split("\\n"))
    [58, 117]
    """
    lengths = list(map(len, lines))
    characters = sum(lengths) + len(lines) - 1
    if len(lines) <= FEWEST or sum([n for n in lengths if n > WIDEST]) > UNFOLDED_SHARE * characters:
        return []
    sizes = _sizes(lines, lengths)
    for width in sorted(set(sizes.values()), reverse=True)[: 1 + UNFOLDED_LINES]:
        if width < NARROWEST:
            break
        filled = sum(size >= FILLED * width for size in sizes.values())
        fewest = max(FEWEST, FOLDED_SHARE * filled)
        nearly = [(i, size) for i, size in sizes.items() if width - LONGEST_WORD <= size <= width]
        if len(nearly) < fewest:
            continue
        folds = [i for i, size in nearly if width < size + _needed(lines[i + 1])]
        if len(folds) < fewest:
            continue
        if sum(ends_sentence(lines[i]) for i in folds) <= len(folds) / 2:
            ends = list(accumulate(lengths, lambda end, n: end + n + 1))
            return [ends[i] for i in folds]
    return []


def _sizes(lines: Sequence[str], lengths: Sequence[int]) -> dict[int, int]:
    """Columns of each line that another line of text follows, by index; none that is too short or too long to fold."""
    sizes = {}
    for i, n in enumerate(lengths[:-1]):
        if n >= FILLED * NARROWEST and lengths[i + 1]:
            size = len(lines[i].rstrip())
            if size <= WIDEST and _continues(lines[i + 1], lines[i]):
                sizes[i] = size
    return sizes


def _continues(line: str, before: str) -> bool:
    """Whether a line holds text that may belong to the line before."""
    first = line.lstrip()[:1]
    if first.isalpha() or not first:
        return bool(first)
    return not (STARTS_OWN_LINE.match(line) or (first == "|" and before.rstrip().endswith("|")))


def _needed(line: str) -> int:
    """Columns that the line before would have needed to hold this line's first word."""
    word = line.split(maxsplit=1)[0]
    return 1 if UNSPACED.match(word) else 1 + min(len(word), LONGEST_WORD)
