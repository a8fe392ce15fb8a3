"""What selectors hold on the pages of a site: characters of the article, of other text, and of lines that recur."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from cleaner.learning.page_shape import OutlineElement, OutlineLine, PageOutline
from cleaner.linemodel.arrays import Floats, Numbers, product

# What is counted in the last dimension of an array: characters of the article, of other text, and those of other text
# that are in lines that other pages have too.
ARTICLE, OTHER, REPEATED = range(3)

# Pages from which on a text recurs, and the share of pages on which a label is that is not of the article; both chosen
# by hand.
REPEATS, LABELS_ON = 2, 0.5
NUMBERS = re.compile(r"\d+")


class Region(NamedTuple):
    """Selectors for the content of a page, and for elements to drop."""

    content: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


NOTHING = Region()


class PageRegions:
    """The pages of a site; selectors on fewer than `least` of them are not looked at.

    `wanted` has the characters of the article of each page. All arrays that are given count characters as integers.
    """

    def __init__(self, pages: Sequence[PageOutline], least: int = 1) -> None:
        self.pages, self.least = pages, least
        on_pages = Counter(
            name for page in pages for name in {name for each in page.elements for name in each.selectors}
        )
        self.selectors = sorted(name for name, count in on_pages.items() if count >= least)
        self._numbers = {name: number for number, name in enumerate(self.selectors)}
        texts = Counter(text for page in pages for text in {_masked(line.text) for line in page.lines})
        held = [_held(page, texts, max(LABELS_ON * len(pages), least, REPEATS)) for page in pages]
        self._with_text = [np.flatnonzero(each.any(1)) for each in held]
        self._held = [each[own] for each, own in zip(held, self._with_text, strict=True)]
        # For each page whether the element of a column, which has text of its own, is in an element of the selector of
        # a row; for the second, whether the content of this selector has its text.
        both = list(zip([page.elements for page in pages], self._with_text, strict=True))
        self._within = [self._found(elements)[:, own] for elements, own in both]
        self._open = [self._found(elements, closed=True)[:, own] for elements, own in both]
        self.wanted = np.array([held[:, ARTICLE].sum() for held in self._held])

    def __len__(self) -> int:
        return len(self._held)

    def text(self, page: int, region: Region) -> str:
        """The text of a page by this region, or by the models where that finds none."""
        elements = set(self._with_text[page][self._is_inside(page, region)].tolist())
        outline = self.pages[page]
        found = _written([line for line in outline.lines if line.element in elements])
        found = found or _written([line for line in outline.lines if line.is_article])
        return "\n".join(filter(None, [outline.headline, *found]))

    def inside(self, region: Region) -> Numbers:
        """What the text of this region holds: an array of (pages, 3)."""
        return np.array([self._held[page][self._is_inside(page, region)].sum(0) for page in range(len(self))])

    def by_selector(self, region: Region) -> Numbers:
        """What the content of each selector holds inside this region: an array of (selectors, pages, 3)."""
        masks = [self._is_inside(page, region) for page in range(len(self))]
        return self._tally(masks)

    def outside(self, region: Region) -> Numbers:
        """What the content of each selector holds outside this region, as `by_selector`."""
        content, drop = map(self._rows, region)
        return self._tally([~_any(within[content + drop]) for within in self._within])

    def agreement(self, region: Region) -> float:
        """The mean over pages of the F1, in characters, of the text of this region beside the article."""
        return float(f1(self.inside(region), self.wanted).mean())

    def _is_inside(self, page: int, region: Region) -> Numbers:
        content, drop = map(self._rows, region)
        return _any(self._open[page][content]) & ~_any(self._within[page][drop])

    def _rows(self, selectors: Sequence[str]) -> list[int]:
        """The rows of selectors; those that the pages do not have find nothing."""
        return [self._numbers[selector] for selector in selectors if selector in self._numbers]

    def _tally(self, masks: Sequence[Numbers]) -> Numbers:
        sums = [
            product(found.astype(np.float32), (held * mask[:, None]).astype(np.float32))
            for found, held, mask in zip(self._open, self._held, masks, strict=True)
        ]
        return np.stack(sums, axis=1).astype(np.int64)

    def _found(self, elements: Sequence[OutlineElement], *, closed: bool = False) -> Numbers:
        """For each selector the elements that are in one of its; `closed`: not inside what content leaves out."""
        found = np.zeros((len(elements), len(self.selectors)), bool)
        for number, element in enumerate(elements):
            if number and not (closed and element.left_out):
                found[number] = found[element.parent]
            found[number, self._rows(element.selectors)] = True
        return found.T


def _any(found: Numbers) -> Numbers:
    """Whether any row holds, for each column."""
    any_row: Numbers = np.logical_or.reduce(found, axis=0)
    return any_row


def f1(held: Numbers, wanted: Numbers) -> Floats:
    """The F1, in characters, of texts beside articles of so many characters.

    >>> f1(np.array([[50, 0, 0]]), np.array([100])).round(2).tolist()
    [0.67]
    """
    value: Floats = 2 * held[..., ARTICLE] / np.maximum(1, held[..., ARTICLE] + held[..., OTHER] + wanted)
    return value


def _held(page: PageOutline, texts: Counter[str], most: float) -> Numbers:
    """What each element holds outside of inner ones: an array of (elements, 3).

    A label that `most` pages have is not of the article, whatever the line is.
    """
    held = np.zeros((len(page.elements), 3), np.int64)
    for line in page.lines:
        size, count = len(line.text), texts[_masked(line.text)]
        is_article = line.is_article and not (page.elements[line.element].label and count >= most)
        held[line.element, ARTICLE if is_article else OTHER] += size
        if not is_article and count >= REPEATS:
            held[line.element, REPEATED] += size
    return held


def _written(lines: Sequence[OutlineLine]) -> list[str]:
    """The lines, each with its parts joined."""
    written: list[str] = []
    for line in lines:
        if line.goes_on and written:
            written[-1] += line.text
        else:
            written.append(line.text)
    return [line.strip() for line in written]


def _masked(text: str) -> str:
    return NUMBERS.sub("0", text)
