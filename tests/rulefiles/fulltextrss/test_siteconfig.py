"""Reading site configs of Full-Text RSS."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.pages.extract import extract
from cleaner.pages.page import parse as parse_page
from cleaner.pages.selectors import check_selector
from cleaner.rulefiles.fulltextrss.filenames import host_of_config, precedence
from cleaner.rulefiles.fulltextrss.siteconfig import Fault, MappedLine, SiteConfig, UnsupportedLine, read
from cleaner.rulefiles.fulltextrss.toml import rule_file
from cleaner.rules.parse import parse
from cleaner.rules.rule import Selectors


def fine(_: str) -> None:
    """Finds no fault with any selector."""


def one(line: str) -> MappedLine | UnsupportedLine | Fault:
    """The directive of a config that has one line."""
    [directive] = read(line, check_selector).directives
    return directive


MAPPED = [
    ("body: //article", "content", "//article"),
    ("body: //h1 | //article", "content", "//h1 | //article"),
    ("  body :  //article  ", "content", "//article"),
    ("body: id('story')/p", "content", '//*[@id="story"]/p'),
    ('body: //p[@title="a: b"]', "content", '//p[@title="a: b"]'),
    ("strip: //aside", "drop", "//aside"),
    ("strip_attr: //aside", "drop", "//aside"),
    ("strip_id_or_class: promo", "drop", '//*[contains(@class, "promo") or contains(@id, "promo")]'),
    ("strip_id_or_class: 'promo box'", "drop", '//*[contains(@class, "promo box") or contains(@id, "promo box")]'),
    ('strip_image_src: "/ads/"', "drop", '//img[contains(@src, "/ads/")]'),
]


@pytest.mark.parametrize(("line", "field", "selector"), MAPPED)
def test_a_line_becomes_a_selector(line: str, field: str, selector: str) -> None:
    assert one(line) == MappedLine(1, line.partition(":")[0].strip(), field, selector)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("title: //h1", "only the text is extracted"),
        ("author:", "only the text is extracted"),
        ("prune: no", "pages of all sites are read in the same way"),
        ("find_string: <p>", "nothing is ever rewritten"),
        ("replace_string(<p>): <div>", "nothing is ever rewritten"),
        ("replace_string(a)): b", "nothing is ever rewritten"),
        ("http_header(user-agent): x", "nothing is ever fetched"),
        ("next_page_link: //a", "nothing is ever fetched"),
        ("test_url: https://example.com/1", "rule files are tested with examples"),
        ("strip: //p/text()", "it selects text or attributes, and rule files select only elements"),
        ("strip: //p/text()[1]", "it selects text or attributes, and rule files select only elements"),
        ("strip_attr: //img/@srcset", "it selects text or attributes, and rule files select only elements"),
    ],
)
def test_a_line_is_not_supported(line: str, reason: str) -> None:
    directive = one(line)
    assert isinstance(directive, UnsupportedLine)
    assert directive.reason == reason


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("titl: //h1", "unknown key 'titl'; did you mean 'title'?"),
        ("Body: //p", "unknown key 'Body'; did you mean 'body'?"),
        ("strip_id_or_clas: promo", "unknown key 'strip_id_or_clas'; did you mean 'strip_id_or_class'?"),
        ("https://example.com/1", "unknown key 'https'; no key is similar; a comment begins with #"),
        ("body(1): //p", "unknown key 'body(1)'; write 'body:', without brackets"),
        (
            "replace_string(a: b): c",
            "unknown key 'replace_string(a'; a colon inside the brackets ends the key; use find_string and",
        ),
        ("// the end", "// the end is not a directive; write 'key: value', or # before a comment"),
        ("body:", "has no value; add one, or delete the line"),
        ("strip_id_or_class: ''", "has no value; add one, or delete the line"),
        ("body: article", "'article' finds nothing from the page's root; begin it with //"),
        ("body: div.story", "'div.story' finds nothing from the page's root; begin it with //"),
        ("strip: //p[", "'//p[' is not XPath"),
        ("strip: //p[contain(., 'x')]", "contain() is not known here"),
        ("strip: //p[re:test(., 'x')]", "'re:' is not known here"),
        ("body: string(//p)", "'(string(//p))' does not choose elements"),
        ("strip: //p[.='\x01']", "contains a control character; delete it"),
        ("strip: ' x '", "'(' x ')' does not choose elements"),
    ],
)
def test_a_fault_is_reported(line: str, message: str) -> None:
    fault = one(line)
    assert isinstance(fault, Fault)
    assert fault.message.startswith(message)


def test_every_line_gives_a_directive() -> None:
    config = read("\ufeffbody: //a\r\n\r\n# body: //b\n  # x\ntitle: //h1\nboddy: //c", fine)
    assert config.directives == (
        MappedLine(1, "body", "content", "//a"),
        UnsupportedLine(5, "title", "only the text is extracted"),
        Fault(6, "", "unknown key 'boddy'; did you mean 'body'?"),
    )


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    st.sampled_from(["", "body: ", "strip:", "x:"]),
)
def test_no_line_of_any_config_is_skipped(text: str, before: str) -> None:
    lines = [line.strip() for line in (before + text).removeprefix("\ufeff").split("\n")]
    wanted = [number for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    assert [directive.line for directive in read(before + text, check_selector).directives] == wanted


def test_selectors_keep_their_order_and_occur_once() -> None:
    config = read("strip: //b\nbody: //x\nstrip: //a\nstrip: //b\nbody: //y", fine)
    assert config.selectors == Selectors(("//x", "//y"), ("//b", "//a"))


def test_an_unused_config_keeps_its_faults() -> None:
    config = read("body: //a\ntitle: //h1\nboddy: //c", fine).unused("why").with_fault("what")
    assert config.selectors == Selectors()
    assert config.directives[1] == UnsupportedLine(1, "body", "why")
    assert [fault.line for fault in config.faults] == [0, 3]
    assert config.faults[0].at("x.txt") == "x.txt: what"


PAGE = (
    "<html><body class='promo-page'><article id='story'>"
    + "<p>The river rose by half a metre during the night, and the lower road was closed before the first bus left.</p>"
    * 3
    + "<p class='box promoted'>Buy now.</p><div id='PROMO'>Loud.</div><div id='a-promo'>Quiet.</div></article>"
    + "<p>Elsewhere.</p></body></html>"
)


def test_a_part_of_a_class_or_id_is_enough_and_its_case_matters() -> None:
    text = extract(parse_page(PAGE), read("body: id('story')\nstrip_id_or_class: promo", check_selector).selectors).text
    assert ("Buy now." in text, "Loud." in text, "Quiet." in text, "Elsewhere." in text) == (False, True, False, False)
    assert text.startswith("The river rose")


@pytest.mark.parametrize(
    ("name", "host", "rank"),
    [
        ("example.com.txt", "example.com", 0),
        (".example.com.txt", "example.com", 1),
        ("www.example.com.txt", "example.com", 2),
        ("news.example.com.txt", "news.example.com", 0),
        ("global.txt", None, 0),
        ("LICENSE.txt", None, 0),
    ],
)
def test_host_and_rank_come_from_the_name(name: str, host: str | None, rank: int) -> None:
    assert (host_of_config(name), precedence(name)) == (host, rank)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip), max_size=3))
def test_a_rule_file_has_the_selectors_that_it_was_written_from(selectors: list[str]) -> None:
    written = Selectors(("//article",), tuple(selectors))
    file = parse(tomllib.loads(rule_file("example.com.txt", "example.com", written)), "x/y", Path("y.toml"))
    assert (file.sites, file.html, file.rules) == (("example.com",), written, ())


def test_a_config_without_directives_is_empty() -> None:
    assert read("# nothing\n\n", fine) == SiteConfig()
