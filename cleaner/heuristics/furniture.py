"""Whether there is a page around the article. Where there is none, nothing is furniture, whatever it looks like."""

import numpy as np

from cleaner.linemodel.arrays import Floats
from cleaner.linemodel.encode import EncodedLines
from cleaner.linemodel.network import Vocabulary
from cleaner.linemodel.prose import is_prose

# Evidence is the number of different furniture words ("share", "cookies", "subscribe"; learned) in lines that are not
# prose and whose probability is below UNLIKELY. Texts without boilerplate of unseen repositories have up to 7, articles
# of unseen hosts up to 4, all but 5 % of the flattened pages 8 or more. LEAST_WORDS are enough, or LEAST_WITH_RULES
# where rules have removed lines.
UNLIKELY, LEAST_WORDS, LEAST_WITH_RULES = 0.05, 8, 5


def shows_page(
    lines: EncodedLines, probability: Floats | float, vocabulary: Vocabulary, *, with_rules: bool = False
) -> bool:
    """Whether there are enough words of furniture; `with_rules` says whether rules have removed lines."""
    least = LEAST_WITH_RULES if with_rules else LEAST_WORDS
    return furniture_words(lines, probability, vocabulary) >= least


def furniture_words(lines: EncodedLines, probability: Floats | float, vocabulary: Vocabulary) -> int:
    """The number of different words of furniture in improbable lines that are not prose.

    A `probability` of 0 gives the most that there can be.
    """
    improbable = ~is_prose(lines) & (probability < UNLIKELY)
    if not improbable.any():
        return 0
    chosen = improbable.repeat(lines.words)
    numbers = vocabulary.numbers(lines.slots[chosen], lines.checks[chosen])
    return len(np.unique(numbers[vocabulary.furniture.take(numbers)]))
