"""Whether there is a page around the article. Where there is none, nothing is furniture, whatever it looks like."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.encode import EncodedLines
from cleaner.linemodel.network import FOREIGN_FURNITURE

# Evidence is the number of different furniture words ("share", "cookies", "subscribe"; learned) in lines that are not
# prose and whose probability is below UNLIKELY. Texts without boilerplate of unseen repositories have up to 7, articles
# of unseen hosts up to 4, all but 5 % of the flattened pages 8 or more. LEAST_WORDS are enough, or LEAST_WITH_RULES
# where rules have removed lines.
UNLIKELY, LEAST_WORDS, LEAST_WITH_RULES = 0.05, 8, 5
# The share of a text's words that the model knows, from which on it is not foreign. English pages have 0.55 or more,
# German ones 0.28, most in other languages 0.31 or less. On flattened pages of unseen hosts, 0.2, 0.25 and 0.3 cost
# 0.0004, 0.0005 and 0.0012 of F1.
KNOWN = 0.25


class Furniture(NamedTuple):
    """The words of furniture in the lines of a text that are not prose: the slot and the line (as a row) of each."""

    slots: Numbers
    rows: Numbers

    def shows_page(self, probability: Floats | None = None, *, with_rules: bool = False) -> bool:
        """Whether there are enough words in improbable lines; without probabilities all lines count."""
        slots = self.slots if probability is None else self.slots[probability.take(self.rows) < UNLIKELY]
        return is_enough(slots.tolist(), with_rules=with_rules)


def is_enough(words: Iterable[int], *, with_rules: bool) -> bool:
    """Whether so many of these words, given as numbers, differ as on a page; `with_rules` if rules have removed lines.

    >>> is_enough([1, 2, 3, 4, 5], with_rules=True), is_enough([1, 2, 3, 4, 5], with_rules=False)
    (True, False)
    """
    return len(set(words)) >= (LEAST_WITH_RULES if with_rules else LEAST_WORDS)


def furniture_of(lines: EncodedLines, is_furniture: Numbers) -> Furniture:
    """The words of furniture in lines that are not prose. `is_furniture` tells of each word whether it is one."""
    words = is_furniture.nonzero()[0]
    rows = lines.first_word.searchsorted(words, "right") - 1
    counts = ~lines.prose.take(rows)
    return Furniture(lines.slots.take(words)[counts], rows[counts])


def is_foreign(number: Numbers) -> bool:
    """Whether a text is in a language of which the model knows few words, so that it judges by form alone.

    `number` has that of each word of the text, of which there is one at least.
    """
    return bool(np.count_nonzero(number > FOREIGN_FURNITURE) < KNOWN * len(number))


def furniture_in(lines: EncodedLines, is_furniture: Numbers) -> Numbers:
    """The number of words of furniture in each line."""
    counts: Numbers = np.add.reduceat(is_furniture, lines.first_word, dtype=np.int64)
    return counts


def is_all_furniture(lines: EncodedLines, is_furniture: Numbers) -> Numbers:
    """Whether each line has words of furniture and no others."""
    all_words: Numbers = np.logical_and.reduceat(is_furniture, lines.first_word)
    return all_words
