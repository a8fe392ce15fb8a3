"""The one string that every stage marks, and views of it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from cleaner.text import zones
from cleaner.text.decode import without_surrogates
from cleaner.text.equivalents import PLAIN, folded
from cleaner.text.hardwrap import soft_breaks, with_spaces
from cleaner.text.lines import starts_of
from cleaner.text.mark import Mark, Verb
from cleaner.text.scripts import AS_WORDS, has_other_script, unspaced_words, word_count
from cleaner.text.structure.accepted import accepted_keeps
from cleaner.text.structure.block import BODIES, HEADLINE
from cleaner.text.structure.reading import body_keeps, sign_keeps, written_lines
from cleaner.text.zones import Where


class LineSpan(NamedTuple):
    """A logical line: offsets of its start and of its end, without the line end."""

    start: int
    end: int


class Document:
    """A text and views of it. All views have the same length, so an offset into one holds in all.

    `logical` is the text with line ends as `\\n`, soft breaks of hard-wrapped paragraphs as spaces, and equivalent
    characters made equal; `texts` are its lines. `earlier` is the document of which this is the clean text, `headline`
    a line that is known to be the headline, and so stays; `matched` has, for each matcher that was through with the
    document, the lines that hold a match, in any zone; `furniture` has the lines in which the judge has found words of
    furniture, each with one of these, as a number, or is None where they are not known.

    >>> Document("One\\r\\ntwo").logical
    'One \\ntwo'
    """

    def __init__(self, text: str, earlier: "Document | None" = None, headline: str = "") -> None:
        try:
            data = text.encode()
        except UnicodeEncodeError:
            text = without_surrogates(text)
            data = text.encode()
        self.text = text
        self.logical, self._odd = folded(text, data.translate(None, PLAIN).decode())
        self.texts = self.logical.split("\n")
        if breaks := soft_breaks(self.texts):
            self.logical = with_spaces(self.logical, breaks)
            self.texts = self.logical.split("\n")
        self._data = data if self.logical is text else None
        self.headline: str = earlier.headline if earlier else headline
        self.matched: dict[object, set[str]] = {}
        self._earlier = (earlier.texts, earlier.matched) if earlier else ((), {})
        self.furniture: list[tuple[str, int]] | None = None
        if earlier and earlier.furniture is not None and not self._new:
            lines = set(self.texts)
            self.furniture = [found for found in earlier.furniture if found[0] in lines]

    @cached_property
    def data(self) -> bytes:
        """`logical` in UTF-8."""
        return self.logical.encode() if self._data is None else self._data

    def unread(self, matcher: object) -> Sequence[int] | None:
        """Indices of the lines that may hold a match of the matcher; None stands for all.

        A match depends on its line alone, so what the matcher did not match in the earlier document it does not match
        here.
        """
        matched = self._earlier[1].get(matcher)
        if matched is None:
            return None
        may_match = matched | self._new
        return [] if may_match.isdisjoint(self.texts) else [i for i, line in enumerate(self.texts) if line in may_match]

    @cached_property
    def _new(self) -> set[str]:
        """The lines that the earlier document does not have."""
        return set(self.texts).difference(self._earlier[0])

    def line(self, index: int) -> LineSpan:
        """The logical line with this index."""
        start = self.starts[index]
        return LineSpan(start, start + len(self.texts[index]))

    @property
    def lines(self) -> Iterator[LineSpan]:
        return map(self.line, range(len(self.texts)))

    @cached_property
    def starts(self) -> Sequence[int]:
        """The offset of each logical line."""
        return starts_of(self.texts)

    @cached_property
    def prose(self) -> list[float]:
        """What `zones.measure` gives for each logical line."""
        return zones.measure_all(self.texts, other_script=self.has_other_script)

    @cached_property
    def has_other_script(self) -> bool:
        """Whether the text holds a script besides Latin, Greek and Cyrillic."""
        return has_other_script(self._odd.encode())

    def _is_run(self, index: int) -> bool:
        return zones.is_run(self.texts[index], self.prose[index], other_script=self.has_other_script)

    @cached_property
    def core(self) -> range | None:
        """Indices of the logical lines of the prose core."""
        return zones.core(self.prose)

    @cached_property
    def word_count(self) -> int:
        """The number of words of the text, of which those that no space shows are looked for line by line."""
        unspaced = map(unspaced_words, self.texts) if self.has_other_script else ()
        return self._shape.count(b" x") + sum(unspaced)

    def words_begun(self, start: int, end: int) -> int:
        """The number of words that begin between two offsets."""
        unspaced = unspaced_words(self.text[start:end]) if self.has_other_script else 0
        return self._shape.count(b" x", start, end + 1) + unspaced

    @cached_property
    def _shape(self) -> bytes:
        """Behind a space, one byte for each character: a space for white space, a letter for all else."""
        return b" %b" % self.logical.encode("latin-1", "replace").translate(AS_WORDS)

    def words(self, first: int, end: int) -> int:
        """The number of words in the logical lines from `first` up to `end`, which is exclusive."""
        return self._words_above[end] - self._words_above[first]

    @cached_property
    def _words_above(self) -> list[int]:
        counts = map(word_count, self.texts) if self.has_other_script else map(len, map(str.split, self.texts))
        return list(accumulate(counts, initial=0))

    @cached_property
    def runs_after(self) -> list[int]:
        return zones.runs_after(self.prose, self._is_run)

    @cached_property
    def runs_before(self) -> list[int]:
        return zones.runs_before(self.prose, self._is_run)

    @cached_property
    def core_edges(self) -> tuple[int, int] | None:
        """Offsets of the start of the prose core and of its end."""
        return (self.line(self.core.start).start, self.line(self.core.stop - 1).end) if self.core else None

    @cached_property
    def signs(self) -> list[Mark]:
        """Keep marks over the structure that the text writes with signs, over the headline, and over accepted lines."""
        accepted = accepted_keeps(self.texts) if "cleaner:" in self.text else ()
        return [*sign_keeps(self.text, self._written), *self._headline(), *accepted]

    @cached_property
    def structure(self) -> list[Mark]:
        """Keep marks over all structure of the text, and over the headline."""
        return [*self.signs, *body_keeps(self.text, self._written)]

    @cached_property
    def _written(self) -> Sequence[str]:
        """The lines of the text, hard-wrapped or not."""
        return self.texts if self.logical is self.text else written_lines(self.text)

    def _headline(self) -> Iterator[Mark]:
        start = f"\n{self.text}\n".find(f"\n{self.headline}\n") if self.headline else -1
        if start >= 0:
            yield Mark(start, start + len(self.headline), HEADLINE, Verb.KEEP)

    def body_after(self, offset: int) -> int:
        """The logical line at which the next body of items or verse begins, or the number of lines."""
        starts = [keep.start for keep in self.structure if keep.rule in BODIES and keep.start >= offset]
        return self.line_at(min(starts)) if starts else len(self.texts)

    def body_before(self, offset: int) -> int:
        """The logical line below the last body of items or verse that ends above this offset, or 0."""
        ends = [keep.end for keep in self.structure if keep.rule in BODIES and keep.end <= offset]
        return self.line_at(max(ends)) + 1 if ends else 0

    def line_at(self, offset: int) -> int:
        """The index of the logical line that holds this offset."""
        return bisect_right(self.starts, offset) - 1

    def in_zone(self, offset: int, where: Where) -> bool:
        """Whether the line at this offset lies in a zone. Without a prose core there is nothing outside of it."""
        if where is Where.ANYWHERE:
            return True
        if self.core_edges is None:
            return False
        first, last = self.core_edges
        return (offset < first and where is not Where.BOTTOM) or (offset > last and where is not Where.TOP)
