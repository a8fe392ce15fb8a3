"""Verse: runs of short lines that the poet broke, and not a wrapper."""

from collections.abc import Iterator, Sequence

from cleaner.text.scripts import AFTER_STOP, ENDS, ends_sentence, length
from cleaner.text.structure.block import VERSE, Block

# Characters of an alphabet. Longer lines are prose.
LONGEST = 90
# What a line adds to a run that ends within a sentence, with one, or with neither, as a title in a menu does; a run
# needs this sum and this many lines. Of the lines of a poem, four in ten end with a pause; of wrapped prose, one.
PAUSE, STOP, NEITHER = 2.0, 0.5, -1.0
LEAST, FEWEST = 6.0, 6
# A run ends where its sum has fallen by this much: a poem seldom has more lines without a mark.
MOST_LOST = 5.0
# Shorter lines are titles of a menu, or one tag of a list of tags.
FEWEST_SPACES = 2
# Lines of a stanza at its edge, without a mark, that belong to the verse.
REST = 3
BULLETS = ("* ", "- ", "+ ", "• ")
PAUSES = (",", ";", "—", "--", "،", "؛")
# The last characters of all lines that add something, besides white space.
LAST = ENDS.union(AFTER_STOP, *PAUSES)


def verse(lines: Sequence[str]) -> Iterator[Block]:
    """Runs of verse.

    >>> stanza = ["The ferry left at noon,", "The gulls went with her,", "And no one waved."] * 2
    >>> list(verse(["Home", "", *stanza]))
    [Block(first=2, last=7, rule='structure/verse')]
    """
    run: list[int] = []
    total = best = 0.0
    size = 0
    for index, line in enumerate([*lines, "." * (LONGEST + 1)]):
        text = line.strip()
        if not text or not (run or text[-1] in LAST):
            continue
        add = _score(text) if length(text) <= LONGEST else -LEAST - best
        if run and (total + add <= 0 or total + add < best - MOST_LOST):
            if best >= LEAST and size >= FEWEST:
                yield Block(_edge(lines, run[0], -1), _edge(lines, run[size - 1], 1), VERSE)
            run, total, best, size = [], 0.0, 0.0, 0
        if add > 0 or run:
            run.append(index)
            total += add
            if total > best:
                best, size = total, len(run)


def _edge(lines: Sequence[str], edge: int, step: int) -> int:
    """The first or last line of the stanza that holds a line, if it is at most REST lines away."""
    for index in range(edge, edge + step * (REST + 1), step):
        if not 0 <= index + step < len(lines) or not lines[index + step].strip():
            return index
    return edge


def _score(line: str) -> float:
    if line.count(" ") < FEWEST_SPACES or line.startswith(BULLETS):
        return NEITHER
    return PAUSE if line.endswith(PAUSES) else STOP if ends_sentence(line) else NEITHER
