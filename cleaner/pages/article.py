"""The article as lines of the page: those that the model finds likely enough to be it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.network import Model
from cleaner.pages.flatten import PageLine, flatten
from cleaner.pages.model_input import encode_page
from cleaner.pages.page import Tree

# References seldom have the headline, readers want it. On public pages this costs 0.0004 of F1, keeping all 0.0034.
HEADLINE = 0.2


class Article(NamedTuple):
    """A text of some lines of a page, and how sure it is."""

    text: str
    lines: int
    page_lines: int  # that the page has
    expected_f1: float
    agreement: float  # how much of the extractor's text is lines of the page


def find_article(tree: Tree, advice: str, model: Model) -> Article | None:
    """The lines that are likely the article, all in all; `advice` is what the extractor chose. None without lines."""
    flat = flatten(tree)
    page = encode_page(flat, advice)
    if page is None:
        return None
    size = page.lines.size
    chosen, expected_f1 = choose(model.probabilities(page.lines, page.features), size, page.headlines)
    advised = int(size[page.advised].sum())
    return Article(
        rendered([page.shown[row] for row in chosen.tolist()]),
        len(chosen),
        len(page.shown),
        expected_f1,
        min(1.0, advised / max(1, len("".join(advice.split())))),
    )


def choose(likely: Floats, size: Numbers, headlines: Numbers) -> tuple[Numbers, float]:
    """The best lines and the F1 to be expected of them, and any headline that is not surely none of the article's."""
    chosen, expected_f1 = best(likely, size)
    more = (headlines & (likely >= HEADLINE)).nonzero()[0]
    return np.union1d(chosen, more), expected_f1


def best(likely: Floats, size: Numbers) -> tuple[Numbers, float]:
    """The lines, in order, of which the highest F1 is to be expected, and that F1.

    >>> best(np.array([0.9, 0.1, 0.45]), np.array([100, 100, 100]))[0].tolist()
    [0, 2]
    """
    order = (-likely).argsort(kind="stable")
    size = size.take(order)
    article = likely.take(order) * size
    value = 2 * article.cumsum() / (size.cumsum() + article.sum())
    last = int(value.argmax())
    return np.sort(order[: last + 1]), float(value[last])


def rendered(lines: Sequence[PageLine]) -> str:
    """The lines as the extractor would write them: bullets before list items, cells of a row in one, listings whole."""
    return "\n".join(_written(lines))


def _written(lines: Sequence[PageLine]) -> Iterator[str]:
    for row, cells in groupby(lines, key=lambda line: line.row):
        if row:
            yield " | ".join(cell.text for cell in cells)
        else:
            yield from (f"- {line.text}" if line.tag == "li" else line.as_it_is or line.text for line in cells)
