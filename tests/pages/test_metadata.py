"""What a page says of itself."""

import json

import pytest

from cleaner.pages.metadata import Metadata, metadata
from cleaner.pages.page import parse


def said(head: str) -> Metadata:
    return metadata(parse(f"<html><head>{head}</head><body><p>Rye.</p></body></html>").tree)


def data(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_titles_without_the_name_of_the_site_come_first() -> None:
    head = "<title>Rye keeps | The Miller</title><meta property='og:title' content='Rye  keeps'>"
    site = "<meta property='og:site_name' content='The Miller'>"
    assert said(head + site) == Metadata(("Rye keeps", "Rye keeps | The Miller"), "The Miller")


def test_a_title_that_was_escaped_twice() -> None:
    assert said("<title>Rye &amp;amp; oats</title>").titles == ("Rye & oats",)


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "NewsArticle", "headline": "Rye keeps", "articleBody": "Rye &amp; oats."},
        [{"@type": "WebSite"}, {"@type": ["Article", "Thing"], "headline": "Rye keeps", "articleBody": "Rye & oats."}],
        {"@graph": [{"@type": "BlogPosting", "headline": "Rye keeps", "articleBody": "Rye & oats."}]},
    ],
    ids=["alone", "in a list", "in a graph"],
)
def test_an_article_as_data(value: object) -> None:
    assert said(data(value)) == Metadata(("Rye keeps",), "", "Rye & oats.")


@pytest.mark.parametrize(
    "script",
    [
        '<script type="application/ld+json">{"@type": "Article", </script>',
        f'<script type="application/ld+json">{"[" * 100_000}</script>',
        data({"@type": "Article", "headline": ["Rye"], "articleBody": 7}),
        data({"@type": "Person", "headline": "Rye"}),
        '<script type="application/ld+json"></script>',
    ],
    ids=["broken", "too deep", "other types", "no article", "empty"],
)
def test_data_that_says_nothing(script: str) -> None:
    assert said(script) == Metadata()
