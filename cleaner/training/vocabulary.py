"""The words that the model knows: those of many hosts, so that no site's own words are learned."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from cleaner.linemodel.arrays import Hashes, Numbers
from cleaner.linemodel.features import Feature
from cleaner.linemodel.network import FOREIGN, FOREIGN_FURNITURE, Vocabulary
from cleaner.linemodel.stopwords import STOP_WORDS
from cleaner.linemodel.words import hashes_of, table
from cleaner.training.collections import Text
from cleaner.training.furniturewords import furniture_words

# Hosts that a known word is on, at least. Chosen by hand.
HOSTS = 15
# Word of furniture: the share of hosts that have it in lines of boilerplate is more than FURNITURE times the share that
# have it in articles. With 2 the gate of `heuristics.furniture` loses less of the gain than with 3, at the same harm.
FURNITURE = 2.0
# The share of article text in a line of boilerplate, at most, and in one of an article, at least. Chosen by hand.
BOILERPLATE, ARTICLE = 0.1, 0.9


class Lexicon(NamedTuple):
    """The known words, and by number which are function words; the vocabulary says which are furniture."""

    vocabulary: Vocabulary
    is_function: Numbers

    @property
    def size(self) -> int:
        return len(self.is_function)


def learn(texts: Sequence[Text]) -> Lexicon:
    """The words of these texts that are on enough hosts."""
    counts, _ = _hosts_of_words(texts, lambda text: np.ones(len(text.target), bool))
    known = sorted(word for word, hosts in counts.items() if hosts >= HOSTS)
    function = set(hashes_of(sorted(STOP_WORDS)))
    furniture, numbers = _furniture(texts), dict.fromkeys(sorted(furniture_words()), FOREIGN_FURNITURE)
    numbers |= dict.fromkeys(sorted(function), FOREIGN)
    numbers |= {word: n for n, word in enumerate(known, FOREIGN_FURNITURE + 1)}
    number, check = table(numbers.items())
    return Lexicon(
        Vocabulary(number, check, np.array([False, False, True, *(word in furniture for word in known)])),
        np.array([False, True, False, *(word in function for word in known)]),
    )


def _furniture(texts: Sequence[Text]) -> set[int]:
    """The words that are on enough hosts in lines of boilerplate, and on far fewer in articles."""
    frames, all_frames = _hosts_of_words(texts, _is_frame)
    articles, all_articles = _hosts_of_words(texts, lambda text: text.target > ARTICLE)
    return {
        word
        for word, hosts in frames.items()
        if hosts >= HOSTS and hosts / all_frames > FURNITURE * (articles[word] + 1 / 2) / all_articles
    }


def _is_frame(text: Text) -> Numbers:
    is_frame: Numbers = (text.target < BOILERPLATE) & (text.features[:, Feature.IS_PROSE] <= 0)
    return is_frame


def _hosts_of_words(texts: Sequence[Text], lines: Callable[[Text], Numbers]) -> tuple[Counter[int], int]:
    """How many hosts have each word in the chosen lines, and how many have such lines; a clean text is a host."""
    by_host: dict[object, list[Hashes]] = defaultdict(list)
    for number, text in enumerate(texts):
        host = number if text.origin.kind == "clean" else text.origin.host
        chosen = text.lines.hashes[lines(text).repeat(text.lines.words)]
        if len(chosen):
            by_host[host].append(chosen)
    counts: Counter[int] = Counter()
    for of_host in by_host.values():
        counts.update(np.unique(np.concatenate(of_host)).tolist())
    return counts, len(by_host)
