"""How much of an article a text has, and how much else."""

from collections import Counter
from collections.abc import Iterable
from statistics import fmean
from typing import NamedTuple

from cleaner.training.labels import Reference, words


class Score(NamedTuple):
    """Shares of words: of the text's that are the article's, of the article's that are there, and both in one."""

    precision: float
    recall: float
    f1: float


def compare(text: str, article: str) -> Score:
    """Compare the words of two texts, each as often as it is there.

    >>> compare("one two two", "Two, one.")
    Score(precision=0.6666666666666666, recall=1.0, f1=0.8)
    """
    ours, theirs = Counter(words(text)), Counter(words(article))
    if not ours or not theirs:
        return Score(*[float(ours == theirs)] * 3)
    shared = (ours & theirs).total()
    return Score(shared / ours.total(), shared / theirs.total(), 2 * shared / (ours.total() + theirs.total()))


def mean(scores: Iterable[Score]) -> Score:
    """Each figure's mean."""
    return Score(*map(fmean, zip(*scores, strict=True)))


def best_lines(text: str, article: str) -> str:
    """What a perfect judge of whole lines would leave of a text: the line oracle.

    A line stays when at least half of its runs of five words stand in the article.

    >>> best_lines("Menu\\nA cat sat on the mat today.", "There a cat sat on the mat.")
    'A cat sat on the mat today.'
    """
    reference = Reference(article)
    return "\n".join(line for line in text.split("\n") if reference.share(words(line)) >= 1 / 2)
