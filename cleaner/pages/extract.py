"""The text of an article: by a site's selectors, by the line model or by trafilatura."""

import logging
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from cleaner.pages.doubt import doubt, is_index
from cleaner.pages.extractor import advise, search
from cleaner.pages.flatten import PageLine, PageLines, flatten
from cleaner.pages.headline_line import find_headline, only_heading, with_headline
from cleaner.pages.metadata import Hints, metadata
from cleaner.pages.page import MESSAGES, Page, Tree
from cleaner.pages.rendering import content_lines, rendered
from cleaner.pages.selectors import drop, find_content
from cleaner.result import Extraction, Finder
from cleaner.rules.rule import NO_SELECTORS, Selectors

if TYPE_CHECKING:
    from cleaner.linemodel.page_model import PageModels
    from cleaner.pages.article import Article

# If a smaller share of the extractor's text is on lines of the page, the article is in a script or in attributes.
# Chosen by hand; not measured.
ON_LINES = 0.5
# If the expected F1 of the best lines is lower, trafilatura's fast mode is asked, and the lines are judged again with
# its text: on one in 12 pages of the choose part. There the mean over collections, of four pairs of fits, is 0.9635
# with 0.91 and 0.92, 0.9634 with 0.93, 0.9621 with 0.75, and 0.9631 if it is asked on every page.
UNADVISED_SURE = 0.92
# If the expected F1 of the best lines is lower then, the extractor's text is better. So it is on one in sixty public
# pages of hosts that the model has not learned from. On the choose part 0.8 gives 0.0004 less in the mean.
SURE = 0.75


class FoundText(NamedTuple):
    """A text that was found in a page, what found it, and why that was used."""

    text: str
    found_by: Finder
    reason: str = ""
    expected_f1: float | None = None  # of the best lines, where a model has judged them


NOTHING = FoundText("", Finder.EXTRACTOR)


def extract(page: Page, selectors: Selectors = NO_SELECTORS, models: "PageModels | None" = None) -> Extraction:
    """The text of a page, which ends in one line end. Never raises for a bad page: `problem` says what is wrong.

    What `selectors.drop` finds is removed from the tree of the page. With `models`, their probabilities choose the
    lines of the page. Where the first model is unsure, trafilatura's text is one of the inputs of the other.
    Raises `PatternError` for a selector that cannot be evaluated.

    >>> from cleaner.pages.page import parse
    >>> extract(parse("<article><h1>Bread</h1><p>Flour, water and salt.</p></article>")).text
    'Bread\\nFlour, water and salt.\\n'
    """
    if page.problem:
        return Extraction("", page.url, problem=page.problem, message=page.message)
    headline = why = ""
    taken = drop(page.tree, selectors.drop)
    content = find_content(page.tree, selectors.content)
    try:
        chosen, headline, lines = _found(page.tree, content, models)
        problem = None if chosen.text else "no-content"
        if chosen.found_by is not Finder.SELECTOR and is_index(chosen.text, lines):
            chosen, problem = NOTHING, "index"
        chosen = chosen._replace(text=with_headline(chosen.text, headline))
        why = doubt(chosen.text, lines, headline, chosen.expected_f1)
    except RecursionError:
        chosen, problem = NOTHING, "too-deep"
    except Exception:  # trafilatura on any page from anywhere: whatever it raises, only this page fails
        logging.getLogger(__name__).debug("trafilatura failed", exc_info=True)
        chosen, problem = NOTHING, "extractor-failed"
    message = MESSAGES[problem] if problem else ""
    found = chosen.found_by, chosen.reason
    text = f"{chosen.text.rstrip()}\n" if chosen.text else ""
    return Extraction(text, page.url, taken, problem, *found, message, why, headline, page.guess)


def _found(
    tree: Tree, content: Sequence[Tree], models: "PageModels | None"
) -> tuple[FoundText, str, Sequence[PageLine]]:
    """The text, the headline, and the lines of the page, or of the content where no other need be read."""
    said, parts = metadata(tree), list(map(content_lines, content))
    chosen = FoundText("\n".join(filter(None, map(rendered, parts))), Finder.SELECTOR)
    if chosen.text and (headline := only_heading(tree, said)):
        return chosen, headline, list(chain(*parts))
    flat = flatten(tree)
    headline = find_headline(flat.lines, said)
    if chosen.text:
        return chosen, headline, flat.lines
    if models:
        return _by_lines(tree, flat, Hints(said.body, headline), models), headline, flat.lines
    return FoundText(search(tree), Finder.EXTRACTOR), headline, flat.lines


def _by_lines(tree: Tree, flat: PageLines, hints: Hints, models: "PageModels") -> FoundText:
    """The lines that are likely the article, or the extractor's text where no choice of lines is good enough."""
    from cleaner.pages.article import find_article
    from cleaner.pages.model_input import encode_page, with_advice

    page = encode_page(flat, hints)
    if page is None:
        return FoundText(search(tree), Finder.EXTRACTOR, "the page has no lines")
    own = find_article(page, models(advised=False))
    if own.is_thread:
        return FoundText(own.text, Finder.LINES, f"{own.lines} of {own.page_lines} lines are posts of a thread")
    if own.expected_f1 >= UNADVISED_SURE:
        return FoundText(own.text, Finder.LINES, _promise(own), own.expected_f1)
    advice = advise(tree)
    advised = find_article(with_advice(page, advice), models(advised=True))
    if advice and advised.agreement < ON_LINES:
        why = f"{advised.agreement:.0%} of its text is on lines of the page, so the article is elsewhere"
        return FoundText(search(tree), Finder.EXTRACTOR, why)
    if advised.expected_f1 < SURE:
        reason = f"the best {_promise(advised)}, which is too low"
        return FoundText(search(tree), Finder.EXTRACTOR, reason, advised.expected_f1)
    why = f"{_promise(advised)} with trafilatura's text as a sign, {own.expected_f1:.2f} without it"
    return FoundText(advised.text, Finder.LINES, why, advised.expected_f1)


def _promise(own: "Article") -> str:
    return f"{own.lines} of {own.page_lines} lines have an expected F1 of {own.expected_f1:.2f}"
