"""Reads the lines of a page into arrays: what the text says, what the tree says, and what the extractor says."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from cleaner.linemodel.arrays import Floats, Hashes, Numbers
from cleaner.linemodel.encode import EncodedLines, encode_lines
from cleaner.linemodel.features import FEATURES as OF_TEXT
from cleaner.linemodel.features import features
from cleaner.linemodel.words import checks, hashes, slots
from cleaner.pages.flatten import PageLine, PageLines
from cleaner.pages.signals import SIGNALS, signals

FEATURES = OF_TEXT + SIGNALS
# Tells the names of elements from words of the text: "share" on a page and in a class are two things.
NAME = np.uint64(0x5851F42D4C957F2D)
# A line of so many characters stands in one place of an article; shorter ones may stand anywhere on a page.
TELLING = 24
# So far around the last line that was found the next is looked for: else the time would grow as the square of a page.
NEAR = 50_000


class ModelInput(NamedTuple):
    """The lines of a page that hold a word; the names around a line stand before its words, the nearest first."""

    shown: Sequence[PageLine]
    lines: EncodedLines
    features: Floats
    advised: Numbers  # which lines the extractor's text has
    headlines: Numbers  # which of those are headlines


def encode_page(flat: PageLines, advice: str) -> ModelInput | None:
    """Read a page; `advice` is the text that the extractor chose. None where no line holds a word."""
    found = encode_lines([line.text for line in flat.lines])
    if found is None:
        return None
    shown = [flat.lines[i] for i in found.ordinal.tolist()]
    advised = kept(shown, advice)
    all_features = np.concatenate([features(found), signals(shown, advised, found.size)], 1)
    headlines = advised & np.array([line.tag == "h1" for line in shown])
    return ModelInput(shown, _named(found, shown, flat.names), all_features, advised, headlines)


def kept(lines: Sequence[PageLine], text: str) -> Numbers:
    """Which lines of a page stand in the text that was extracted from it.

    A short line counts where the text has it as a line and the page has it among what was kept, or nearest to that.
    """
    own = {"".join(part.split()) for line in text.splitlines() for part in (line, *line.removeprefix("- ").split("|"))}
    whole = "".join(text.split())
    squashed = [line.text.replace(" ", "") for line in lines]
    found = np.zeros(len(lines), bool)
    reached = 0
    for at, line in enumerate(squashed):
        if len(line) >= TELLING:
            place = whole.find(line, max(0, reached - NEAR), reached + NEAR)
            found[at] = place >= 0 or line in own
            reached = max(reached, place)
    sure = found.nonzero()[0]
    first, last = (int(sure[0]), int(sure[-1])) if len(sure) else (0, len(lines) - 1)
    nearest: dict[str, tuple[int, int]] = {}
    for at, line in enumerate(squashed):
        if len(line) < TELLING and line in own:
            away = max(first - at, at - last, 0)
            found[at] |= not away
            nearest[line] = min(nearest.get(line, (away, at)), (away, at))
    for _, at in nearest.values():
        found[at] = True
    return found


def _named(lines: EncodedLines, shown: Sequence[PageLine], names: Sequence[tuple[str, ...]]) -> EncodedLines:
    """The lines, with the names around each before its words."""
    of_names, starts, counts = _hashed(names)
    which = np.array([line.names for line in shown])
    more = counts.take(which)
    words = more + lines.words
    first = words.cumsum() - words
    found = np.empty(int(words.sum()), np.uint64)
    is_name = np.zeros(len(found), bool)
    step = np.arange(int(more.sum())) - (more.cumsum() - more).repeat(more)
    places = first.repeat(more) + step
    is_name[places] = True
    found[places] = of_names.take(starts.take(which).repeat(more) + step)
    found[~is_name] = lines.hashes
    return lines._replace(hashes=found, slots=slots(found), checks=checks(found), first_word=first, words=words)


def _hashed(names: Sequence[tuple[str, ...]]) -> tuple[Hashes, Numbers, Numbers]:
    """The hashes of all names, and where those of each tuple start and how many they are."""
    counts = np.fromiter(map(len, names), np.int64, len(names))
    flat = [name for some in names for name in some]
    length = np.fromiter(map(len, flat), np.int64, len(flat))
    codes = np.frombuffer("".join(flat).encode("utf-16-le"), np.uint16)
    found = hashes(codes, length.cumsum() - length, length)
    found ^= NAME
    return found, counts.cumsum() - counts, counts
