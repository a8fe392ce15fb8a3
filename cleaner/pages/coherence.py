"""Chosen lines made whole: a heading stays with its section, a listing or a table between chosen lines stays whole.

What stands above the headline or in the footer of the page goes, where it is unlike an article.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.pages.elements import BITS, HEADINGS
from cleaner.pages.flatten import PageLine, PageLines
from cleaner.pages.headline_line import words

# What is article text as a whole or not at all, and is unlike prose. Quotations are not here: of those between chosen
# lines half are embedded posts, which references leave out.
LISTING, TABLE = BITS["pre"], BITS["table"]
LISTS = BITS["ul"] | BITS["ol"]
# A heading above a chosen line is chosen if P(article) is at least this. On the choose part 35 of 53 such headings are
# in the reference, and 2 of 10 less likely ones.
HEADING = 0.1
# A heading or block with a larger share of its characters in links is no part of the article by its place alone. Chosen
# by hand.
LINKED = 0.5
# Characters from which a line is a paragraph. One between chosen lines is chosen if P(article) is at least BETWEEN: on
# the choose part that changes the mean F1 by less than 0.0003, and recall by +0.0007.
PARAGRAPH, BETWEEN = 80, 0.2
# A line above the headline is no part of the article if P(article) is less, or if it is a link. On the choose part 11
# of 169 such lines are in the reference.
ABOVE = 0.8
# In these a <footer> is that of a part of the article.
PARTS = sum(BITS[tag] for tag in ("article", "main", "section", "blockquote"))
# Parts of class and id of notes, and words of the headings of lists of references.
NOTES = frozenset({"footnote", "footnotes", "endnote", "endnotes"})
REFERENCES = frozenset(
    {
        *("references", "literature", "bibliography", "footnotes", "endnotes", "notes", "citations"),
        *("literatur", "literaturverzeichnis", "quellen", "fußnoten", "einzelnachweise"),
        *("références", "bibliographie", "bibliografía", "referencias", "bibliografia", "riferimenti", "referências"),
        *("literatuur", "referenser", "litteratur", "bibliografie", "literatura", "литература", "примечания"),
    }
)


def whole(page: PageLines, chosen: Numbers, probabilities: Floats, headline: Numbers) -> Numbers:
    """The mask `chosen`, with the lines that belong to chosen ones, and without those of the frame of the page.

    `headline` is a mask too.
    """
    lines = page.lines
    frame = _frame(lines, probabilities, headline)
    if (chosen & ~frame).any():
        chosen = chosen & ~frame
    added = chosen.copy()
    for row in range(1, len(lines) - 1):
        if chosen[row - 1] and chosen[row + 1] and _is_paragraph(lines[row]):
            added[row] |= probabilities[row] >= BETWEEN
    for rows in _blocks(lines):
        if rows.start > 0 and rows.stop < len(lines) and chosen[rows.start - 1] and chosen[rows.stop]:
            added[rows.start : rows.stop] |= _linked(lines, rows) <= LINKED
    for row in range(len(lines) - 1):
        if _is_heading(lines[row]) and chosen[row + 1] and not _is_heading(lines[row + 1]):
            added[row] |= probabilities[row] >= HEADING and lines[row].linked <= LINKED
    for rows in _references(page, added):
        added[rows.start : rows.stop] = True
    return added


def _frame(lines: Sequence[PageLine], probabilities: Floats, headline: Numbers) -> Numbers:
    """The lines above the headline that are no part of the article, and those in the footer of the page.

    Where no line is the headline, links above the first paragraph are no part of it either.
    """
    headed = bool(headline.any())
    first = (
        int(headline.argmax()) if headed else next((row for row, line in enumerate(lines) if _is_paragraph(line)), 0)
    )
    of_first = zip(lines[:first], probabilities[:first], strict=True)
    above = [line.linked > LINKED or (headed and p < ABOVE) for line, p in of_first]
    footer = [bool(line.within & BITS["footer"]) and not line.within & PARTS for line in lines[first:]]
    return np.array(above + footer)


def _blocks(lines: Sequence[PageLine]) -> Iterator[range]:
    """The runs of lines inside a listing or a table with data."""
    return _runs([line.within & LISTING or (TABLE if line.row else 0) for line in lines])


def _references(page: PageLines, chosen: Numbers) -> Iterator[range]:
    """The notes below a chosen line, and the lists under a chosen heading that says that they are references."""
    lines = page.lines
    if not chosen.any():
        return
    first = int(chosen.argmax())
    of_notes = [not NOTES.isdisjoint(names) for names in page.names]
    in_list = [bool(line.within & LISTS) for line in lines]
    notes = [listed and of_notes[line.names] for listed, line in zip(in_list, lines, strict=True)]
    yield from (rows for rows in _runs(notes) if rows.start > first)
    for rows in _runs(in_list):
        above = rows.start - 1
        if above >= first and chosen[above] and _says_references(lines[above]):
            yield rows


def _runs(keys: Sequence[int]) -> Iterator[range]:
    """The runs of rows with the same key, but for 0."""
    start = 0
    for key, rows in groupby(keys):
        end = start + sum(1 for _ in rows)
        if key:
            yield range(start, end)
        start = end


def _is_paragraph(line: PageLine) -> bool:
    return len(line.text) >= PARAGRAPH and line.linked <= LINKED


def _is_heading(line: PageLine) -> bool:
    return bool(line.within & HEADINGS)


def _says_references(line: PageLine) -> bool:
    return _is_heading(line) and not REFERENCES.isdisjoint(words(line.text))


def _linked(lines: Sequence[PageLine], rows: range) -> float:
    """The share of the characters of these rows that is in links."""
    linked = sum(lines[row].linked * len(lines[row].text) for row in rows)
    return linked / sum(len(lines[row].text) for row in rows)
