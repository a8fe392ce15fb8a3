"""Marks lines that are probably not part of the article: above the prose, below it, or within it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaner.heuristics.plainness import plain_share
from cleaner.heuristics.units import Units, sentence_units
from cleaner.text.document import Document
from cleaner.text.mark import Mark, Verb
from cleaner.text.structure.block import TABLE

if TYPE_CHECKING:
    from cleaner.heuristics.dropped import Dropped, PossiblePage
    from cleaner.linemodel.network import Model

PREFIX = "heuristic/"
IDS = ("heuristic/navigation", "heuristic/residue", "heuristic/footer")


@dataclass(frozen=True, slots=True)
class Judge:
    """`model` is called for the first text that needs judging; only the ids in `allowed` mark."""

    model: "Callable[[], Model]"
    allowed: Container[str] = IDS

    def marks(self, document: Document, rules: Sequence[Mark]) -> Iterator[Mark]:
        """Drops besides the marks of `rules`: what these drop counts as removed, and what they keep stays.

        So does structure but for tables: what is around a menu that a converter laid out as one is judged.
        """
        lines = list(self._lines(document, rules))
        yield from lines
        yield from self._sentences(document, [*rules, *lines])

    def _lines(self, document: Document, rules: Sequence[Mark]) -> Iterator[Mark]:
        plain = plain_share(document.texts, other_script=document.has_other_script)
        if plain is None:
            return
        pieces = Units(document.texts, document.starts)
        gone, kept = decided_by_rules(pieces, rules)
        page = self._page(document, with_rules=bool(gone))
        if page is None:
            return
        from cleaner.heuristics.dropped import Task, dropped_runs

        def stays() -> set[int]:
            return kept | decided_by_rules(pieces, _keeps(document))[1]

        yield from self._marks(pieces, dropped_runs(Task(pieces.texts, page, gone, stays, plain), self.model()))

    def _page(self, document: Document, *, with_rules: bool) -> "PossiblePage | None":
        """The lines of a document, encoded; None if they do not hold the words of furniture that a page has.

        Counting takes 0.1 ms and spares 43 % of the texts from extractors the model, which takes 2 ms.
        """
        from cleaner.heuristics.dropped import encoded_page
        from cleaner.heuristics.furniture import is_enough

        known = document.furniture
        if known is not None and not is_enough([word for _, word in known], with_rules=with_rules):
            return None
        page = encoded_page(document.texts, self.model(), other_script=document.has_other_script)
        document.furniture = page.words(document.texts) if page else []
        return page if page and page.furniture.shows_page(with_rules=with_rules) else None

    def _sentences(self, document: Document, marks: Sequence[Mark]) -> Iterator[Mark]:
        """Drops of sentences of long lines, besides the `marks` of rules and of lines."""
        found = sentence_units(document.texts)
        if found is None:
            return
        from cleaner.heuristics.dropped import dropped_sentences

        def decided() -> tuple[set[int], set[int]]:
            return decided_by_rules(found.units, [*marks, *document.structure])

        dropped = dropped_sentences(found, decided, self.model(), other_script=document.has_other_script)
        yield from self._marks(found.units, dropped)

    def _marks(self, pieces: Units, dropped: "Iterable[Dropped]") -> Iterator[Mark]:
        for run in dropped:
            rule = PREFIX + run.place
            if rule in self.allowed:
                yield Mark(*pieces.span(run.first, run.last), rule, Verb.DROP, run.reason)


def _keeps(document: Document) -> Iterator[Mark]:
    return (keep for keep in document.structure if keep.rule != TABLE)


def decided_by_rules(pieces: Units, rules: Iterable[Mark]) -> tuple[set[int], set[int]]:
    """The units that rules drop entirely, and those of which rules keep something.

    >>> decided_by_rules(Units(["One.", "See: two", "Three."], [0, 5, 14]), [Mark(5, 13, "see")])
    ({1}, set())
    """
    gone: set[int] = set()
    kept: set[int] = set()
    texts, starts = pieces
    for start, stop, _, verb, _, _, _ in rules:
        first, end = bisect_right(starts, start) - 1, bisect_left(starts, stop)
        if verb is Verb.KEEP:
            kept.update(range(first, end))
            continue
        if start > starts[first] and texts[first][: start - starts[first]].strip():
            first += 1
        if texts[end - 1][stop - starts[end - 1] :].strip():
            end -= 1
        gone.update(range(first, end))
    return gone - kept, kept
