"""Words as numbers: a hash of the length and the first letters, the same in every run and on every machine."""

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np

from cleaner.linemodel.arrays import Bytes, Hashes, Numbers
from cleaner.linemodel.characters import folded
from cleaner.linemodel.stopwords import STOP_WORDS

# Letters of a word that go into its hash, one byte each: eight bytes fill a 64-bit number.
LETTERS = 8
# For a word of n letters, the bits of its own letters; the other bits of the window belong to what follows the word.
MASKS = np.array([(1 << 8 * n) - 1 for n in range(LETTERS + 1)], np.uint64)
# Odd multipliers that mix the bits, from splitmix64 and wyhash.
SPREAD, SPREAD_AGAIN = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)
# A table of words has a slot for each value of a hash's upper 16 bits; the next 16 bits check which word is there.
SLOTS = 1 << 16
SLOT_SHIFT, CHECK_SHIFT = np.uint64(48), np.uint64(32)
HALF = np.uint64(32)


def utf16(text: str) -> Numbers:
    """The UTF-16 units of a text."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")


def hashes(codes: Numbers, start: Numbers, length: Numbers) -> Hashes:
    """The hash of each word of a text, given as UTF-16 units; `start` and `length` of the words are in units too."""
    letters: Bytes = np.zeros(len(codes) + LETTERS, np.uint8)
    folded().take(codes, out=letters[:-LETTERS], mode="clip")
    # Overlapping windows of LETTERS bytes, one from each unit on; numpy checks that the last one ends in the buffer.
    # They are bytes until they are copied, so neither alignment nor the byte order of the machine matters.
    # `sliding_window_view` gives the same, but takes 40 microseconds longer, an eighth of the time of `encode_lines`.
    windows: Numbers = np.ndarray((len(codes) + 1,), f"V{LETTERS}", letters.data, strides=(1,))
    values: Hashes = windows.take(start).view("<u8")
    values &= MASKS.take(length, mode="clip")
    values *= SPREAD
    values += length.view(np.uint64)
    values ^= values >> HALF
    values *= SPREAD_AGAIN
    return values


def hashes_of(words: Sequence[str]) -> list[int]:
    """The hash of each of some words.

    >>> the, again, then = hashes_of(["The", "the", "then"])
    >>> the == again, the == then
    (True, False)
    """
    length = np.array([len(utf16(word)) for word in words], np.int64)
    return hashes(utf16("".join(words)), length.cumsum() - length, length).tolist()  # type: ignore[no-any-return]


def slots(of_words: Hashes) -> Numbers:
    """The slot of a table in which each word stands, if the table has it."""
    return (of_words >> SLOT_SHIFT).view(np.int64)


def checks(of_words: Hashes) -> Numbers:
    """The number that a table holds in the slot of each word, if the table has the word."""
    return (of_words >> CHECK_SHIFT).astype(np.uint16)


def table(words: Iterable[tuple[int, int]]) -> tuple[Numbers, Numbers]:
    """From pairs of hash and number: the number and the check by slot. Of two words with one slot the later stays."""
    number, check = np.zeros(SLOTS, np.uint16), np.zeros(SLOTS, np.uint16)
    for value, n in words:
        slot = value >> int(SLOT_SHIFT)
        number[slot], check[slot] = n, value >> int(CHECK_SHIFT) & 0xFFFF
    return number, check


@cache
def function_words() -> Numbers:
    """The checks of the function words, by slot."""
    return table((value, 1) for value in hashes_of(sorted(STOP_WORDS)))[1]
