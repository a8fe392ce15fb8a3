"""Encodes the lines of a page for the line model: their text, their place in the tree, the extractor's choice."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from cleaner.linemodel.arrays import Floats, Hashes, Numbers, flags
from cleaner.linemodel.encode import EncodedLines, encode_lines
from cleaner.linemodel.features import FEATURES as OF_TEXT
from cleaner.linemodel.features import features
from cleaner.linemodel.words import checks, hashes, slots, utf16
from cleaner.pages.flatten import PageLine, PageLines
from cleaner.pages.headline_line import headline_rows
from cleaner.pages.letters import skeleton
from cleaner.pages.metadata import Hints
from cleaner.pages.places import Places, places
from cleaner.pages.signals import OF_ADVICE, SIGNALS, Masks, signals

FEATURES = OF_TEXT + SIGNALS  # with advice
# XORed to the hashes of names of elements, so that "share" in a class and in a text are two words. The number is
# the multiplier of Knuth's MMIX generator; any other with random bits would do.
NAME = np.uint64(0x5851F42D4C957F2D)
# Characters. A line of at least this length is on a page once; a shorter one may recur. Chosen by hand; not measured.
LONG = 24
# Characters before and after the last hit in which the next line is searched; without a limit the time would grow with
# the square of the page. Chosen by hand; not measured.
NEAR = 50_000


class ModelInput(NamedTuple):
    """The lines of a page that hold a word. In `lines` the words of each follow its names, the nearest first.

    `of_text` are the features of the lines as a text, `features` are these and those of the page. `advice` is the
    extractor's text, "" where it was not asked.
    """

    shown: list[PageLine]
    names: Sequence[tuple[str, ...]]
    places: Places
    lines: EncodedLines
    of_text: Floats
    features: Floats
    masks: Masks
    advice: str = ""


def encode_page(flat: PageLines, hints: Hints) -> ModelInput | None:
    """Encode a page; None if no line holds a word. The features lack the columns OF_ADVICE."""
    encoded = encode_lines([line.text for line in flat.lines])
    if encoded is None:
        return None
    shown = [flat.lines[i] for i in encoded.ordinal.tolist()]
    headline = flags(headline_rows(shown, hints.headline), len(shown))
    masks = Masks(flags((), len(shown)), lines_in(shown, hints.data), headline)
    around, of_text = places(shown, flat.parents), features(encoded)
    of_page = np.delete(signals(around, masks, encoded.size), OF_ADVICE, 1)
    all_features = np.concatenate([of_text, of_page], 1)
    return ModelInput(shown, flat.names, around, _with_names(encoded, shown, flat.names), of_text, all_features, masks)


def with_advice(page: ModelInput, advice: str) -> ModelInput:
    """The page with all features, now that the extractor's text is known."""
    masks = page.masks._replace(advised=lines_in(page.shown, advice))
    all_features = np.concatenate([page.of_text, signals(page.places, masks, page.lines.size)], 1)
    return page._replace(features=all_features, masks=masks, advice=advice)


def lines_in(lines: Sequence[PageLine], text: str) -> Numbers:
    """A mask of the lines of a page that the text extracted from it has, where only the skeleton of each counts.

    A short line must be a line of the text, or a cell of one. It is in the mask wherever it is between the first and
    the last long line of the text; if it is nowhere there, it is in the mask where it is nearest to them.
    """
    mask = np.zeros(len(lines), bool)
    if not text:
        return mask
    own = {skeleton(part) for line in text.splitlines() for part in (line, *line.removeprefix("- ").split("|"))}
    whole = skeleton(text)
    squashed = [skeleton(line.text) for line in lines]
    reached = 0
    for row, line in enumerate(squashed):
        if len(line) >= LONG:
            place = whole.find(line, max(0, reached - NEAR), reached + NEAR)
            mask[row] = place >= 0 or line in own
            reached = max(reached, place)
    long_ones = mask.nonzero()[0]
    first, last = (int(long_ones[0]), int(long_ones[-1])) if len(long_ones) else (0, len(lines) - 1)
    nearest: dict[str, tuple[int, int]] = {}
    for row, line in enumerate(squashed):
        if len(line) < LONG and line in own:
            distance = max(first - row, row - last, 0)
            mask[row] |= not distance
            nearest[line] = min(nearest.get(line, (distance, row)), (distance, row))
    for _, row in nearest.values():
        mask[row] = True
    return mask


def _with_names(lines: EncodedLines, shown: Sequence[PageLine], names: Sequence[tuple[str, ...]]) -> EncodedLines:
    """The lines, with the hashes of the names around each before those of its words."""
    name_hashes, first_of_names, name_counts = _hashed(names)
    chain = np.array([line.names for line in shown])
    added = name_counts.take(chain)
    words = added + lines.words
    first = words.cumsum() - words
    all_hashes = np.empty(int(words.sum()), np.uint64)
    is_name = np.zeros(len(all_hashes), bool)
    # The names of each line are numbered from 0: two lines with 2 and 3 names give 0 1 0 1 2.
    step = np.arange(int(added.sum())) - (added.cumsum() - added).repeat(added)
    places = first.repeat(added) + step
    is_name[places] = True
    all_hashes[places] = name_hashes.take(first_of_names.take(chain).repeat(added) + step)
    all_hashes[~is_name] = lines.hashes
    return lines._replace(
        hashes=all_hashes, slots=slots(all_hashes), checks=checks(all_hashes), first_word=first, words=words
    )


def _hashed(names: Sequence[tuple[str, ...]]) -> tuple[Hashes, Numbers, Numbers]:
    """The hashes of all names, and the first index and the number of those of each tuple."""
    counts = np.fromiter(map(len, names), np.int64, len(names))
    flat = [name for some in names for name in some]
    length = np.fromiter(map(len, flat), np.int64, len(flat))
    codes = utf16("".join(flat))
    name_hashes = hashes(codes, length.cumsum() - length, length)
    name_hashes ^= NAME
    return name_hashes, counts.cumsum() - counts, counts
