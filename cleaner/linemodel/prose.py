"""Which lines are prose, by their size and how they end."""

from cleaner.linemodel.arrays import Numbers
from cleaner.linemodel.characters import CJK, CLASSES, QUOTE, STOP
from cleaner.linemodel.encode import EncodedLines

# All numbers of this module were chosen by hand when the first model was trained; none was measured by itself. The
# packaged weights are trained with them, so a change needs new weights.

# Characters per word of a language with an alphabet, the space included: the unit of every size here.
WORD = 6
# Words that a CJK character adds to its 1/WORD as a character: together it counts as half a word.
CJK_WORDS = 1 / 3
# Words from which a line is prose: SENTENCE if it ends as a sentence does, PARAGRAPH however it ends.
SENTENCE, PARAGRAPH = 7, 45


def sizes(lines: EncodedLines) -> Numbers:
    """The size of each line in words of an alphabet."""
    size = lines.size / WORD
    cjk = lines.counts[:, CJK]
    if cjk.any():
        # a long line is read in part: its CJK characters are projected to the whole
        size += cjk * (lines.size / lines.counts.sum(1)) * CJK_WORDS
    return size


def ends_sentence(lines: EncodedLines) -> Numbers:
    """Whether each line ends as a sentence does: a stop after its last word, or after a quote or bracket there."""
    after, further = lines.edges[1] - CLASSES, lines.edges[2] - 2 * CLASSES
    ends: Numbers = (after == STOP) | ((further == STOP) & (after >= QUOTE))
    return ends


def is_prose(lines: EncodedLines) -> Numbers:
    """Whether each line is prose: a sentence of some words, or many words."""
    size = sizes(lines)
    prose: Numbers = (size >= PARAGRAPH) | (ends_sentence(lines) & (size >= SENTENCE))
    return prose
