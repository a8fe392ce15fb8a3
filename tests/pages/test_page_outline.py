"""The outline of a page: lines as numbers, and stable selectors of what is around them."""

import pytest

from cleaner.learning.page_shape import PageOutline
from cleaner.pages.page import parse
from cleaner.pages.page_outline import page_outline
from cleaner.pages.stable_names import is_stable

PAGE = """<title>Sluice opens - Fenland Echo</title>
<nav class="top">Home</nav>
<main id="story-48213" data-zone="story"><h1>Sluice opens</h1>
<p class="lead css-9xk2">The sluice at Denny opened on 3 May, a year late.</p>
<aside>Read 12 more</aside></main>"""


def outline() -> PageOutline:
    return page_outline(
        parse(PAGE).tree, "Sluice opens\nThe sluice at Denny opened on 3 May, a year late.", "Sluice opens"
    )


def test_lines_are_marked_as_article_and_the_headline_stands_apart() -> None:
    found = outline()
    assert found.headline == "Sluice opens"
    assert [line.text[:4] for line in found.lines if not line.is_article] == ["Home", "Read"]


def test_an_element_follows_the_one_around_it_and_has_its_stable_selectors() -> None:
    found = outline()
    line = found.lines[1]
    paragraph = found.elements[line.element]
    around = found.elements[paragraph.parent]
    assert paragraph.selectors == (".lead",)
    assert around.selectors == ("main", '[data-zone="story"]')
    assert all(element.parent < number for number, element in enumerate(found.elements) if number)


def test_a_selectors_content_leaves_out_menus_and_asides() -> None:
    found = outline()
    assert [found.elements[line.element].left_out for line in found.lines] == [True, False, True]


def test_titles_of_other_stories_are_no_lines_of_it() -> None:
    page = parse('<main><p>The sluice opened.<p><a href="/9">Eels are back in the lower fen</a></main>')
    assert [line.text for line in page_outline(page.tree, "The sluice opened.", "").lines] == ["The sluice opened."]


@pytest.mark.parametrize(
    "name", ["article__body", "mw-parser-output", "storyText", "post_content", "Page-main", "lead"]
)
def test_a_name_of_words_is_stable(name: str) -> None:
    assert is_stable(name)


@pytest.mark.parametrize(
    "name",
    [
        "post-1187",
        "css-kfsqp",
        "dcr-fossqd",
        "BodyText-kfuPGa",
        "date__aBcDe",
        "gjHCLQ",
        "xqzpwt",
        "md:flex",
        "a b",
        "",
    ],
)
def test_a_name_with_a_number_or_a_hash_is_not(name: str) -> None:
    assert not is_stable(name)
