"""Puts articles into the frames of other pages, so that a model learns frames and articles, not single pages."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.encode import EncodedLines
from cleaner.linemodel.features import features
from cleaner.training.collections import Origin, Text

# Of the flattened pages that an epoch draws, the share that gets the frame of another page of the same converter, and
# the share that gets a piece of a text without boilerplate as its article. With these the words removed from such texts
# of unseen repositories fell from 0.81 % to 0.29 %, and the other figures stayed within the spread of seeds.
OTHER_FRAME, OTHER_ARTICLE = 0.5, 0.15
# Half of all frames are used whole; of the others a random part next to the article. Chosen by hand.
WHOLE_FRAME = 0.5
# Lines of a piece of a text, at least and at most. Chosen by hand.
PIECE = 5, 120


Item = TypeVar("Item")


class Rows(NamedTuple):
    """Some neighbouring lines of a text."""

    text: Text
    first: int
    end: int

    def words_of(self, array: Numbers) -> Numbers:
        """The part of an array of words that is of these lines."""
        lines = self.text.lines
        return array[lines.first_word[self.first] : lines.first_word[self.end - 1] + lines.words[self.end - 1]]


class Mixer:
    """Draws the frames and articles of `texts`; every draw differs."""

    def __init__(self, texts: Sequence[Text], rng: np.random.Generator) -> None:
        self._rng = rng
        self._articles: dict[str, list[Rows]] = defaultdict(list)
        self._clean: dict[str, list[Text]] = defaultdict(list)
        for text in texts:
            if text.origin.kind == "dumps" and (rows := article(text)):
                self._articles[text.origin.made_by].append(rows)
            if text.origin.kind == "clean":
                self._clean[text.origin.collection].append(text)

    def mixed(self, text: Text) -> Text:
        """The text itself, or its article in another frame, or another article in its frame."""
        own = article(text) if text.origin.kind == "dumps" else None
        if own is None:
            return text
        draw = self._rng.random()
        if draw < OTHER_FRAME:
            return self._framed(own, self._one_of(self._articles[text.origin.made_by]))
        if self._clean and draw < OTHER_FRAME + OTHER_ARTICLE:
            return self._framed(self._piece(self._one_of(self._clean[self._one_of(sorted(self._clean))])), own)
        return text

    def _framed(self, body: Rows, other: Rows) -> Text:
        """The body in the frame of the other article."""
        frame = other.text
        n, top, bottom = len(frame.target), other.first, other.end
        if self._rng.random() >= WHOLE_FRAME:
            top = int(self._rng.integers(top + 1))
        if self._rng.random() >= WHOLE_FRAME:
            n = bottom + int(self._rng.integers(n - bottom + 1))
        parts = [Rows(frame, other.first - top, other.first), body, Rows(frame, bottom, n)]
        return joined([part for part in parts if part.end > part.first], frame.origin)

    def _piece(self, text: Text) -> Rows:
        lines = len(text.target)
        size = int(self._rng.integers(*PIECE))
        first = int(self._rng.integers(max(1, lines - size)))
        return Rows(text, first, min(lines, first + size))

    def _one_of(self, items: Sequence[Item]) -> Item:
        return items[int(self._rng.integers(len(items)))]


def article(text: Text) -> Rows | None:
    """From the first line of the article or its headline to the last; None where no line is of it."""
    rows = ((text.target >= 1 / 2) | (text.headline > 0)).nonzero()[0]
    return Rows(text, int(rows[0]), int(rows[-1]) + 1) if len(rows) else None


def joined(parts: Sequence[Rows], origin: Origin) -> Text:
    """The parts, one below the other, as one text with features of its own. Words are numbered by line alone."""

    def of_lines(name: str) -> Numbers:
        return np.concatenate([getattr(part.text.lines, name)[..., part.first : part.end] for part in parts], -1)

    def of_words(name: str) -> Numbers:
        return np.concatenate([part.words_of(getattr(part.text.lines, name)) for part in parts])

    words, gap = of_lines("words"), of_lines("gap")
    lines = EncodedLines(
        ordinal=(gap + 1).cumsum() - 1,
        size=of_lines("size"),
        gap=gap,
        counts=np.concatenate([part.text.lines.counts[part.first : part.end] for part in parts]),
        stopless=of_lines("stopless"),
        indent=of_lines("indent"),
        edges=of_lines("edges"),
        ends=of_lines("ends"),
        prose=of_lines("prose"),
        hashes=of_words("hashes"),
        slots=of_words("slots"),
        checks=of_words("checks"),
        length=of_words("length"),
        first_word=words.cumsum() - words,
        words=words,
    )
    target: Floats = np.concatenate([part.text.target[part.first : part.end] for part in parts])
    headline: Floats = np.concatenate([part.text.headline[part.first : part.end] for part in parts])
    of_line = np.arange(len(target), dtype=np.int32).repeat(words)
    in_article = int(words[target >= 1 / 2].sum())
    return Text(origin, lines, features(lines), target, headline, None, of_line, of_line, of_line, in_article)
