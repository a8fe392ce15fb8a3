"""Pages: from bytes to the text of the article, or what is wrong."""

import subprocess
import sys

import pytest
import trafilatura
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.corpus.limits import MAX_BYTES
from cleaner.errors import PatternError
from cleaner.pages.extract import extract
from cleaner.pages.page import MESSAGES, parse
from cleaner.result import Extraction, Taken
from cleaner.rules.rule import NO_SELECTORS, Selectors

LEAVEN = "The baker keeps a leaven of rye that is older than his shop, and feeds it twice a day."
OVEN = "The oven is lit before four, so that the first loaves stand in the window when the trams begin to run."
PRICE = "A loaf costs what it cost last year, he says, although flour, wood and wages have all become dearer."
PROSE = f"<p>{LEAVEN}</p><p>{OVEN}</p><p>{PRICE}</p>"
TEXT = f"{LEAVEN}\n{OVEN}\n{PRICE}\n"
PAGE = f"<html><head><title>Bread</title></head><body><article>{PROSE}</article></body></html>"


# What is wrong with a page, and what to do.
MESSAGES_OF = MESSAGES | {
    "binary": "these bytes are not text; leave the file out with --exclude",
    "too-large": "more than 50,000,000 bytes; --max-bytes raises the limit",
}


def extracted(html: bytes | str, selectors: Selectors = NO_SELECTORS) -> Extraction:
    return extract(parse(html), selectors)


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        (b"", "no-content"),
        (" \n", "no-content"),
        (b"\0\0\0", "binary"),
        (b"<!-- a -->", "not-html"),
        (b"<html><!-- a --></html>", "no-content"),
        (b"<!DOCTYPE html>", "no-content"),
        (b"<html><body><script>var a = '<p>'</script></body></html>", "no-content"),
        (b"<html><frameset cols='20%,80%'><frame src='a.html'></frameset></html>", "no-content"),
        (LEAVEN, "not-html"),
        ("a < b and c > d, so <x> it is", "not-html"),
        ('{"body": "<p>text</p>"}', "not-html"),
        ('\n[{"body": "<p>text</p>"}]\n', "not-html"),
        ("<?xml version='1.0'?><rss><channel><title>News</title></channel></rss>", "not-html"),
        ("<feed><title>News</title></feed>", "not-html"),
        ("<?xml version='1.0'?><book><chapter>One</chapter></book>", "not-html"),
        (b"%PDF-1.7\n<p>", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"\x1f\x8b\x08\0\0\0\0\0\0\xff", "binary"),
        (b"<p>" * (MAX_BYTES // 3 + 1), "too-large"),
    ],
)
def test_problem_of_a_page_without_text(html: bytes | str, problem: str) -> None:
    extraction = extracted(html)
    assert extraction == Extraction("", problem=problem, message=MESSAGES_OF[problem])


@pytest.mark.parametrize(
    "html",
    [
        PROSE,
        PAGE,
        PAGE.encode("utf-16"),
        f'<?xml version="1.0" encoding="iso-8859-1"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{PROSE}</body></html>',
        f"<html lang=en />\n<body>{PROSE}",
        f"{PROSE}<p class='{'a' * 1_000_000}'></p>",
        f"<!doctype html><title>Bread</title><article>{PROSE}</article>",
        f"<link rel=icon href=a><main><p>{LEAVEN}</p></main><p>{OVEN}</p><p>{PRICE}</p>",
        f"<body>{'<div>' * 1000}{PROSE}",
        f"<body>{PROSE}{'<div>' * 1000}",
        f"<body>{'</foo>' * 200}{PROSE}",
    ],
    ids=lambda html: f"{html[:20]!r}",
)
def test_text_of_unusual_pages(html: bytes | str) -> None:
    assert extracted(html).text == TEXT


@pytest.mark.parametrize("start", ["", "</foo>" * 200], ids=["alone", "after more errors than are kept"])
def test_a_page_that_the_parser_cuts_off_has_a_problem(start: str) -> None:
    html = f"<link rel=canonical href=https://example.com/a>{start}{PROSE}{'<div>' * 100_000}"
    assert extracted(html) == Extraction("", "https://example.com/a", problem="too-deep", message=MESSAGES["too-deep"])


def test_a_cell_that_spans_all_columns_needs_no_memory() -> None:
    cell = "<tr><td colspan=9007199254740991 rowspan=9007199254740991>All</td></tr><tr><td>One</td></tr>"
    assert "| One |" in extracted(f"{PROSE}<table>{cell}</table>").text


def test_dropped_elements_are_reported() -> None:
    html = f"<article>{PROSE}<div class=more>See  <b>also</b>: <script>go()</script>rolls</div> and so on.</article>"
    dropped = extracted(html, Selectors(drop=("div.more", "//aside")))
    assert dropped.taken == (Taken("div.more", 1, 15), Taken("//aside", 0, 0))
    assert dropped.text == f"{TEXT}and so on.\n"


def test_nested_elements_are_dropped_once() -> None:
    html = f"<article>{PROSE}<div>One <div>two <div>three</div></div></div></article>"
    assert extracted(html, Selectors(drop=("div",))).taken == (Taken("div", 1, 13),)


def test_the_page_itself_is_never_dropped() -> None:
    extraction = extracted(PAGE, Selectors(drop=("html", "//body", "//p/text() | //title")))
    assert extraction.text == TEXT
    assert [taken.elements for taken in extraction.taken] == [0, 0, 1]


def test_content_is_every_element_that_the_selector_finds() -> None:
    html = f"<body><div class=a>{PROSE}</div><div class=b><p>Short.</p></div>tail<div class=b><p>Rye.</p></div>"
    assert extracted(html, Selectors(content=(".b",))).text == "Short.\nRye.\n"


def test_nested_content_is_extracted_once() -> None:
    assert extracted(PAGE, Selectors(content=("//article | //p",))).text == TEXT


@pytest.mark.parametrize("first", [".no-such", ".empty", "//title"])
def test_the_first_content_selector_that_gives_text_is_used(first: str) -> None:
    html = f"<body><div class=empty><p> </p></div><div class=b><p>Short.</p></div>{PAGE}"
    assert extracted(html, Selectors(content=(first, ".b"))).text == {"//title": "Bread\n"}.get(first, "Short.\n")


def test_without_text_in_the_content_the_whole_page_is_searched() -> None:
    html = f"<body><div class=a><footer>Go on</footer></div><article>{PROSE}</article>"
    assert extracted(html, Selectors(content=(".a",))).text == TEXT


@pytest.mark.parametrize("content", [".layout", "td.body", "//td[@class='body']/*"])
def test_content_in_a_table_without_data_is_paragraphs(content: str) -> None:
    data = "<table><tr><td>Rye<td>2</tr><tr><td>Spelt<td>3</tr></table>"
    html = f"<table class=layout><tr><td class=body>{PROSE}{data}<p>So it stays.</p></td></tr></table>"
    text = extracted(html, Selectors(content=(content,))).text
    assert text == f"{TEXT}Rye | 2\nSpelt | 3\nSo it stays.\n"


def test_class_names_do_not_mislead_within_content() -> None:
    html = f"<body><div id=story><p>Short.</p><div class=sidebar>{PROSE}</div></div>"
    assert extracted(html, Selectors(content=("#story",))).text == f"Short.\n{TEXT}"


def test_figures_and_boxes_in_content_are_left_out_but_for_data() -> None:
    listing = "<figure><pre>rye = 2</pre><figcaption>Amounts</figcaption></figure>"
    story = "<div><a href=/b>The mill that grinds at night</a></div>"
    boxes = "<footer>Read on</footer><nav><a>Home</a></nav><form>Name</form><figure>Photo: a mill</figure>"
    html = f"<form><aside class=story>{PROSE}{story}{boxes}{listing}<p>Rye keeps.</aside>Bread</form>"
    assert extracted(html, Selectors(content=(".story",))).text == f"{TEXT}rye = 2\nRye keeps.\n"


def test_extraction_changes_the_page_only_by_what_is_dropped() -> None:
    page = parse(f"{PAGE}<aside>Share</aside>")
    assert extract(page, Selectors(content=("p",))).text == extract(page).text == TEXT
    assert extract(page, Selectors(drop=("aside", "p:last-of-type"))).text == f"{LEAVEN}\n{OVEN}\n"


def test_a_selector_that_cannot_be_evaluated_is_an_error() -> None:
    with pytest.raises(PatternError, match=r"'//p\[contains\(\.\)\]' cannot be evaluated"):
        extracted(PAGE, Selectors(drop=("//p[contains(.)]",)))


def test_the_same_page_gives_the_same_text_every_time() -> None:
    assert {extracted(PAGE).text for _ in range(5)} == {TEXT}


def test_settings_of_the_extractor_are_pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(trafilatura.settings.DEFAULT_CONFIG["DEFAULT"], "MIN_OUTPUT_SIZE", "100000")
    assert extracted(PAGE).text == TEXT


@pytest.mark.parametrize(
    ("error", "problem"), [(RecursionError(), "too-deep"), (AttributeError("text"), "extractor-failed")]
)
def test_an_exception_of_the_extractor_is_a_problem_of_the_page(
    monkeypatch: pytest.MonkeyPatch, error: Exception, problem: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(trafilatura, "extract", fail)
    assert extracted(PAGE) == Extraction("", problem=problem, message=MESSAGES[problem])


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    extracted("<html><body></body></html>")
    assert capfd.readouterr() == ("", "")


def test_slow_libraries_are_imported_with_the_first_page() -> None:
    slow = {"cssselect", "lxml", "trafilatura", "webencodings"}
    code = f"import sys, cleaner.pages.extract; print({slow} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


PIECES = st.sampled_from(
    [
        *b"<div> <p> </p> <table> <ul><li> <!-- --> <script> <![CDATA[ <frameset> <body> <html/> </html> <svg>".split(),
        *b'&#0; &#1; &#xD800; <pre> <blockquote> > " \0 \xff\xfe'.split(b" "),
        *(b"<tr><td colspan=99999999999>", b"<a href=", b"<article class=post>", b"<x:y z:w=1 a:=2>"),
        b"<meta charset=zip>",
        *(b"<?xml version='1.0' encoding='utf-16'?>", b"<!DOCTYPE html [<!ENTITY x 'y'>]>", PROSE.encode()),
        b"<script type='application/ld+json'>{'articleBody': '\\u0000&#1;<p>x'}</script>",
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(st.binary(), st.lists(PIECES, max_size=60).map(b"".join), st.text(st.characters()).map("<p>{}".format))
)
def test_no_page_raises(html: bytes | str) -> None:
    extraction = extracted(html, Selectors(content=("article", "//body"), drop=("ul", "//pre", "td, a")))
    assert (extraction.problem is None) == bool(extraction.text)
    extraction.text.encode()
