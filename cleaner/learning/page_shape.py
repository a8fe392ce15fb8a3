"""The outline of a page, as learning reads it: lines as numbers, and the selectors of what is around them."""

from typing import NamedTuple


class OutlineLine(NamedTuple):
    """A line: a digest of its text but for numbers, its characters, its element, and whether it is of the article."""

    digest: int
    size: int
    element: int
    is_article: bool


class OutlineElement(NamedTuple):
    """An element with lines: the one around it, the selectors that find it, and whether content leaves it out."""

    parent: int
    selectors: tuple[str, ...]
    left_out: bool


class PageOutline(NamedTuple):
    """A page without its headline: its lines, and the elements that they are in; each follows the one around it."""

    lines: tuple[OutlineLine, ...]
    elements: tuple[OutlineElement, ...]
