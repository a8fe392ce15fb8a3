"""`cleaner learn` and `cleaner clean --learn` on pages: where the article is, and what in it is not."""

from pathlib import Path

import pytest
from command import Corpus
from harbour import article, foot

from cleaner import Cleaner
from cleaner.result import Finder

MENU = "".join(f"<li><a href='/{name}'>{name}</a>" for name in ("Home", "Boats", "Tides", "Subscribe", "Contact"))
PROMO = "<div class='promo'><p>Read the Post on your phone<p>Our app has every tide of the year</div>"


def page(number: int) -> str:
    headline, *paragraphs = article(number).strip().split("\n\n")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    footer = "".join(f"<p>{line}</p>" for line in foot(number).splitlines())
    return (
        f"<title>{headline}</title><link rel=canonical href='https://post.example.com/{number}'><ul class='menu'>{MENU}"
        f"</ul><h1>{headline}</h1><div id='story-{number}' class='story-text x{number}'>{body}{PROMO}</div>"
        f"<div class='end'>{footer}</div>"
    )


@pytest.fixture
def pages(corpus: Corpus) -> Corpus:
    for number in range(8):
        corpus.write(f"crawl/{number}.html", page(number))
    return corpus


def test_the_selectors_are_written_and_find_the_article(pages: Corpus) -> None:
    done = pages.run("learn", "crawl", "-o", "post.toml")
    assert (done.returncode, done.stdout) == (0, "")
    assert "post.example.com: 8 documents" in done.stderr
    assert "a content selector, 1 selector to drop" in done.stderr
    written = pages.read("post.toml")
    assert "# on 8 of 8 pages: " in written
    assert "content = [" in written
    assert "  '.story-text',\n]" in written
    assert "# on 8 of 8 pages: 0 % of it is article; 100 % recurs\n  '.promo'," in written
    result = Cleaner([Path(pages.folder, "post.toml")]).clean_html(page(40))
    assert result.text.split() == article(40).split()
    assert result.extraction is not None
    assert result.extraction.found_by is Finder.SELECTOR


def test_a_selector_that_finds_nothing_any_more_is_reported(pages: Corpus) -> None:
    rules = "sites = ['post.example.com']\n[html]\ncontent = ['.story-text', 'main > .body']\n"
    pages.write("own/post.toml", rules)
    done = pages.run("learn", "crawl", "--check", "own", "-q")
    assert done.returncode == 1
    assert done.stdout == (
        "own/post.toml: warning: field 'html': 'main > .body' finds no text on any of 8 pages; "
        "see whether the site has changed, and learn again\n"
    )


@pytest.mark.slow
def test_a_run_learns_from_its_own_pages(pages: Corpus) -> None:
    done = pages.run("clean", "crawl", "--learn")
    assert done.returncode == 0
    assert "learnt from post.example.com: 8 documents" in done.stderr
    assert pages.read("crawl/3.html.clean.txt").split() == article(3).split()
