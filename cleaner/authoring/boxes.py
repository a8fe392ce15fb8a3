"""Finds elements of a page that look like boilerplate by their names but are part of the extracted text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cleaner.learning.residue_names import RESIDUE_NAMES
from cleaner.pages.page import Page, Tree
from cleaner.pages.selectors import VISIBLE, check_selector

NAME = re.compile(r"-?[A-Za-z_][\w-]*")
# The number of selectors to propose. Chosen by hand.
MOST = 8
# Elements with a larger share of the characters of the text hold the article itself. Chosen by hand; not measured.
ARTICLE_SHARE = 0.3
# Shorter lines, in characters, are ignored: they may occur anywhere. Chosen by hand; not measured.
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Box:
    """A selector, the number of its elements, and the number of characters of the text that they hold."""

    selector: str
    elements: int
    characters: int


def boxes(page: Page, text: str) -> list[Box]:
    """The selectors of elements that hold a part of the text, the one with the largest part first.

    >>> from cleaner.pages.page import parse
    >>> page = parse('<p>Bread and butter.<div class="share-bar">Share</div>')
    >>> boxes(page, "Bread and butter.\\nShare")
    [Box(selector='.share-bar', elements=1, characters=5)]
    """
    if page.tree is None:
        return []
    lines = {" ".join(line.split()) for line in text.splitlines()}
    whole = sum(map(len, lines))
    elements: dict[str, list[Tree]] = {}
    for element in page.tree.iter():
        for selector in _selectors(element):
            elements.setdefault(selector, []).append(element)
    candidates = [Box(s, len(e), sum(map(len, _shared(e, lines)))) for s, e in elements.items()]
    proposed = [
        c for c in candidates if 0 < c.characters <= ARTICLE_SHARE * whole and check_selector(c.selector) is None
    ]
    return sorted(proposed, key=lambda c: (-c.characters, c.selector))[:MOST]


def _selectors(element: Tree) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in ("html", "body"):
        return
    for sign, names in ((".", element.get("class", "").split()), ("#", [element.get("id", "")])):
        for name in dict.fromkeys(names):
            if RESIDUE_NAMES.search(name) and NAME.fullmatch(name):
                yield f"{sign}{name}"


def _shared(elements: Iterable[Tree], lines: set[str]) -> set[str]:
    """The lines of the text that occur in these elements."""
    texts = [" ".join("".join(element.xpath(VISIBLE)).split()) for element in elements]
    return {line for line in lines if len(line) >= SHORTEST and any(line in text for text in texts)}
