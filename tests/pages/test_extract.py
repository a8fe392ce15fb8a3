"""Pages: bytes to the article's text, or the name of what is wrong."""

import subprocess
import sys

import pytest
import trafilatura
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.errors import CleanerError, PatternError
from cleaner.pages.extract import extract
from cleaner.pages.page import page_url, parse
from cleaner.pages.selectors import check_selector
from cleaner.result import Extraction, Taken
from cleaner.rules.rule import Selectors

LEAVEN = "The baker keeps a leaven of rye that is older than his shop, and feeds it twice a day."
OVEN = "The oven is lit before four, so that the first loaves stand in the window when the trams begin to run."
PRICE = "A loaf costs what it cost last year, he says, although flour, wood and wages have all become dearer."
PROSE = f"<p>{LEAVEN}</p><p>{OVEN}</p><p>{PRICE}</p>"
TEXT = f"{LEAVEN}\n{OVEN}\n{PRICE}"
PAGE = f"<html><head><title>Bread</title></head><body><article>{PROSE}</article></body></html>"


def test_an_encoding_that_does_not_exist_is_the_users_error() -> None:
    with pytest.raises(CleanerError, match="unknown encoding 'utf-9'"):
        parse(b"<p>a", "utf-9")


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
        (b"<p>" + bytes(range(0x80, 0xC0)) * 4, "undecodable"),
        (b"<p>" * 7_000_000, "too-large"),
    ],
)
def test_a_page_without_text_says_why(html: bytes | str, problem: str) -> None:
    assert extract(html) == Extraction("", problem=problem)


def test_the_limit_can_be_set() -> None:
    assert (parse(PAGE, max_bytes=len(PAGE)).problem, parse(PAGE, max_bytes=99).problem) == (None, "too-large")


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
def test_odd_pages_give_their_text(html: bytes | str) -> None:
    assert extract(html).text == TEXT


def test_no_word_is_lost_where_the_head_ends() -> None:
    page = parse("<title>a</title><main>b</main> c <section>d</section> e <p>f</p>")
    assert "".join(page.tree.itertext()) == "ab c d e f"


@pytest.mark.parametrize("start", ["", "</foo>" * 200], ids=["alone", "after more errors than are kept"])
def test_a_page_that_the_parser_cuts_off_is_named(start: str) -> None:
    html = f"<link rel=canonical href=https://example.com/a>{start}{PROSE}{'<div>' * 100_000}"
    assert extract(html) == Extraction("", "https://example.com/a", problem="too-deep")


def test_a_cell_over_all_columns_costs_no_memory() -> None:
    cell = "<tr><td colspan=9007199254740991 rowspan=9007199254740991>All</td></tr><tr><td>One</td></tr>"
    assert "| One |" in extract(f"{PROSE}<table>{cell}</table>").text


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<link rel=canonical href=https://example.com/a>", "https://example.com/a"),
        ("<link rel='nofollow CANONICAL' href=' https://example.com/a '>", "https://example.com/a"),
        ("<meta property=og:url content=http://example.com/b>", "http://example.com/b"),
        ("<meta name=og:url content=//example.com/b>", "https://example.com/b"),
        (
            "<meta property=og:url content=https://example.com/b><link rel=canonical href=https://example.com/a>",
            "https://example.com/a",
        ),
        (
            "<link rel=canonical href=/a><meta property=og:url content=https://example.com/b>",
            "https://example.com/b",
        ),
        ("<link rel=canonical href=http://[a><link rel=canonical><link rel=stylesheet href=https://e.com>", None),
        ("<meta name=og:url content=file:///etc/passwd><meta property=og:title content=https://e.com>", None),
    ],
)
def test_the_address_that_a_page_gives_itself(head: str, url: str | None) -> None:
    assert page_url(f"<html><head>{head}</head><body><p>One.") == url


@pytest.mark.parametrize(
    "selector",
    [
        "article .story-body",
        "div.a > p:not(.b), #c a[href^='https:']",
        "ul li:nth-child(2n+1)",
        "//aside",
        " .//div[@id='a:b']/p[2]",
        "(//table)[last()]",
        "//*[contains(concat(' ', normalize-space(@class), ' '), ' related ')]",
        "//h2[. = 'Price: 5 $'] | //h2/following-sibling::div[count(a) > 3 and not(p)]",
        "//div[@xml-like]/descendant-or-self::node()[self::p]",
    ],
)
def test_good_selectors(selector: str) -> None:
    assert check_selector(selector) is None


@pytest.mark.parametrize(
    ("selector", "complaint"),
    [
        ("//p[re:test(., '(a+)+$')]", "'re:' is not known here"),
        ("//p[str:tokenize(.)]", "'str:' is not known here"),
        ("//svg:path", "'svg:' is not known here"),
        ("svg|path", "'svg:' is not known here"),
        ("/html[document('a.xml')]", "document() is not known here"),
        ("//p[matches(., 'a')]", "matches() is not known here"),
        ("//p[$a]", "a selector has no variables"),
        ("//p[", "'//p[' is not XPath"),
        ("(1 + 1)", "does not choose elements"),
        ("//a/@href", "does not choose elements"),
        ("//p/text()", "does not choose elements"),
        ("", "is not CSS"),
        ("div..a", "is not CSS"),
        ("p::before", "is not CSS"),
        ("count(//p)", "XPath begins with / or ./ or ("),
        ("a:hover", "never holds on a stored page"),
        ("p" * 501, "has over 500 characters"),
        (":is(" * 120 + "p", "is not CSS"),
        ("(" * 249 + "//p" + ")" * 240, "is not XPath"),
    ],
)
def test_bad_selectors(selector: str, complaint: str) -> None:
    assert complaint in (check_selector(selector) or "")


def test_what_is_dropped_is_reported() -> None:
    html = f"<article>{PROSE}<div class=more>See  <b>also</b>: <script>go()</script>rolls</div> and so on.</article>"
    dropped = extract(html, Selectors(drop=("div.more", "//aside")))
    assert dropped.taken == (Taken("div.more", 1, 15), Taken("//aside", 0, 0))
    assert dropped.text == f"{TEXT}\nand so on."


def test_nested_elements_are_dropped_once() -> None:
    html = f"<article>{PROSE}<div>One <div>two <div>three</div></div></div></article>"
    assert extract(html, Selectors(drop=("div",))).taken == (Taken("div", 1, 13),)


def test_the_page_itself_is_never_dropped() -> None:
    extraction = extract(PAGE, Selectors(drop=("html", "//body", "//p/text() | //title")))
    assert extraction.text == TEXT
    assert [taken.elements for taken in extraction.taken] == [0, 0, 1]


def test_content_is_taken_as_it_is_found() -> None:
    html = f"<body><div class=a>{PROSE}</div><div class=b><p>Short.</p></div>tail<div class=b><p>Rye.</p></div>"
    assert extract(html, Selectors(content=(".b",))).text == "Short.\nRye."


def test_content_within_content_is_taken_once() -> None:
    assert extract(PAGE, Selectors(content=("//article | //p",))).text == TEXT


@pytest.mark.parametrize("first", [".no-such", ".empty", "//title"])
def test_the_first_selector_that_gives_text_counts(first: str) -> None:
    html = f"<body><div class=empty><p> </p></div><div class=b><p>Short.</p></div>{PAGE}"
    assert extract(html, Selectors(content=(first, ".b"))).text == {"//title": "Bread"}.get(first, "Short.")


def test_content_that_gives_no_text_leaves_the_search() -> None:
    html = f"<body><div class=a><footer>Go on</footer></div><article>{PROSE}</article>"
    assert extract(html, Selectors(content=(".a",))).text == TEXT


def test_names_do_not_mislead_within_content() -> None:
    html = f"<body><div id=story><p>Short.</p><div class=sidebar>{PROSE}</div></div>"
    assert extract(html, Selectors(content=("#story",))).text == f"Short.\n{TEXT}"


def test_a_parsed_page_stays_as_it_is() -> None:
    page = parse(PAGE)
    dropped, found = extract(page, Selectors(drop=("p",))), extract(page, Selectors(content=("p",)))
    assert (dropped.problem, found.text, extract(page).text) == ("no-content", TEXT, TEXT)


def test_a_selector_that_fails_on_a_page_is_named() -> None:
    with pytest.raises(PatternError, match=r"'//p\[contains\(\.\)\]' cannot be evaluated"):
        extract(PAGE, Selectors(drop=("//p[contains(.)]",)))


def test_the_same_page_gives_the_same_text_every_time() -> None:
    assert {extract(PAGE).text for _ in range(5)} == {TEXT}


def test_settings_of_the_extractor_are_pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(trafilatura.settings.DEFAULT_CONFIG["DEFAULT"], "MIN_OUTPUT_SIZE", "100000")
    assert extract(PAGE).text == TEXT


@pytest.mark.parametrize(
    ("error", "problem"), [(RecursionError(), "too-deep"), (AttributeError("text"), "extractor-failed")]
)
def test_what_the_extractor_raises_is_the_pages_failure(
    monkeypatch: pytest.MonkeyPatch, error: Exception, problem: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(trafilatura, "extract", fail)
    assert extract(PAGE) == Extraction("", problem=problem)


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    extract("<html><body></body></html>")
    assert capfd.readouterr() == ("", "")


def test_importing_costs_nothing() -> None:
    code = "import sys, cleaner.pages.extract; print({'lxml', 'trafilatura', 'cssselect'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


PIECES = st.sampled_from(
    [
        *(b"<div>", b"<p>", b"</p>", b"<table>", b"<tr><td colspan=99999999999>", b"<ul><li>", b"<a href=", b'"', b">"),
        *(
            b"<!--",
            b"-->",
            b"<script>",
            b"<![CDATA[",
            b"<frameset>",
            b"<body>",
            b"<html/>",
            b"</html>",
            b"<svg>",
            b"\0",
        ),
        *(
            b"&#0;",
            b"&#1;",
            b"&#xD800;",
            b"\xff\xfe",
            b"<?xml version='1.0' encoding='utf-16'?>",
            b"<meta charset=zip>",
        ),
        *(
            b"<!DOCTYPE html [<!ENTITY x 'y'>]>",
            b"<pre>",
            b"<blockquote>",
            b"<article class=post>",
            b"<x:y z:w=1 a:=2>",
        ),
        *(b"<script type='application/ld+json'>{'articleBody': '\\u0000&#1;<p>x'}</script>", PROSE.encode()),
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(st.binary(), st.lists(PIECES, max_size=60).map(b"".join), st.text(st.characters()).map("<p>{}".format))
)
def test_no_page_raises(html: bytes | str) -> None:
    extraction = extract(html, Selectors(content=("article", "//body"), drop=("ul", "//pre", "td, a")))
    assert (extraction.problem is None) == bool(extraction.text)
    extraction.text.encode()
