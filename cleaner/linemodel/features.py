"""The features of each line: characters by class, words, position, and a summary of the whole text.

Nothing here knows a site, and only the list of function words knows a language.
"""

from enum import IntEnum, auto

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.characters import CLASSES, UPPER
from cleaner.linemodel.encode import EncodedLines
from cleaner.linemodel.prose import WORD
from cleaner.linemodel.words import SLOTS, function_words

# All numbers of this module were chosen by hand when the first model was trained; none was measured by itself. The
# packaged weights are trained with them, so a change needs new weights.

# What a line that is not prose costs the prose core, in words: COST for the line, COST_OF_WORD for each of its words.
COST, COST_OF_WORD = 4, 0.3
# Characters from which a word counts as a word of the topic; shorter words occur in almost any two texts.
TOPICAL = 4
# Words of the topic are compared by the upper 12 of the 16 bits of their slots, so the counts of a text fit 4,096
# cells.
BUCKET_SHIFT = 4
BUCKETS = SLOTS >> BUCKET_SHIFT


class Feature(IntEnum):
    """The columns of `features` that follow the counts of the character classes.

    The order is that of the weights. All columns before `ENDS_SENTENCE`, character counts included, are log(1 + n).
    """

    SIZE = CLASSES  # words, at WORD characters each
    GAP = auto()  # lines without a word between this line and the one before
    LINES_ABOVE = auto()
    LINES_BELOW = auto()
    SIZE_ABOVE = auto()
    SIZE_BELOW = auto()
    LINES_TO_CORE = auto()  # for a line above the prose core
    LINES_FROM_CORE = auto()  # for a line below the prose core
    REPEATED = auto()  # lines of the text with the same words, this one included
    TEXT_LINES = auto()
    TEXT_SIZE = auto()
    TEXT_PROSE = auto()  # size of all lines that are prose
    OWN_PROSE = auto()  # the size of this line if it is prose, else 0
    WORDS = auto()  # words read
    TOPIC = auto()  # long words that prose in other lines has too
    CORE_LINES = auto()  # lines of the prose core, less one
    INDENT = auto()  # characters before the first word
    GROUP_LINES = auto()  # lines of the text with this indent
    GROUP_SIZE = auto()  # their size
    CORE_TOPIC = auto()  # long words that other prose of the core has too
    BEGUN = auto()  # words in lines that begin with the words of this line and go on, as a page's title does

    ENDS_SENTENCE = auto()  # 0 or 1
    IS_PROSE = auto()  # 0 or 1
    FUNCTION_SHARE = auto()  # of the line's words, those that are function words
    TOPIC_SHARE = auto()  # of the line's words, those counted by TOPIC
    TOPIC_SHARE_OF_LONG = auto()  # TOPIC by the line's long words and one more
    POSITION = auto()  # the share of the text's lines that is above
    SIZE_SHARE = auto()  # the share of the text's size that ends with this line
    PROSE_SHARE = auto()  # of the text's size
    CORE_SHARE = auto()  # of the text's lines
    GROUP_PROSE = auto()  # of the size of the lines with this indent, that which is prose
    GROUP_OF_PROSE = auto()  # of the text's prose, that which has this indent
    CAPITALS = auto()  # capital letters for each word
    CORE_TOPIC_SHARE = auto()  # of the line's long words and one more, those counted by CORE_TOPIC


FEATURES = CLASSES + len(Feature)


def features(lines: EncodedLines) -> Floats:
    """A row of FEATURES numbers for each line: counts of the character classes, then the columns of `Feature`."""
    size, prose = lines.size / WORD, lines.prose
    first, last = _core(size, prose)
    x = np.zeros((FEATURES, len(size)), np.float32)  # transposed while it is filled: columns are then contiguous
    x[:CLASSES] = lines.counts.T
    x[Feature.OWN_PROSE], x[Feature.REPEATED], x[Feature.BEGUN] = size * prose, _repeated(lines), _begun(lines)
    x[Feature.ENDS_SENTENCE], x[Feature.IS_PROSE] = lines.ends, prose
    _fill_places(x, lines, size, (first, last))
    _fill_groups(x, lines, size)
    _fill_words(x, lines, first, last)
    counts = x[: Feature.ENDS_SENTENCE]
    counts += 1
    np.log(counts, out=counts)
    return x.T


def _fill_places(x: Floats, lines: EncodedLines, size: Numbers, core: tuple[int, int]) -> None:
    """Where each line is in the text, and what the whole text is like."""
    n, (first, last) = len(size), core
    at, size_so_far = np.arange(n), size.cumsum()
    text_size, text_prose = size_so_far[-1], x[Feature.OWN_PROSE].sum(dtype=np.float64)
    x[Feature.SIZE], x[Feature.GAP] = size, lines.gap
    x[Feature.LINES_ABOVE], x[Feature.LINES_BELOW] = at, at[::-1]
    x[Feature.SIZE_ABOVE], x[Feature.SIZE_BELOW] = size_so_far - size, text_size - size_so_far
    x[Feature.LINES_TO_CORE, :first] = at[first:0:-1]
    x[Feature.LINES_FROM_CORE, last:] = at[: n - last]
    x[Feature.TEXT_LINES], x[Feature.TEXT_SIZE], x[Feature.TEXT_PROSE] = n, text_size, text_prose
    x[Feature.CORE_LINES] = last - first
    x[Feature.POSITION], x[Feature.SIZE_SHARE] = at / n, size_so_far / text_size
    x[Feature.PROSE_SHARE], x[Feature.CORE_SHARE] = text_prose / text_size, (last - first + 1) / n


def _fill_groups(x: Floats, lines: EncodedLines, size: Numbers) -> None:
    """What the lines with the same indent are like."""
    prose = x[Feature.OWN_PROSE]
    group = lines.indent  # at most 2 * SHORT units, so that the groups need no numbers of their own
    group_size, group_prose = np.bincount(group, size).take(group), np.bincount(group, prose).take(group)
    x[Feature.INDENT], x[Feature.GROUP_LINES] = lines.indent, np.bincount(group).take(group)
    x[Feature.GROUP_SIZE] = group_size
    x[Feature.GROUP_PROSE], x[Feature.GROUP_OF_PROSE] = group_prose / group_size, group_prose / max(prose.sum(), 1)


def _fill_words(x: Floats, lines: EncodedLines, first: int, last: int) -> None:
    """The words of each line: how many, which are function words, and which are words of the topic."""
    words, at = lines.words, np.arange(len(lines.words))
    topic, long, functional, core_topic = _word_counts(lines, (at >= first) & (at <= last))
    x[Feature.WORDS], x[Feature.TOPIC], x[Feature.CORE_TOPIC] = words, topic, core_topic
    x[Feature.FUNCTION_SHARE], x[Feature.TOPIC_SHARE] = functional / words, topic / words
    x[Feature.TOPIC_SHARE_OF_LONG], x[Feature.CORE_TOPIC_SHARE] = topic / (long + 1), core_topic / (long + 1)
    x[Feature.CAPITALS] = lines.counts[:, UPPER] / words


def _core(size: Numbers, prose: Numbers) -> tuple[int, int]:
    """The first and the last line of the prose core: the run of lines with the largest sum of prose less costs.

    `text.zones.core` finds the core that the zones of rules are relative to, and counts letters and looks for sentence
    ends within lines. This one counts words, sees only the ends of lines, and always finds a line, because that is what
    the weights are trained with. One for both would change the results of rules or need new weights.
    """
    run = np.where(prose, size, -COST - COST_OF_WORD * size).cumsum()
    before = np.empty(len(run))
    before[0], before[1:] = 0, run[:-1]
    last = int((run - np.minimum.accumulate(before)).argmax())
    return int(before[: last + 1].argmin()), last


def _repeated(lines: EncodedLines) -> Numbers:
    """For each line, the lines of the text with the same words, itself included."""
    same = np.add.reduceat(lines.hashes, lines.first_word)
    ordered = np.sort(same)
    return ordered.searchsorted(same, "right") - ordered.searchsorted(same)


def _begun(lines: EncodedLines) -> Numbers:
    """For each line: its words, if another line begins with these and goes on, else 0."""
    total = lines.hashes.cumsum()
    last = lines.first_word + lines.words - 1
    before = total.take(lines.first_word) - lines.hashes.take(lines.first_word)
    prefix = total - before.repeat(lines.words)
    whole = prefix.take(last)
    # most prefixes share their lowest 16 bits with no whole line, and need no comparison
    may_begin = np.zeros(1 << 16, bool)
    may_begin[whole.astype(np.uint16)] = True
    goes_on = may_begin.take(prefix.astype(np.uint16))
    goes_on[last] = False
    prefixes = np.sort(prefix[goes_on])
    return lines.words * (prefixes.searchsorted(whole, "right") > prefixes.searchsorted(whole))


def _word_counts(lines: EncodedLines, in_core: Numbers) -> Numbers:
    """For each line (4 x line): its long words that prose in other lines has too, its long words, its function words,
    and its long words that prose of the core in other lines has too.
    """
    bucket = lines.slots >> BUCKET_SHIFT
    long = lines.length >= TOPICAL
    known = np.empty((4, len(long)), np.float32)
    for row, of_lines in ((0, lines.prose), (3, lines.prose & in_core)):
        of_words = of_lines.repeat(lines.words)
        known[row] = np.bincount(bucket[of_words], minlength=BUCKETS).take(bucket) > of_words
        known[row] *= long
    known[1] = long
    np.equal(function_words().take(lines.slots), lines.checks, out=known[2])
    counts: Numbers = np.add.reduceat(known, lines.first_word, axis=1)
    return counts
