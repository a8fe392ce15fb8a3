"""What is known of each line: characters by class, words, place, and the picture of the whole text around it.

Nothing here knows a site, and nothing but a list of function words knows a language.
"""

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.characters import CJK, CLASSES, QUOTE, STOP
from cleaner.linemodel.encode import EncodedLines
from cleaner.linemodel.words import SLOTS, function_words

# Sizes are in words of an alphabet, six characters each with the space; a CJK character is about half a word.
WORD, CJK_WORDS = 6, 1 / 3
# A line is prose from so many words on if it ends as a sentence does, or from so many on however it ends.
SENTENCE, PARAGRAPH = 7, 45
# What a line that is no prose costs the prose core.
COST, COST_OF_WORD = 4, 0.3
# Shorter words are shared by any two texts.
TOPICAL = 4
# Words are compared by so many bits of their hashes.
BUCKET_SHIFT = 4
BUCKETS = SLOTS >> BUCKET_SHIFT

(UNITS, GAP, ABOVE, BELOW, BEFORE, BEHIND, TO_CORE, FROM_CORE, REPEATED, LINES, TOTAL, PROSE, OWN_PROSE, WORDS) = range(
    14
)
(TOPIC, CORE, ENDS, IS_PROSE, FUNCTION_SHARE, TOPIC_SHARE, TOPIC_OF_LONG, PLACE, REACH, PROSE_SHARE, CORE_SHARE) = (
    range(14, 25)
)
MEASURES = 25
FEATURES = CLASSES + MEASURES
# Of the measures these are taken as logarithms: sizes, of which the double matters and not the one more.
SIZES = ENDS


def sentence_ends(lines: EncodedLines) -> Numbers:
    """Whether each line ends as a sentence does: a stop after its last word, or behind a quote or bracket there."""
    after, further = lines.edges[1] - CLASSES, lines.edges[2] - 2 * CLASSES
    ends: Numbers = (after == STOP) | ((further == STOP) & (after >= QUOTE))
    return ends


def features(lines: EncodedLines) -> Floats:
    """Line x feature."""
    words, n = lines.words, len(lines.words)
    units = _units(lines)
    ends = sentence_ends(lines)
    is_prose = ends & (units >= SENTENCE)
    is_prose |= units >= PARAGRAPH
    prose = units * is_prose
    at = np.arange(n)
    reach = units.cumsum()
    total, total_prose = reach[-1], prose.sum()
    first, last = _core(units, is_prose)
    x = np.zeros((FEATURES, n), np.float32)
    x[:CLASSES] = lines.counts.T
    m = x[CLASSES:]
    m[UNITS], m[GAP], m[ABOVE], m[BELOW] = units, lines.gap, at, at[::-1]
    m[BEFORE], m[BEHIND] = reach - units, total - reach
    m[TO_CORE, :first] = at[first:0:-1]
    m[FROM_CORE, last:] = at[: n - last]
    m[REPEATED] = _repeated(lines)
    m[LINES], m[TOTAL], m[PROSE] = n, total, total_prose
    m[OWN_PROSE], m[WORDS] = prose, words
    topical, longer, functional = _shared(lines, is_prose)
    m[TOPIC], m[CORE] = topical, last - first
    sizes = x[: CLASSES + SIZES]
    sizes += 1
    np.log(sizes, out=sizes)
    m[ENDS], m[IS_PROSE] = ends, is_prose
    m[FUNCTION_SHARE], m[TOPIC_SHARE] = functional, topical
    m[FUNCTION_SHARE : TOPIC_SHARE + 1] /= words
    m[TOPIC_OF_LONG] = topical / (longer + 1)
    m[PLACE], m[REACH] = at / n, reach / total
    m[PROSE_SHARE], m[CORE_SHARE] = total_prose / total, (last - first + 1) / n
    return x.T


def _units(lines: EncodedLines) -> Numbers:
    units = lines.size / WORD
    cjk = lines.counts[:, CJK]
    if cjk.any():
        units += cjk * (lines.size / lines.counts.sum(1)) * CJK_WORDS
    return units


def _core(units: Numbers, is_prose: Numbers) -> tuple[int, int]:
    """First and last line of the prose core: the run of lines with the most prose less the rest (see `zones.core`)."""
    run = np.where(is_prose, units, -COST - COST_OF_WORD * units).cumsum()
    before = np.empty(len(run))
    before[0], before[1:] = 0, run[:-1]
    last = int((run - np.minimum.accumulate(before)).argmax())
    return int(before[: last + 1].argmin()), last


def _repeated(lines: EncodedLines) -> Numbers:
    """How many lines have the same words as each."""
    same = np.add.reduceat(lines.hashes, lines.first_word)
    ordered = np.sort(same)
    return ordered.searchsorted(same, "right") - ordered.searchsorted(same)


def _shared(lines: EncodedLines, is_prose: Numbers) -> Numbers:
    """For each line: long words that the prose elsewhere has too, long words, function words."""
    bucket = lines.slots >> BUCKET_SHIFT
    in_prose = is_prose.repeat(lines.words)
    long = lines.length >= TOPICAL
    shared = np.bincount(bucket[in_prose], minlength=BUCKETS).take(bucket) > in_prose
    shared &= long
    known = np.empty((3, len(long)), np.float32)
    known[0], known[1] = shared, long
    np.equal(function_words().take(lines.slots), lines.checks, out=known[2])
    sums: Numbers = np.add.reduceat(known, lines.first_word, axis=1)
    return sums
