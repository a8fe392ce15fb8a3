"""Elements of a page whose names say that they hold no article, and what of them is in its text all the same."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cleaner.pages.page import Page, Tree
from cleaner.pages.selectors import VISIBLE, check_selector

# What such names hold: families of residue, and the platforms that print them.
TELLING = re.compile(
    r"related|recommend|share|social|newsletter|subscri|sign-?up|promo|advert|sponsor|comment|cookie|consent|sidebar"
    r"|most-?(?:read|popular|viewed)|trending|teaser|read-?(?:more|next|also)|also|tags?\b|breadcrumb|byline|author-?(?:bio|box)"
    r"|caption|credit|\bnav|menu|footer|paywall|outbrain|taboola|widget|disqus|follow|app-?(?:prompt|banner)|more-(?:on|from|news)",
    re.IGNORECASE,
)
NAME = re.compile(r"-?[A-Za-z_][\w-]*")
MOST = 8
# What takes more of the text than this holds the article.
ARTICLE_SHARE = 0.3
# A line of fewer characters may stand anywhere.
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Container:
    """A selector, how many elements it finds, and how many characters of the text are theirs."""

    selector: str
    elements: int
    characters: int


def containers(page: Page, text: str) -> list[Container]:
    """Those of which something is in the text, what has most of it first.

    >>> from cleaner.pages.page import parse
    >>> page = parse('<p>Bread and butter.<div class="share-bar">Share</div>')
    >>> containers(page, "Bread and butter.\\nShare")
    [Container(selector='.share-bar', elements=1, characters=5)]
    """
    if page.tree is None:
        return []
    lines = {" ".join(line.split()) for line in text.splitlines()}
    whole = sum(map(len, lines))
    elements: dict[str, list[Tree]] = {}
    for element in page.tree.iter():
        for selector in _selectors(element):
            elements.setdefault(selector, []).append(element)
    found = [Container(s, len(e), sum(map(len, _shared(e, lines)))) for s, e in elements.items()]
    telling = [c for c in found if 0 < c.characters <= ARTICLE_SHARE * whole and check_selector(c.selector) is None]
    return sorted(telling, key=lambda c: (-c.characters, c.selector))[:MOST]


def _selectors(element: Tree) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in ("html", "body"):
        return
    for sign, names in ((".", element.get("class", "").split()), ("#", [element.get("id", "")])):
        for name in dict.fromkeys(names):
            if TELLING.search(name) and NAME.fullmatch(name):
                yield f"{sign}{name}"


def _shared(elements: Iterable[Tree], lines: set[str]) -> set[str]:
    """The lines of the text that these elements hold."""
    texts = [" ".join("".join(element.xpath(VISIBLE)).split()) for element in elements]
    return {line for line in lines if len(line) >= SHORTEST and any(line in text for text in texts)}
