"""The words that the model knows: those of many hosts, so that no site's own words are learned."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from cleaner.linemodel.arrays import Hashes, Numbers
from cleaner.linemodel.network import Vocabulary
from cleaner.linemodel.stopwords import STOP_WORDS
from cleaner.linemodel.words import hash_of, table
from cleaner.training.collections import Text

# Hosts that a known word is on, at least. Chosen by hand.
HOSTS = 15
# The number of all unknown words, and that of all function words on too few hosts.
UNKNOWN, FOREIGN = 0, 1


class Lexicon(NamedTuple):
    """The known words, and which of their numbers are function words."""

    vocabulary: Vocabulary
    is_function: Numbers  # by number

    @property
    def size(self) -> int:
        return len(self.is_function)


def learn(texts: Sequence[Text]) -> Lexicon:
    """The words of these texts that are on enough hosts."""
    by_host: dict[str, list[Hashes]] = {}
    for text in texts:
        by_host.setdefault(text.origin.host, []).append(text.lines.hashes)
    counts: Counter[int] = Counter()
    for of_host in by_host.values():
        counts.update(np.unique(np.concatenate(of_host)).tolist())
    known = sorted(word for word, hosts in counts.items() if hosts >= HOSTS)
    function = {hash_of(word) for word in STOP_WORDS}
    foreign = sorted(function - set(known))
    numbers = [(word, FOREIGN) for word in foreign] + [(word, n) for n, word in enumerate(known, FOREIGN + 1)]
    number, check = table(numbers)
    is_function = np.array([False] * (FOREIGN + 1) + [word in function for word in known])
    return Lexicon(Vocabulary(number, check), is_function)
