"""How much of an article a text has, and how much else."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from statistics import fmean
from typing import NamedTuple

# Chinese and Japanese put no space between words, so there each character counts as one.
_ALONE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_ALONE}]|(?:(?![{_ALONE}])\w)+")
_RUN = 5  # words; what two texts share at that length is rarely there by chance


class Score(NamedTuple):
    """Shares of words: of the text's that are the article's, of the article's that are there, and both in one."""

    precision: float
    recall: float
    f1: float


def words(text: str) -> list[str]:
    """The words of a text, in lower case.

    >>> words("It's 東京, at 9!")
    ['it', 's', '東', '京', 'at', '9']
    """
    return _WORD.findall(text.lower())


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
    article_words = words(article)
    known: dict[int, set[tuple[str, ...]]] = {}
    kept = []
    for line in text.split("\n"):
        line_words = words(line)
        length = min(_RUN, len(line_words))
        if length and length not in known:
            known[length] = set(_runs(article_words, length))
        if length and fmean(run in known[length] for run in _runs(line_words, length)) >= 1 / 2:
            kept.append(line)
    return "\n".join(kept)


def _runs(of: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(of[start:] for start in range(length)), strict=False)
