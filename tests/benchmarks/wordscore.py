"""Compare a text with an article, word by word."""

from collections import Counter
from collections.abc import Iterable
from statistics import fmean
from typing import NamedTuple

from cleaner.training.labels import Reference, words


class Score(NamedTuple):
    """`precision`: share of the text's words that are in the article; `recall`: the reverse; `f1`: of both."""

    precision: float
    recall: float
    f1: float


def compare(text: str, article: str) -> Score:
    """Compare the words of two texts, each counted as often as it occurs.

    >>> compare("one two two", "Two, one.")
    Score(precision=0.6666666666666666, recall=1.0, f1=0.8)
    """
    ours, theirs = Counter(words(text)), Counter(words(article))
    if not ours or not theirs:
        return Score(*[float(ours == theirs)] * 3)
    shared = (ours & theirs).total()
    return Score(shared / ours.total(), shared / theirs.total(), 2 * shared / (ours.total() + theirs.total()))


def mean(scores: Iterable[Score]) -> Score:
    """The mean of each figure."""
    return Score(*map(fmean, zip(*scores, strict=True)))


def best_lines(text: str, article: str) -> str:
    """The line oracle: the text that a perfect choice of whole lines would keep.

    A line stays if at least half of its runs of five words occur in the article.

    >>> best_lines("Menu\\nA cat sat on the mat today.", "There a cat sat on the mat.")
    'A cat sat on the mat today.'
    """
    reference = Reference(article)
    return "\n".join(line for line in text.split("\n") if reference.share(words(line)) >= 1 / 2)
