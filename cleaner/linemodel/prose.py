"""Which lines are prose, by their size and how they end."""

from cleaner.linemodel.arrays import Numbers
from cleaner.linemodel.characters import CLASSES, QUOTE, STOP

# All numbers of this module were chosen by hand when the first model was trained; none was measured by itself. The
# packaged weights are trained with them, so a change needs new weights.

# Characters per word of a language with an alphabet, the space included: the unit of every size here.
WORD = 6
# Words from which a line is prose: SENTENCE if it ends as a sentence does, PARAGRAPH however it ends.
SENTENCE, PARAGRAPH = 7, 45
# Words from which a line in a script without stops counts as ending a sentence: headlines are shorter.
STOPLESS_SENTENCE = 12


def ends_sentence(size: Numbers, edges: Numbers, stopless: Numbers) -> Numbers:
    """Whether each line ends as a sentence does: a stop after its last word, or after a quote or bracket there.

    In a script without stops a line of some length does. `size` is in words of an alphabet, `edges` and `stopless` are
    as in `EncodedLines`.
    """
    _, after, further = edges
    ends: Numbers = further == 2 * CLASSES + STOP
    ends &= after >= CLASSES + QUOTE
    ends |= after == CLASSES + STOP
    ends |= stopless & (size >= STOPLESS_SENTENCE)
    return ends


def is_prose(size: Numbers, ends: Numbers) -> Numbers:
    """Whether each line is prose: a sentence of some words, or many words. `ends` tells which lines are sentences."""
    prose: Numbers = ends & (size >= SENTENCE)
    prose |= size >= PARAGRAPH
    return prose
