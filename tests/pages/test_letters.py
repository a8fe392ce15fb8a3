"""Every letter, mark and joiner of a kept line is in the text as in the page, in every script."""

import json
from unicodedata import normalize

import pytest
from alphabets import SCRIPTS, Sentences
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Cleaner
from cleaner.linemodel.weights import packaged_page_model
from cleaner.pages.extract import extract
from cleaner.pages.extractor import advise, search
from cleaner.pages.flatten import flatten
from cleaner.pages.letters import skeleton
from cleaner.pages.model_input import lines_in
from cleaner.pages.page import parse
from cleaner.result import Finder
from cleaner.rules.rule import Selectors

MENU = "<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li></ul></nav>"
FERRY = "The ferry leaves when the bell has rung twice, and never before the tide has turned."
every_script = pytest.mark.parametrize("written", SCRIPTS.values(), ids=SCRIPTS.keys())


def page(written: Sentences) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in written.paragraphs)
    head = f"<meta charset=utf-8><title>{written.title}</title>"
    return f"<html><head>{head}</head><body>{MENU}<article><h1>{written.title}</h1>{body}</article></body></html>"


@every_script
def test_lines_of_the_page(written: Sentences) -> None:
    result = Cleaner().clean_html(page(written))
    assert result.extraction is not None
    assert result.extraction.found_by is Finder.LINES
    assert result.text.split("\n")[:4] == [written.title, *written.paragraphs]


@every_script
def test_a_text_stays_as_it_is(written: Sentences) -> None:
    text = "\n\n".join([written.title, *written.paragraphs])
    assert Cleaner().clean(text).text == text


@every_script
def test_text_of_the_extractor(written: Sentences) -> None:
    assert set(search(parse(page(written)).tree).split("\n")) >= set(written.paragraphs)


@every_script
def test_content_of_a_selector(written: Sentences) -> None:
    extraction = extract(parse(page(written)), Selectors(content=("article",)))
    assert extraction.text.split("\n")[:4] == [written.title, *written.paragraphs]


@every_script
def test_lines_are_found_in_the_damaged_text(written: Sentences) -> None:
    tree = parse(page(written)).tree
    lines = flatten(tree).lines
    found = lines_in(lines, advise(tree))
    assert {line.text for line, has in zip(lines, found, strict=True) if has} >= set(written.paragraphs)


LETTERS = st.text(st.characters(categories=["L", "M", "N", "Cf"]), min_size=1, max_size=30)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(LETTERS, min_size=1, max_size=4))
def test_no_letter_is_lost_or_changed(words: list[str]) -> None:
    paragraphs = [f"{FERRY} {number} {word} {FERRY}" for number, word in enumerate(words)]
    tree = parse(f"<meta charset=utf-8><article>{''.join(f'<p>{text}</p>' for text in paragraphs)}</article>").tree
    assert [line.text for line in flatten(tree).lines] == paragraphs
    assert search(tree).split("\n") == paragraphs


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_a_damaged_text_has_the_same_skeleton(text: str) -> None:
    damaged = "".join(char for char in text if char.isprintable() or char.isspace())
    assert skeleton(normalize("NFC", damaged)) == skeleton(text)


def test_escapes_in_an_article_as_data_are_letters() -> None:
    persian = SCRIPTS["Persian, with non-joiners"]
    data = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(persian.paragraphs)})
    html = f"<html><head><script type='application/ld+json'>{data}</script></head><body><p>خانه</p></body></html>"
    extraction = extract(parse(html), models=packaged_page_model)
    assert extraction.found_by is Finder.EXTRACTOR
    assert extraction.text == " ".join(persian.paragraphs) + "\n"


def test_a_line_in_which_nothing_can_be_seen_is_none() -> None:
    html = f"<article><p>{FERRY}</p><p>\u200b</p><p>\ufeff \u200e</p><p>Ab\u00adend. {FERRY}</p></article>"
    assert search(parse(html).tree).split("\n") == [FERRY, f"Ab\u00adend. {FERRY}"]
