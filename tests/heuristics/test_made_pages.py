"""Flattened pages in many languages lose their furniture, and texts without furniture lose nothing."""

import textwrap

import pytest
from languages import MadePage, figures, pages

from cleaner.api import Cleaner

PAGES = list(pages())
CLEANER = Cleaner()
by_language = pytest.mark.parametrize("page", PAGES, ids=[page.language.value for page in PAGES])


def unchanged(lines: list[str]) -> bool:
    text = "\n".join([*lines, ""])
    return CLEANER.clean(text).text == text


@by_language
def test_furniture_goes_and_the_article_stays(page: MadePage) -> None:
    gone, lost = figures(page, CLEANER)
    assert lost == 0
    assert gone > 0.8


@by_language
def test_an_article_alone_stays_whole(page: MadePage) -> None:
    assert unchanged(page.article)


@by_language
def test_verse_stays_whole(page: MadePage) -> None:
    assert unchanged([line for paragraph in page.article for line in textwrap.wrap(paragraph, 24)])


@by_language
def test_a_list_between_paragraphs_stays_whole(page: MadePage) -> None:
    items = [" ".join(paragraph.split()[:3])[:20] for paragraph in page.article[1:]]
    assert unchanged([*page.article[:4], *items, *items[::-1], *page.article[4:]])
