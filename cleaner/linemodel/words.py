"""Words as numbers: a hash over length and first letters, the same in every run and on every machine."""

from collections.abc import Iterable
from functools import cache

import numpy as np

from cleaner.linemodel.arrays import Bytes, Hashes, Numbers
from cleaner.linemodel.characters import folded
from cleaner.linemodel.stopwords import STOP_WORDS

# So many letters of a word go into its hash, one byte each: they fill a number of 64 bits.
LETTERS = 8
MASKS = np.array([(1 << 8 * n) - 1 for n in range(LETTERS + 1)], np.uint64)
# Odd numbers without pattern, from splitmix64 and wyhash: multiplying by them spreads the bits.
SPREAD, SPREAD_AGAIN = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)
HALF, SLOT_SHIFT = np.uint64(32), np.uint64(48)
# A table of words has a slot for each value of a hash's upper 16 bits, and the next 16 bits tell whose it is.
SLOTS = 1 << 16


def hashes(codes: Numbers, start: Numbers, length: Numbers) -> Hashes:
    """The hash of each word of a text in UTF-16 units."""
    letters: Bytes = np.empty(len(codes) + LETTERS, np.uint8)
    folded().take(codes, out=letters[:-LETTERS], mode="clip")
    letters[-LETTERS:] = 0
    windows: Hashes = np.ndarray((len(letters) - LETTERS + 1,), np.uint64, letters.data, 0, (1,))
    found = windows.take(start)
    found &= MASKS.take(length, mode="clip")
    found *= SPREAD
    found += length.view(np.uint64)
    found ^= found >> HALF
    found *= SPREAD_AGAIN
    return found


def hash_of(word: str) -> int:
    """The hash of one word.

    >>> hash_of("The") == hash_of("the"), hash_of("the") == hash_of("then")
    (True, False)
    """
    codes = np.frombuffer(word.encode("utf-16-le"), np.uint16)
    return int(hashes(codes, np.array([0]), np.array([len(codes)]))[0])


def slots(found: Hashes) -> Numbers:
    """Where in a table each word stands if it is there."""
    return (found >> SLOT_SHIFT).view(np.int64)


def checks(found: Hashes) -> Numbers:
    """What a table must hold at a word's slot if it is there."""
    return found.view(np.uint16)[2::4]


def table(words: Iterable[tuple[int, int]]) -> tuple[Numbers, Numbers]:
    """By slot, the number of each (hash, number), and the check; of two words with one slot the later has it."""
    number, check = np.zeros(SLOTS, np.uint16), np.zeros(SLOTS, np.uint16)
    for found, n in words:
        number[found >> 48], check[found >> 48] = n, found >> 32 & 0xFFFF
    return number, check


@cache
def function_words() -> Numbers:
    """The checks of the function words, by slot."""
    return table((hash_of(word), 1) for word in sorted(STOP_WORDS))[1]
