"""Which lines are prose, by their size and how they end."""

from cleaner.linemodel.arrays import Numbers
from cleaner.linemodel.characters import CLASSES, QUOTE, STOP
from cleaner.linemodel.encode import EncodedLines

# All numbers of this module were chosen by hand when the first model was trained; none was measured by itself. The
# packaged weights are trained with them, so a change needs new weights.

# Characters per word of a language with an alphabet, the space included: the unit of every size here.
WORD = 6
# Words from which a line is prose: SENTENCE if it ends as a sentence does, PARAGRAPH however it ends.
SENTENCE, PARAGRAPH = 7, 45
# Words from which a line in a script without stops counts as ending a sentence: headlines are shorter.
STOPLESS_SENTENCE = 12


def sizes(lines: EncodedLines) -> Numbers:
    """The size of each line in words of an alphabet."""
    return lines.size / WORD


def ends_sentence(lines: EncodedLines) -> Numbers:
    """Whether each line ends as a sentence does: a stop after its last word, or after a quote or bracket there.

    In a script without stops a line of some length does.
    """
    after, further = lines.edges[1] - CLASSES, lines.edges[2] - 2 * CLASSES
    ends: Numbers = (after == STOP) | ((further == STOP) & (after >= QUOTE))
    ends |= lines.stopless & (sizes(lines) >= STOPLESS_SENTENCE)
    return ends


def is_prose(lines: EncodedLines) -> Numbers:
    """Whether each line is prose: a sentence of some words, or many words."""
    size = sizes(lines)
    prose: Numbers = (size >= PARAGRAPH) | (ends_sentence(lines) & (size >= SENTENCE))
    return prose
