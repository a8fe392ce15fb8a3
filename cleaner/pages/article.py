"""The article of a page: the lines whose probabilities promise the highest F1."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.network import Model
from cleaner.pages.flatten import PageLine, flatten
from cleaner.pages.model_input import encode_page
from cleaner.pages.page import Tree

# Keep a headline of the extractor's if P(article) is at least this: readers want it, though reference texts seldom have
# it. On public pages this costs 0.0004 of F1; keeping every headline costs 0.0034.
HEADLINE = 0.2


class Article(NamedTuple):
    """The text of the chosen lines, and how reliable it is."""

    text: str
    lines: int
    page_lines: int  # all lines of the page that hold a word
    expected_f1: float
    agreement: float  # share of the extractor's text that is on lines of the page


def find_article(tree: Tree, advice: str, model: Model) -> Article | None:
    """The article; `advice` is the extractor's text. None if no line of the page holds a word."""
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


def choose(probabilities: Floats, size: Numbers, headlines: Numbers) -> tuple[Numbers, float]:
    """Row numbers of the best lines and of likely headlines, in order, and the expected F1 of the best lines.

    `probabilities` are P(article), `size` characters, and `headlines` a mask of the lines that are headlines of the
    extractor's text; one value each for each line.
    """
    chosen, expected_f1 = best(probabilities, size)
    more = (headlines & (probabilities >= HEADLINE)).nonzero()[0]
    return np.union1d(chosen, more), expected_f1


def best(probabilities: Floats, size: Numbers) -> tuple[Numbers, float]:
    """Row numbers of the lines with the highest expected F1, in order, and that F1.

    >>> best(np.array([0.9, 0.1, 0.45]), np.array([100, 100, 100]))[0].tolist()
    [0, 2]
    """
    order = (-probabilities).argsort(kind="stable")
    size = size.take(order)
    article = probabilities.take(order) * size
    value = 2 * article.cumsum() / (size.cumsum() + article.sum())
    last = int(value.argmax())
    return np.sort(order[: last + 1]), float(value[last])


def rendered(lines: Sequence[PageLine]) -> str:
    """The lines as trafilatura writes them: "- " before a list item, cells of a row in one line, listings unchanged."""
    return "\n".join(_rendered_lines(lines))


def _rendered_lines(lines: Sequence[PageLine]) -> Iterator[str]:
    for row, cells in groupby(lines, key=lambda line: line.row):
        if row:
            yield " | ".join(cell.text for cell in cells)
        else:
            yield from (f"- {line.text}" if line.tag == "li" else line.listing or line.text for line in cells)
