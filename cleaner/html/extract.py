"""The article's text, by a site's selectors or by trafilatura's search."""

import logging
from collections.abc import Callable
from configparser import ConfigParser
from copy import copy
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cleaner.extraction import By, Extraction
from cleaner.html.page import Page, Tree, parse
from cleaner.html.selector import drop, found, visible
from cleaner.rule import NO_SELECTORS, Selectors

if TYPE_CHECKING:
    from cleaner.heuristics.network import Model

# trafilatura's own values, held here so that none of its releases changes what a page gives.
PINNED = {"min_extracted_size": 250, "min_output_size": 1, "min_output_comm_size": 1, "max_tree_size": ""}
# Below this share of the text, class names have misled the extractor within the content that a selector found. Of 318
# public pages with the best selector there is: word F1 0.983 with it, 0.982 without, 0.966 by search.
MISLED = 0.8
# Less of the extractor's text on lines of the page than this: it is in a script, or built of attributes.
ON_LINES = 0.5
# Of public pages of hosts not learned from, one in fifty promises less; there the extractor has the better text.
SURE = 0.8
NAMES = ("class", "id", "itemprop", "itemtype", "role")


class Text(NamedTuple):
    """A text that was found in a page, by what, and why by that."""

    text: str
    by: By
    why: str = ""


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
        chosen = Text(_converted(content) if content else "", By.SELECTOR)
        if not chosen.text:
            chosen = _judged(tree, model()) if model else Text(_searched(tree), By.EXTRACTOR)
    except RecursionError:
        return Extraction("", page.url, taken, "too-deep")
    except Exception:  # another's code over anybody's pages: whatever it raises is this page's failure
        logging.getLogger(__name__).debug("trafilatura failed", exc_info=True)
        return Extraction("", page.url, taken, "extractor-failed")
    return Extraction(chosen.text, page.url, taken, None if chosen.text else "no-content", chosen.by, chosen.why)


def advise(tree: Tree) -> str:
    """What trafilatura finds in a page at first sight: two thirds of the time of its whole search."""
    return _searched(tree, fast=True)


def _judged(tree: Tree, model: "Model") -> Text:
    """The lines that are likely the article, or what the extractor finds where that is no matter of lines."""
    from cleaner.html.cut import cut

    advice = advise(tree)
    own = cut(tree, advice, model)
    if own is None:
        return Text(_searched(tree), By.EXTRACTOR, "the page has no lines")
    if advice and own.agreement < ON_LINES:
        why = f"{own.agreement:.0%} of its text is on lines of the page, so the article is elsewhere"
        return Text(_searched(tree), By.EXTRACTOR, why)
    share = f"{own.lines} of {own.of} lines have an expected F1 of {own.promise:.2f}"
    if own.promise < SURE:
        return Text(_searched(tree), By.EXTRACTOR, f"the best {share}, which is too little")
    return Text(own.text, By.LINES, share)


def _converted(content: list[Tree]) -> str:
    """The text of what a selector found, without the search for it."""
    tree = _wrapped(content)
    named = _searched(tree, recall=True)
    if len(named) > MISLED * sum(map(visible, content)):  # nothing can be missing, so one run is enough
        return named
    for element in tree.iter():
        for name in NAMES:
            element.attrib.pop(name, None)
    nameless = _searched(tree, recall=True)
    return named if len(named) > MISLED * len(nameless) else nameless


def _wrapped(content: list[Tree]) -> Tree:
    """A page that is nothing but an article, under a name that trafilatura looks for first."""
    tree = parse('<html><body><article class="post-body"></article></body></html>').tree
    for element in map(copy, content):
        element.tail = None
        tree[0][0].append(element)
    return tree


def _searched(tree: Tree, *, recall: bool = False, fast: bool = False) -> str:
    """What trafilatura finds in a page, which it leaves as it is.

    The options were chosen by word F1 over 349 public pages with reference texts, on the mean of four sets: 0.943 with
    these; favor_recall 0.942, in two thirds of the time; favor_precision 0.940, but 0.027 less on one set; fast 0.932.
    """
    import trafilatura

    text = trafilatura.extract(
        tree,
        config=_pinned(),
        fast=fast,
        favor_precision=False,
        favor_recall=recall,
        include_comments=False,
        include_formatting=False,
        include_images=False,
        include_links=False,  # with them 0.904
        include_tables=True,  # without them 0.936
        deduplicate=False,  # it keeps state: the same page gives nothing the fourth time
        with_metadata=False,
        output_format="txt",
    )
    return text or ""


@cache
def _pinned() -> ConfigParser:
    from trafilatura.settings import use_config

    for name in ("trafilatura", "justext"):  # they warn on stderr of every page without text
        logging.getLogger(name).addHandler(logging.NullHandler())
    config = use_config()
    config.read_dict({"DEFAULT": PINNED})
    return config
