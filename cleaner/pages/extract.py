"""The article's text, by a site's selectors or by trafilatura's search."""

import logging
from collections.abc import Callable
from copy import copy
from typing import TYPE_CHECKING, NamedTuple

from cleaner.pages.extractor import advise, convert, search
from cleaner.pages.page import Page, Tree, parse
from cleaner.pages.selectors import drop, found
from cleaner.result import Extraction, Finder
from cleaner.rules.rule import NO_SELECTORS, Selectors

if TYPE_CHECKING:
    from cleaner.linemodel.network import Model

# Less of the extractor's text on lines of the page than this: it is in a script, or built of attributes.
ON_LINES = 0.5
# Of public pages of hosts not learned from, one in fifty promises less; there the extractor has the better text.
SURE = 0.8


class FoundText(NamedTuple):
    """A text that was found in a page, by what, and why by that."""

    text: str
    found_by: Finder
    reason: str = ""


def extract(
    page: Page | bytes | str, selectors: Selectors = NO_SELECTORS, model: "Callable[[], Model] | None" = None
) -> Extraction:
    """The text of a page. Never raises for a bad one: `problem` says what is wrong with it.

    With a `model` the lines of the page are judged, and what trafilatura finds is one sign among others.

    >>> extract("<article><h1>Bread</h1><p>Flour, water and salt.</p></article>").text
    'Bread\\nFlour, water and salt.'
    """
    page = page if isinstance(page, Page) else parse(page)
    if page.problem:
        return Extraction("", page.url, problem=page.problem)
    tree = copy(page.tree) if selectors.drop else page.tree
    taken = drop(tree, selectors.drop)
    content = found(tree, selectors.content)
    try:
        chosen = FoundText(convert(content) if content else "", Finder.SELECTOR)
        if not chosen.text:
            chosen = _judged(tree, model()) if model else FoundText(search(tree), Finder.EXTRACTOR)
    except RecursionError:
        return Extraction("", page.url, taken, "too-deep")
    except Exception:  # another's code over anybody's pages: whatever it raises is this page's failure
        logging.getLogger(__name__).debug("trafilatura failed", exc_info=True)
        return Extraction("", page.url, taken, "extractor-failed")
    return Extraction(
        chosen.text, page.url, taken, None if chosen.text else "no-content", chosen.found_by, chosen.reason
    )


def _judged(tree: Tree, model: "Model") -> FoundText:
    """The lines that are likely the article, or what the extractor finds where that is no matter of lines."""
    from cleaner.pages.article import find_article

    advice = advise(tree)
    own = find_article(tree, advice, model)
    if own is None:
        return FoundText(search(tree), Finder.EXTRACTOR, "the page has no lines")
    if advice and own.agreement < ON_LINES:
        why = f"{own.agreement:.0%} of its text is on lines of the page, so the article is elsewhere"
        return FoundText(search(tree), Finder.EXTRACTOR, why)
    share = f"{own.lines} of {own.page_lines} lines have an expected F1 of {own.promise:.2f}"
    if own.promise < SURE:
        return FoundText(search(tree), Finder.EXTRACTOR, f"the best {share}, which is too little")
    return FoundText(own.text, Finder.LINES, share)
