"""Pages whose text may be no article are suspicious, and say why."""

import pytest

from cleaner import Cleaner
from cleaner.pages.doubt import doubt
from cleaner.pages.extract import extract
from cleaner.pages.flatten import flatten
from cleaner.pages.page import parse
from cleaner.result import Status

TITLES = (
    *("The ferry that would not sink", "Why the mill stands still", "A rope for every winter", "Bread from the coast"),
    *("What the keeper saw", "Eleven ways to tie a boat", "The year without eels"),
)
TEASER = "Our correspondent went there on a wet day and came back with a story that nobody had asked for."
CARDS = "".join(f"<div class=card><a href='/{title}'><h2>{title}</h2></a><p>{TEASER}</p></div>" for title in TITLES)
REFERENCES = "".join(f"<li><a href='/{title}'>{title}</a></li>" for title in TITLES)
PROSE = (
    "<p>The ferry was built in a shed that is no longer there, by two brothers who could not swim and said so.</p>"
    "<p>It sank for the first time on the day it was launched, and for the last time in the spring of last year.</p>"
    "<p>Between these two days it carried nine thousand carts, one bishop, and a piano that is still in the river.</p>"
)


def status(html: str) -> tuple[Status, tuple[str, ...]]:
    result = Cleaner().clean_html(html)
    return result.status, result.problems


def test_an_index_is_suspicious_and_keeps_its_text() -> None:
    html = f"<html><head><title>Ideas - The Arl Herald</title></head><body><main><h1>Ideas</h1>{CARDS}</main></body>"
    result = Cleaner().clean_html(html)
    assert result.status is Status.SUSPICIOUS
    assert any("other stories" in problem for problem in result.problems)
    assert TEASER in result.text


@pytest.mark.parametrize(
    "says",
    [
        "Please verify you are human to go on.",
        "Enable JavaScript and cookies to continue",
        "Checking your browser before you enter the site.",
        "Access denied\nYou do not have permission to see this page.",
        "Bitte JavaScript aktivieren, um diese Seite zu sehen.",
    ],
)
def test_a_bot_wall_is_suspicious(says: str) -> None:
    found, problems = status(f"<html><head><title>Wait</title></head><body><main><p>{says}</p></main></body></html>")
    assert found is Status.SUSPICIOUS
    assert problems[0].startswith("the page is a bot wall: it says '")


def test_an_article_about_bot_walls_is_not_one() -> None:
    html = f"<article><h1>Ferries</h1>{PROSE * 4}<p>The site asks to verify you are human, as it puts it.</p></article>"
    assert extract(parse(html)).doubt == ""


@pytest.mark.parametrize("below", ["", f"<h3>References</h3><ul>{REFERENCES}</ul>"], ids=["alone", "references"])
def test_an_article_is_not_doubted(below: str) -> None:
    head = "<html><head><title>The ferry of Arl</title></head>"
    html = f"{head}<body><article><h1>The ferry of Arl</h1>{PROSE}{below}</article></body></html>"
    assert status(html) == (Status.OK, ())


def test_a_small_text_without_a_headline_on_a_page_of_links() -> None:
    links = "".join(f"<li><a href='/{n}'>{title} and what became of it</a></li>" for n, title in enumerate(TITLES * 4))
    html = f"<ul>{links}</ul><p>{TEASER}</p>"
    lines = flatten(parse(html).tree).lines
    assert "no headline belongs to it" in doubt(TEASER, lines, "", 0.9)
    assert doubt(TEASER, lines, "The ferry", 0.9) == ""


def test_a_low_promise_is_doubted() -> None:
    lines = flatten(parse(PROSE).tree).lines
    text = "\n".join(line.text for line in lines)
    assert (
        doubt(text, lines, "", 0.31)
        == "no lines of the page are likely an article: the best have an expected F1 of 0.31"
    )
    assert doubt(text, lines, "", None) == doubt(text, lines, "", 0.9) == ""
