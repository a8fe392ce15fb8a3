"""The headline stays, once, whatever found the text."""

import pytest

from cleaner import Cleaner
from cleaner.linemodel.weights import packaged_page_model
from cleaner.pages.extract import extract
from cleaner.pages.flatten import flatten
from cleaner.pages.headline_line import find_headline, headline_rows, only_heading, with_headline, without_headline
from cleaner.pages.metadata import Metadata, metadata
from cleaner.pages.page import parse
from cleaner.result import Finder
from cleaner.rules.rule import NO_SELECTORS, Selectors

HEADLINE = "The weir at Lower Arl is mended"
PROSE = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The weir had leaked for eleven years before anybody was paid to look at it, and for two years after that.",
        "Since Tuesday it holds, and the meadows above the mill are under water for the first time since the flood.",
        "The miller says that she has waited for this day, and that she will now have to learn how to swim.",
    )
)
BODY = f'<div class="story-text">{PROSE}</div>'
MENU = "<nav><ul><li><a href='/'>Home</a><li><a href='/mills'>Mills</a></ul></nav>"


def page(body: str, title: str = f"{HEADLINE} - The Arl Herald", more: str = "") -> str:
    return f"<html><head><title>{title}</title>{more}</head><body>{MENU}{body}</body></html>"


def headline(html: str) -> str:
    tree = parse(html).tree
    return find_headline(flatten(tree).lines, metadata(tree))


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>{HEADLINE}</h1>{BODY}</article>",
        f"<header><h1>{HEADLINE}</h1></header><article>{BODY}</article>",
        f"<h1><a href='/weir'>{HEADLINE}</a></h1><article>{BODY}</article>",
        f"<h1><div><span>{HEADLINE}</span></div></h1><article>{BODY}</article>",
        f"<h1>The Arl Herald</h1><h1>{HEADLINE}</h1><article>{BODY}</article>",
        f"<h1 style='display:none'>{HEADLINE}!</h1><h1>{HEADLINE}</h1><article>{BODY}</article>",
        f"<h1>The weir at Lower Arl<br>is mended</h1><article>{BODY}</article>",
        f"<h1>{HEADLINE}<div class='sr-only'>{HEADLINE}</div></h1><article>{BODY}</article>",
        f"<h2>{HEADLINE}</h2><article>{BODY}</article>",
        f"<div class='title'>{HEADLINE}</div><article>{BODY}</article>",
    ],
    ids=[
        *("in the article", "in a header", "a link", "in blocks", "after the site's name", "after a hidden copy"),
        *("two lines", "said twice", "h2", "div"),
    ],
)
@pytest.mark.parametrize("found_by", list(Finder))
def test_the_headline_stands_in_the_text_once(body: str, found_by: Finder) -> None:
    selectors = Selectors(content=("div.story-text",)) if found_by is Finder.SELECTOR else NO_SELECTORS
    extraction = extract(parse(page(body)), selectors, packaged_page_model if found_by is Finder.LINES else None)
    assert extraction.found_by is found_by
    start = extraction.text[: extraction.text.index("The weir had leaked")]
    assert " ".join(start.split()).count(HEADLINE) == 1


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (f"<h1>{HEADLINE}</h1>", HEADLINE),
        (f"<h1>{HEADLINE}</h1><h1>Arl Gazette</h1>", ""),
        (f"<div style='display: none'><h1>{HEADLINE}</h1></div>", ""),
        (f"<noscript><h1>{HEADLINE}</h1></noscript>", ""),
        ("<h1>Arl Gazette</h1>", ""),
    ],
    ids=["the headline", "two", "hidden", "without scripts", "another"],
)
def test_the_headline_that_is_the_only_heading(headings: str, expected: str) -> None:
    tree = parse(page(headings)).tree
    assert only_heading(tree, metadata(tree)) == expected


def test_a_breadcrumb_or_a_second_copy_does_not_come_along() -> None:
    crumbs = f"<ul class='crumbs'><li><a href='/'>Home</a><li>{HEADLINE}</ul>"
    text = extract(
        parse(page(f"{crumbs}<h1>{HEADLINE}</h1><h2>{HEADLINE}</h2>{BODY}")), models=packaged_page_model
    ).text
    assert text.count(HEADLINE) == 1


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (page(f"<h1>Weather</h1>{BODY}"), ""),
        (page(f"<h1>Mended at last</h1>{BODY}"), ""),
        (page(f"<h1>{HEADLINE}, says the miller</h1>{BODY}"), f"{HEADLINE}, says the miller"),
        (page(BODY), ""),
        (page(f"<h1>{HEADLINE}</h1>{BODY}", title=""), ""),
        (page(f"<h1>{HEADLINE}</h1>{BODY}", "Arl", f"<meta name=og:title content='{HEADLINE}'>"), HEADLINE),
        (page("<h1>The Arl Herald</h1>", more="<meta property=og:site_name content='The Arl Herald'>"), ""),
        (page("<h1>下流の堰が直った</h1>", "下流の堰が直った｜アール新聞"), "下流の堰が直った"),
    ],
    ids=["section", "other words", "longer", "none", "no title", "og:title", "site", "Japanese"],
)
def test_a_headline_is_named_by_a_title(html: str, expected: str) -> None:
    assert headline(html) == expected


def test_a_headline_that_has_its_place_stays_there() -> None:
    text = f"By the mill correspondent\n{HEADLINE}\nThe weir had leaked."
    assert with_headline(text, HEADLINE) == text


def test_a_refrain_is_no_copy() -> None:
    verses = [f"Verse {n}\nThe water came" for n in range(8)]
    poem = "\n".join([HEADLINE, *verses, HEADLINE])
    assert with_headline(poem, HEADLINE) == poem


def test_a_text_without_a_line_gets_none() -> None:
    assert with_headline("", HEADLINE) == ""
    assert with_headline("The weir.", "") == "The weir."


def test_a_headline_is_left_out_of_a_reference() -> None:
    assert without_headline(f"{HEADLINE.upper()}\nThe weir.", HEADLINE) == "The weir."
    assert without_headline("The weir.", HEADLINE) == without_headline("The weir.", "") == "The weir."


def test_rows_of_the_first_h1_that_is_the_headline() -> None:
    tree = parse(page(f"<p>{HEADLINE}</p><h1>The weir at Lower Arl<br>is mended</h1>{BODY}")).tree
    lines = flatten(tree).lines
    assert [lines[row].text for row in headline_rows(lines, HEADLINE)] == ["The weir at Lower Arl", "is mended"]
    assert headline_rows(lines, "Something else") == headline_rows(lines, "") == []


def test_a_page_that_says_nothing_has_no_headline() -> None:
    assert find_headline(flatten(parse(page(BODY)).tree).lines, Metadata()) == ""


def test_no_rule_removes_the_headline() -> None:
    html = page(
        f"<article><h1>Privacy policy</h1>{BODY}<p>Privacy policy</p></article>", title="Privacy policy - The Arl"
    )
    lines = Cleaner().clean_html(html).text.split("\n")
    assert lines[0] == "Privacy policy"
    assert lines.count("Privacy policy") == 1


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        pytest.param(
            "Die Donaudampfschifffahrt ruht", "Die Donau\u00addampf\u00adschiff\u00adfahrt ruht", id="soft hyphens"
        ),
        pytest.param("Caf\u00e9 am Fluss", "Cafe\u0301 am Fluss", id="decomposed"),
        pytest.param("مركب النهر القديم", "مَرْكَبُ النَّهْرِ القديم", id="harakat"),
        pytest.param("قايق نميشود رنگ", "قايق نمي\u200cشود رنگ", id="non-joiner"),
        pytest.param("เรือข้ามฟากลำใหม่", "เรือข้ามฟากลำใหม่", id="Thai"),
    ],
)
def test_a_title_may_lack_what_the_headline_has(title: str, shown: str) -> None:
    assert find_headline(flatten(parse(f"<h1>{shown}</h1>").tree).lines, Metadata((title,))) == shown
