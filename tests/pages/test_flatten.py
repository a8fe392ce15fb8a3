"""Pages as lines, and the lines of the article."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.linemodel.page_model import PageModel
from cleaner.linemodel.weights import packaged_page_model
from cleaner.pages.article import best, find_article
from cleaner.pages.elements import BITS
from cleaner.pages.extract import extract
from cleaner.pages.extractor import advise
from cleaner.pages.flatten import PageLine, flatten
from cleaner.pages.metadata import Hints
from cleaner.pages.model_input import FEATURES, ModelInput, encode_page, lines_in, with_advice
from cleaner.pages.page import Tree, parse
from cleaner.pages.rendering import rendered
from cleaner.pages.signals import OF_ADVICE
from cleaner.result import Finder

NO_HINTS = Hints()
LEAVEN = "The baker keeps a leaven of rye that is older than his shop, and feeds it twice a day."
OVEN = "The oven is lit before four, so that the first loaves stand in the window when the trams begin to run."
PRICE = "A loaf costs what it cost last year, he says, although flour, wood and wages have all become dearer."
ARTICLE = "".join(f"<p>{line}</p>" for line in (LEAVEN, OVEN, PRICE) * 3)
MENU = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "Politics", "Sport", "Weather", "Shop"))
PAGE = (
    f'<html><body><nav class="main-nav"><ul>{MENU}</ul></nav><article class="post"><h1>Bread</h1>{ARTICLE}</article>'
    f'<footer class="site-footer"><ul>{MENU}</ul><p>All rights reserved.</p></footer></body></html>'
)


def texts(html: str) -> list[str]:
    return [line.text for line in flatten(parse(html).tree).lines]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        pytest.param("<p>One<p>two", ["One", "two"], id="blocks"),
        pytest.param("<p>One <b>and <i>a</i></b> half</p>", ["One and a half"], id="inline"),
        pytest.param("<div>One<p>two</p>three</div>", ["One", "two", "three"], id="text around a block"),
        pytest.param("<p>One<br>two", ["One", "two"], id="line break"),
        pytest.param(
            "<p>One <img class=emoji alt=🧑‍🌾>, two <img alt=Boat>", ["One 🧑‍🌾, two"], id="an image of an emoji"
        ),
        pytest.param("<pre>one\n  two</pre>", ["one two"], id="a listing"),
        pytest.param("<p>One <script>two()</script>three", ["One three"], id="script"),
        pytest.param("<p>One <span hidden>two</span> three", ["One three"], id="hidden"),
        pytest.param("<b style='color: red; DISPLAY : none'>One</b>two", ["two"], id="not displayed"),
        pytest.param("<select><option>One</select><p>two", ["two"], id="choices"),
        pytest.param("<p>one\n\n  two\u00a0three", ["one two three"], id="white space"),
    ],
)
def test_lines_that_a_browser_shows(html: str, lines: list[str]) -> None:
    assert texts(html) == lines


@pytest.mark.parametrize(
    ("rest", "is_marked"),
    [
        pytest.param(f"<div style='display:none'><p>{OVEN}</p></div>", True, id="style"),
        pytest.param(f"<section hidden>{OVEN}</section>", True, id="attribute"),
        pytest.param(f"<span style='display: none'>{OVEN}</span>", True, id="a long text within a line"),
        pytest.param(f"<span hidden><p>{OVEN}</p></span>", True, id="a block within a line"),
        pytest.param(f"<details><summary></summary>{OVEN}</details>", False, id="details"),
        pytest.param(f"<div aria-hidden=true>{OVEN}</div>", False, id="hidden for screen readers alone"),
        pytest.param(f"<div style='max-height: 4em; overflow: hidden'>{OVEN}</div>", False, id="height"),
        pytest.param(f"<div class='collapse d-none'>{OVEN}</div>", False, id="class"),
    ],
)
def test_the_rest_of_a_text_is_read_where_it_is_hidden(rest: str, *, is_marked: bool) -> None:
    """A reader may have to ask for it."""
    lines = flatten(parse(f"<div><p>{LEAVEN}</p>{rest} <p>{PRICE}</p></div>").tree).lines
    assert [line.text for line in lines] == [LEAVEN, OVEN, PRICE]
    assert [bool(line.within & BITS["hidden"]) for line in lines] == [False, is_marked, False]


def test_place_of_a_line_in_the_tree() -> None:
    flat = flatten(parse(PAGE).tree)
    home = flat.lines[0]
    assert (home.text, home.tag, home.linked) == ("Home", "li", 1.0)
    assert flat.names[home.names] == ("main", "nav")
    assert flat.lines[5]._replace(names=0, block=0) == PageLine("Bread", "h1", 0.0, 4, flat.lines[5].within, 0)


def shown(html: str) -> str:
    return rendered(flatten(parse(html).tree).lines)


@pytest.mark.parametrize(
    ("table", "text"),
    [
        pytest.param("<tr><td>a<td>b<tr><td>c<td>d", "a | b\nc | d", id="cells"),
        pytest.param("<tr><td><p>a</p><td><div><b>b</b></div>", "a | b", id="a block in each cell"),
        pytest.param("<caption>Loaves</caption><tr><td>a<br>b<td>c", "Loaves\na b | c", id="a line break in a cell"),
        pytest.param("<tr><th>a<th>b<tr><td><p>c<p>d<td>e", "a | b\nc d | e", id="short paragraphs under heads"),
        pytest.param(
            f"<tr><th>a<tr><td>b<td>{LEAVEN} {OVEN}", f"a\nb | {LEAVEN} {OVEN}", id="a long cell under a head"
        ),
        pytest.param(
            "<tr><td>rye<td>two loaves<tr><td>oats<td><p>b<p>c", "rye | two loaves\noats | b c", id="one list"
        ),
        pytest.param("<tr><td>a<td>b</table><p>c<table><tr><td>d<td>e", "a | b\nc\nd | e", id="two tables"),
    ],
)
def test_rows_of_a_table_with_data_are_lines(table: str, text: str) -> None:
    assert shown(f"<table>{table}</table>") == text


@pytest.mark.parametrize(
    ("table", "text"),
    [
        pytest.param("<tr><td>a<td><p>b</p><p>c</p>", "a\nb\nc", id="paragraphs"),
        pytest.param("<tr><td>a<td>b<br><br>c", "a\nb\nc", id="line breaks in a row"),
        pytest.param("<tr><td>a<td><ul><li>b<li>c</ul>", "a\n- b\n- c", id="list"),
        pytest.param("<tr><td>a<tr><td>b", "a\nb", id="a single column"),
        pytest.param("<tr><td>a<td><h2>b</h2>c", "a\nb\nc", id="heading"),
        pytest.param("<tr><td>a<td><table><tr><td>b<td>c</table><td>d", "a\nb | c\nd", id="a table with data inside"),
        pytest.param("<tr><td>1<br>2<td><pre>a\n  b</pre>", "1\n2\na\n  b", id="listing"),
        pytest.param(
            f"<tr><td>a<td>{' '.join([LEAVEN, OVEN, PRICE] * 3)}",
            f"a\n{' '.join([LEAVEN, OVEN, PRICE] * 3)}",
            id="prose",
        ),
        pytest.param(
            f"<tr><th>a<td><p>{LEAVEN}<p>{OVEN}<p>{PRICE}",
            f"a\n{LEAVEN}\n{OVEN}\n{PRICE}",
            id="paragraphs beside a head",
        ),
    ],
)
def test_cells_of_any_other_table_are_paragraphs(table: str, text: str) -> None:
    assert shown(f"<table>{table}</table>") == text


def test_a_table_for_presentation_has_no_rows() -> None:
    assert (
        shown("<table role=presentation><tr><td>a<td>b</table><table role=table><tr><td>c<td>d</table>")
        == "a\nb\nc | d"
    )


def test_text_outside_the_cells_of_an_unclosed_table_is_lines() -> None:
    assert shown("<table><tr><td>a<td>b</td></tr> c<br><br>d<div>e</div>") == "a | b\nc\nd\ne"


def test_the_name_of_a_place_is_no_link() -> None:
    lines = flatten(parse("<h2><a name=top>One<p>two<p><a name=b href=c>three</a><p><a class=b>four</a>").tree).lines
    assert [(line.text, line.linked) for line in lines] == [("One", 0), ("two", 0), ("three", 1), ("four", 1)]


def test_each_item_of_a_list_has_one_mark() -> None:
    html = "<ul><li><p>a</p><p>b</p><li> <li><b>c</b><ul><li>d</ul></ul><p>e"
    assert rendered(flatten(parse(html).tree).lines) == "- a\nb\n- c\n- d\ne"


def test_a_listing_keeps_its_lines() -> None:
    lines = flatten(parse("<p>a<pre>\nfor x in y:  \n\n    b(x)\n</pre>").tree).lines
    assert rendered(lines) == "a\nfor x in y:\n\n    b(x)"


def test_lines_of_the_extracted_text_are_found_in_the_page() -> None:
    lines = flatten(parse(f"<p>Bread</p><ul><li>Bread</li></ul><p>{LEAVEN}</p><p>Bread</p><p>{OVEN}</p>").tree).lines
    assert lines_in(lines, f"{LEAVEN}\nBread\n{OVEN}").tolist() == [False, False, True, True, True]
    assert lines_in(lines, f"Bread\n{OVEN}").tolist() == [False, False, False, True, True]
    assert not lines_in(lines, "").any()


def test_lines_are_found_where_the_extractor_removed_characters_without_width() -> None:
    lines = flatten(parse("<p>\u200eAb\u00adend\u200clied</p><p>Other</p>").tree).lines
    assert lines_in(lines, "Abendlied").tolist() == [True, False]


def test_every_line_that_holds_a_word_is_encoded() -> None:
    flat = flatten(parse(f"{PAGE}<p>***</p>").tree)
    page = encode_page(flat, Hints())
    assert page
    advised = with_advice(page, OVEN)
    assert advised.features.shape == (len(page.shown), FEATURES)
    assert page.features.shape == (len(page.shown), FEATURES - len(OF_ADVICE))
    assert page.lines.hashes.shape == (page.lines.words.sum(),)
    assert [line.text for line in page.shown][-1] == "All rights reserved."
    assert encode_page(flatten(parse("<p>***</p>").tree), Hints()) is None


def test_the_best_lines_have_the_highest_expected_f1() -> None:
    rng = np.random.default_rng(3)
    probabilities, size = rng.random(8, np.float32), rng.integers(1, 90, 8)

    def expected_f1(rows: list[int]) -> float:
        return 2 * float((probabilities * size)[rows].sum()) / float(size[rows].sum() + (probabilities * size).sum())

    subsets = [[i for i in range(8) if number >> i & 1] for number in range(1, 256)]
    rows, value = best(probabilities, size)
    assert value == pytest.approx(max(map(expected_f1, subsets)))
    assert rows.tolist() == sorted(rows.tolist())


def encoded(html: str, hints: Hints = NO_HINTS) -> ModelInput:
    page = encode_page(flatten(parse(html).tree), hints)
    assert page
    return page


@pytest.fixture(scope="module")
def model() -> PageModel:
    return packaged_page_model(advised=False)


def test_the_text_of_an_article_is_its_lines() -> None:
    extraction = extract(parse(PAGE), models=packaged_page_model)
    assert extraction.found_by is Finder.LINES
    assert "expected F1" in extraction.reason
    assert [line for line in extraction.text.splitlines() if line != "Bread"] == [LEAVEN, OVEN, PRICE] * 3


def test_an_article_in_a_script_is_left_to_the_extractor() -> None:
    body = " ".join([LEAVEN, OVEN, PRICE] * 3)
    script = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    page = parse(f"<html><head>{script}</head><body><p>Please log in.</p></body></html>")
    extraction = extract(page, models=packaged_page_model)
    assert (extraction.found_by, extraction.text) == (Finder.EXTRACTOR, f"{body}\n")


def test_the_extractor_advises_only_where_the_model_is_unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    teasers = f"<div class=teaser><p>{OVEN}</div><div class=teaser><p><a href=/a>{PRICE}</a></div>"
    unsure = f"<ul>{MENU}</ul>{teasers}<div class=comment><p>{LEAVEN}</div>"
    asked = []

    def recorded(tree: Tree) -> str:
        asked.append(advise(tree))
        return asked[-1]

    monkeypatch.setattr("cleaner.pages.extract.advise", recorded)
    assert "trafilatura" not in extract(parse(PAGE), models=packaged_page_model).reason
    assert not asked
    extraction = extract(parse(unsure), models=packaged_page_model)
    page = encoded(unsure)
    advised = find_article(with_advice(page, asked[0]), packaged_page_model(advised=True))
    assert (extraction.found_by, extraction.text) == (Finder.LINES, f"{advised.text}\n")
    assert f"expected F1 of {advised.expected_f1:.2f} with trafilatura's text as a sign" in extraction.reason


def test_without_a_model_the_extractor_decides() -> None:
    assert extract(parse(PAGE)).found_by is Finder.EXTRACTOR


def test_a_page_without_words_is_left_to_the_extractor() -> None:
    assert extract(parse("<p><img src='a.png'></p>"), models=packaged_page_model).problem == "no-content"
    assert extract(parse("<p>***</p>"), models=packaged_page_model).found_by is Finder.EXTRACTOR


def test_the_same_page_gives_the_same_article(model: PageModel) -> None:
    page = encoded(PAGE)
    first = find_article(page, model)
    for other in (f"<p>{OVEN}</p>", PAGE):
        find_article(encoded(other, Hints(data=OVEN)), model)
    assert find_article(page, model) == first


@pytest.mark.slow
@settings(max_examples=60)
@given(st.lists(st.sampled_from(["<div>", "</div>", "<p>", "a ", "漢", "\ud800", "<table><tr><td>", "<li>", "&#0;"])))
def test_no_page_raises(parts: list[str]) -> None:
    extract(parse("<html>" + "".join(parts)), models=packaged_page_model)
