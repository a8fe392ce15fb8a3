"""Documents that are nearly copies of others: they would make true text look like what a site repeats."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from zlib import crc32

from cleaner.learning.outline import Outline

# Words that are compared, in pairs of neighbours; what is between them is left out, which takes a tenth of the time.
LONG_WORD = re.compile(r"\w{7,}")
# Digests of pairs that are kept of a document, how many of these find documents to compare it with, and the share of
# pairs from which on one is a copy of the other. All chosen by hand.
DIGESTS, FINDERS, ALIKE = 48, 8, 0.8
# Prose in a larger share of the documents is what the site repeats, and not what makes a copy, if it
# is in more documents than a few. Chosen by hand.
MOST_DOCUMENTS, FEW = 0.5, 4


def distinct(outlines: Sequence[Outline]) -> list[Outline]:
    """The outlines without those whose prose is nearly that of one before them.

    Each has the lowest digests of its pairs of long words, as in Broder (1997), and is compared with those that share
    one of the lowest of all.
    """
    documents = Counter(chain.from_iterable({line.key for line in each.lines if line.prose} for each in outlines))
    common = {key for key, count in documents.items() if count > max(FEW, MOST_DOCUMENTS * len(outlines))}
    kept: list[Outline] = []
    finders: defaultdict[int, list[set[int]]] = defaultdict(list)
    for each in outlines:
        digests = sorted(set(_digests(each, common)))[:DIGESTS]
        own = set(digests)
        if any(_alike(own, other) for digest in digests[:FINDERS] for other in finders[digest]):
            continue
        for digest in digests[:FINDERS]:
            finders[digest].append(own)
        kept.append(each)
    return kept


def _digests(outline: Outline, common: set[str]) -> Iterator[int]:
    for line in outline.lines:
        if line.prose and line.key not in common:
            for pair in pairwise(LONG_WORD.findall(line.text)):
                yield crc32(" ".join(pair).encode(errors="surrogatepass"))


def _alike(one: set[int], other: set[int]) -> bool:
    """Whether the share of common pairs is large, as the lowest digests of both estimate it."""
    lowest = sorted(one | other)[:DIGESTS]
    return sum(digest in one and digest in other for digest in lowest) >= ALIKE * len(lowest)
