"""Cleans a document until nothing more goes, so that cleaning the clean text changes nothing.

Where something went, what stayed can be residue that was not seen before: it lies outside the prose core now, its text
is found to be hard-wrapped, or its line lost the words that no residue has.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from cleaner.result import Removed, Result, is_original, render, status_of
from cleaner.text.document import Document
from cleaner.text.mark import BY_PLACE, Mark

# Passes over one document. Of 3,525 texts and pages of the choose part, 30 need a second that removes something, and
# none a third; the others are for texts whose layers come off one by one. Chosen by hand.
MOST_PASSES = 5


def settle(document: Document, clean: Callable[[Document], Result]) -> Result:
    """Clean the document, and then what is left of it, until a pass removes nothing or MOST_PASSES are done."""
    result = last = clean(document)
    for _ in range(MOST_PASSES - 1):
        if not last.removed:
            break
        document = Document(last.text, earlier=document)
        last = clean(document)
        if last.removed:
            result = joined(result, last)
        if last.languages != result.languages:  # the rules of these ran too
            result = replace(result, languages=result.languages.also(last.languages))
    return result


def joined(first: Result, second: Result) -> Result:
    """One result of two passes, of which the second cleaned the text that the first gave.

    All offsets are those of the original.

    >>> first = Result("One. Three.", (Removed(5, "Two. ", ("a",)),))
    >>> second = Result("Three.", (Removed(0, "One. ", ("b",)),))
    >>> [(piece.start, piece.text) for piece in joined(first, second).removed]
    [(0, 'One. '), (5, 'Two. ')]
    """
    place = _Places(first.removed)
    pieces = [part for piece in second.removed for part in place.parts(piece)]
    starts, ends = [piece.start for piece in pieces], [piece.end for piece in pieces]
    # of the pieces that end behind the start of a mark, none begins before the end of the mark
    stays = [m for m in first.withheld if bisect_right(ends, m.start) >= bisect_left(starts, m.end)]
    removed = tuple(sorted((*first.removed, *pieces)))
    original = first.undo()
    if render(original, removed) != second.text or not is_original(original, second.text, removed):
        raise AssertionError("two passes do not give one result: a bug, please report it with the document")
    problems = tuple(dict.fromkeys((*first.problems, *second.problems)))
    return replace(
        first,
        text=second.text,
        removed=removed,
        status=status_of(second.text, problems),
        marks=tuple(sorted((*first.marks, *map(place.mark, second.marks)), key=BY_PLACE)),
        problems=problems,
        withheld=tuple(sorted({*stays, *map(place.mark, second.withheld)}, key=BY_PLACE)),
    )


class _Places:
    """Where the characters of a clean text are in the original."""

    def __init__(self, removed: Sequence[Removed]) -> None:
        # how much was removed before each cut, and the cuts: where pieces were removed, as offsets into the clean text
        self._gone = list(accumulate((len(piece.text) for piece in removed), initial=0))
        self._cuts = [piece.start - gone for piece, gone in zip(removed, self._gone, strict=False)]

    def of(self, offset: int) -> int:
        """The offset in the original of the character at an offset of the clean text."""
        return offset + self._gone[bisect_right(self._cuts, offset)]

    def parts(self, piece: Removed) -> Iterator[Removed]:
        """A piece of the clean text, cut where the original has more between its characters."""
        first, last = bisect_right(self._cuts, piece.start), bisect_right(self._cuts, piece.end - 1)
        edges = [piece.start, *self._cuts[first:last], piece.end]
        for start, end in pairwise(edges):
            if start < end:
                yield Removed(self.of(start), piece.text[start - piece.start : end - piece.start], piece.rules)

    def mark(self, mark: Mark) -> Mark:
        """A mark on the clean text as one on the original."""
        start, end = self._span(mark.start, mark.end)
        return mark._replace(start=start, end=end, trigger=mark.trigger and self._span(*mark.trigger))

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self.of(start), self.of(end - 1) + 1
