"""From what the model predicts of the lines of a text to the rows of those to drop."""

from typing import NamedTuple

from cleaner.heuristics.decision import line_facts, lines_to_drop
from cleaner.heuristics.furniture import is_all_furniture, is_foreign
from cleaner.heuristics.headline import row_above, without_headline
from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.encode import EncodedLines
from cleaner.linemodel.network import Vocabulary

# Characters, as many as an alphabet would need. In a text with fewer the model takes sentences of the article for
# furniture, because there is hardly an article around them. Chosen by hand.
FEW_CHARACTERS = 1000


class Prediction(NamedTuple):
    """The lines of a text, the number of each word, and of each line its features and the probabilities of being of
    the article, and its headline.
    """

    lines: EncodedLines
    number: Numbers
    features: Floats
    probability: Floats
    headline: Floats


def rows_to_drop(found: Prediction, size: Numbers, plain: float, vocabulary: Vocabulary) -> Numbers:
    """The rows of the lines to drop, in order; `size` is 0 for a line that is already dropped."""
    foreign = is_foreign(found.number)
    keep_sentences = foreign or bool(found.lines.size.sum() < FEW_CHARACTERS)
    facts = line_facts(found.features, found.probability, size, plain, keep_sentences=keep_sentences)
    headline = found.headline * ~is_all_furniture(found.lines, vocabulary.furniture.take(found.number)) * (size > 0)
    if foreign and (row := row_above(found.lines, facts.is_sentence)) is not None:
        headline[row] = 1
    return without_headline(headline, lines_to_drop(facts))
