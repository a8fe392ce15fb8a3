"""Which line ends are only folds of a hard-wrapped paragraph."""

import re

# Texts are folded at 60 to 80 columns; a column is no wider than 100 and no narrower than 40 in any corpus seen.
NARROWEST, WIDEST = 40, 100
# A folded text may hold some lines that could not be folded (addresses, tables).
UNFOLDED_SHARE = 0.3
# How many of the places where a line meets the next must look like folds. Lists and verse stay well below.
FOLDED_SHARE = 0.7
# A word longer than this would not be waited for: it counts as this long.
LONGEST_WORD = 20
STARTS_OWN_LINE = re.compile(r"\s*(?:[-*+•·>#|▪►»–—]|\d+[.)])\s|\s*[#|>=_*-]{2,}|\s*\|")
FIRST_WORD = re.compile(r"\s*(\S+)")
CJK = "\u2e80"


def soft_breaks(text: str) -> list[int]:
    """Offsets of the `\\n` in `text` that only fold a paragraph; none where the text is not hard-wrapped.

    A break is a fold when the next line's first word would not have fitted into the common width.

    >>> soft_breaks("A paragraph that was folded at forty six columns\\nby somebody, of three lines in all, which is\\nthe least.")
    [48, 93]
    """
    lines = text.split("\n")
    lengths = list(map(len, lines))
    if len(lines) < 3 or sum(n for n in lengths if n > WIDEST) > UNFOLDED_SHARE * len(text):
        return []
    meets = [i for i in range(len(lines) - 1) if lengths[i] and lengths[i + 1] and lines[i].strip() and lines[i + 1].strip()]
    sizes = {i: len(lines[i].rstrip()) for i in meets}
    width = max((size for size in sizes.values() if size <= WIDEST), default=0)
    if width < NARROWEST:
        return []
    folds = [i for i in meets if sizes[i] <= width < sizes[i] + _needed(lines[i + 1]) and not STARTS_OWN_LINE.match(lines[i + 1])]
    if len(folds) < 2 or len(folds) < FOLDED_SHARE * sum(size <= width for size in sizes.values()):
        return []
    ends, position = [], -1
    for n in lengths:
        position += n + 1
        ends.append(position)
    return [ends[i] for i in folds]


def _needed(line: str) -> int:
    """Columns that the line before would have needed to hold this line's first word."""
    word = FIRST_WORD.match(line)
    if word is None:
        return 0
    return 1 if word[1][0] >= CJK else 1 + min(len(word[1]), LONGEST_WORD)
