"""Which sentences of long lines to drop: only those that are surely no part of the article."""

from collections.abc import Sequence
from itertools import takewhile

import numpy as np

from cleaner.heuristics.decision import runs
from cleaner.heuristics.furniture import furniture_in
from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.encode import EncodedLines

# Probabilities. Anywhere in its line a sentence goes below UNLIKELY if it has FURNITURE words of furniture; so does,
# beside it, what is below UNLIKELY and no full sentence. At the start or the end of the line goes what is below
# UNLIKELY_EDGE, whatever its words are. On one-line texts of the choose part this takes 295 characters of articles, on
# how to reach the reporter, beside 6,162 of residue. Without what is beside, it takes none; 0.07 and 1 word take 746
# beside 5,919, 0.07 and 2 words 222 beside 4,364, and an edge of 0.05 takes 46.
UNLIKELY, FURNITURE, UNLIKELY_EDGE = 0.05, 2, 0.02


def sentences_to_drop(
    lines: EncodedLines, probability: Floats, long_lines: Sequence[tuple[int, int]], is_furniture: Numbers
) -> Numbers:
    """The rows of the sentences to drop, in order; `probability` is 0 for what is already dropped.

    `long_lines` has the first and the last unit of each long line, `is_furniture` tells of each word whether it is one.
    """
    goes = np.zeros(len(probability), bool)
    furniture = furniture_in(lines, is_furniture) >= FURNITURE
    unlikely = (probability < UNLIKELY) & (furniture | ~(lines.prose & lines.ends))
    for first, last in long_lines:
        row, end = lines.ordinal.searchsorted([first, last + 1]).tolist()
        rows = row + unlikely[row:end].nonzero()[0]
        for i, j in zip(*runs(rows), strict=True):
            run = slice(rows[i], rows[j] + 1)
            goes[run] = furniture[run].any()
        surely = goes | (probability < UNLIKELY_EDGE)
        for edge in (range(row, end), range(end - 1, row - 1, -1)):
            goes[list(takewhile(surely.__getitem__, edge))] = True
    dropped: Numbers = goes.nonzero()[0]
    return dropped
