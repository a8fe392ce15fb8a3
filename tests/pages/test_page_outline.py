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


def test_a_link_at_the_end_of_a_line_is_a_part_of_its_own() -> None:
    heading = "<h2>The gate<span class='edit-link'>[<a href='/edit'>mend</a>]</span></h2>"
    found = page_outline(parse(f"<main>{heading}<p>It rose.</main>").tree, "The gate[mend]\nIt rose.", "")
    assert [(line.text, line.goes_on) for line in found.lines] == [
        ("The gate", False),
        ("[mend]", True),
        ("It rose.", False),
    ]
    label = found.elements[found.lines[1].element]
    assert (label.selectors, label.label, label.parent) == ((".edit-link",), True, found.lines[0].element)


def test_names_without_a_link_and_links_inside_a_line_are_no_labels() -> None:
    page = "<p>By <b class='who'>Ada Miller</b><p>The <a class='place' href='/fen'>upper fen</a> froze."
    found = page_outline(parse(page).tree, "By Ada Miller\nThe upper fen froze.", "")
    assert [line.text for line in found.lines] == ["By Ada Miller", "The upper fen froze."]


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
