"""Whether there is a page around the article. Where there is none, nothing is furniture, whatever it looks like."""

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.encode import EncodedLines
from cleaner.linemodel.network import Vocabulary
from cleaner.linemodel.prose import is_prose

# Evidence is the number of different furniture words ("share", "cookies", "subscribe"; learned) in lines that are not
# prose and whose probability is below UNLIKELY. Texts without boilerplate of unseen repositories have up to 7, articles
# of unseen hosts up to 4, all but 5 % of the flattened pages 8 or more. LEAST_WORDS are enough, or LEAST_WITH_RULES
# where rules have removed lines.
UNLIKELY, LEAST_WORDS, LEAST_WITH_RULES = 0.05, 8, 5
# The share of a text's words that the model knows, from which on it is not foreign. English pages have 0.55 or more,
# German ones 0.28, most in other languages 0.31 or less. On flattened pages of unseen hosts, 0.2, 0.25 and 0.3 cost
# 0.0004, 0.0005 and 0.0012 of F1.
KNOWN = 0.25


def shows_page(
    lines: EncodedLines, probability: Floats | float, vocabulary: Vocabulary, *, with_rules: bool = False
) -> bool:
    """Whether there are enough words of furniture; `with_rules` says whether rules have removed lines."""
    least = LEAST_WITH_RULES if with_rules else LEAST_WORDS
    return furniture_words(lines, probability, vocabulary) >= least


def is_foreign(lines: EncodedLines, vocabulary: Vocabulary) -> bool:
    """Whether a text is in a language of which the model knows few words, so that it judges by form alone."""
    return vocabulary.share_known(lines.slots, lines.checks) < KNOWN


def furniture_words(lines: EncodedLines, probability: Floats | float, vocabulary: Vocabulary) -> int:
    """The number of different words of furniture in improbable lines that are not prose.

    A `probability` of 0 gives the most that there can be.
    """
    improbable = ~is_prose(lines) & (probability < UNLIKELY)
    if not improbable.any():
        return 0
    chosen = improbable.repeat(lines.words) & _is_furniture(lines, vocabulary)
    return len(set(lines.slots[chosen].tolist()))


def furniture_in(lines: EncodedLines, vocabulary: Vocabulary) -> Numbers:
    """The number of words of furniture in each line."""
    counts: Numbers = np.add.reduceat(_is_furniture(lines, vocabulary), lines.first_word, dtype=np.int64)
    return counts


def is_all_furniture(lines: EncodedLines, vocabulary: Vocabulary) -> Numbers:
    """Whether each line has words of furniture and no others."""
    all_words: Numbers = np.logical_and.reduceat(_is_furniture(lines, vocabulary), lines.first_word)
    return all_words


def _is_furniture(lines: EncodedLines, vocabulary: Vocabulary) -> Numbers:
    """Whether each word of the lines is one of furniture."""
    return vocabulary.furniture.take(vocabulary.numbers(lines.slots, lines.checks))
