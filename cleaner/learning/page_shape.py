"""The outline of a page, as learning reads it: its lines, and the selectors of the elements around them."""

from typing import NamedTuple


class OutlineLine(NamedTuple):
    """A line, or a part of one: its text, the number of its element, and whether the models take it for the article.

    What `goes_on` belongs to the line of the part before it.
    """

    text: str
    element: int
    is_article: bool
    goes_on: bool = False


class OutlineElement(NamedTuple):
    """An element with lines: the one around it, the selectors that find it, and whether content leaves it out.

    A `label` is a link within a line, at one of its ends.
    """

    parent: int
    selectors: tuple[str, ...]
    left_out: bool
    label: bool = False


class PageOutline(NamedTuple):
    """A page: its headline, its other lines, and the elements that these are in; each follows the one around it.

    `found` are those of given selectors that find a text on it.
    """

    headline: str
    lines: tuple[OutlineLine, ...]
    elements: tuple[OutlineElement, ...]
    found: tuple[str, ...] = ()
