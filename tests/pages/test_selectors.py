"""Selectors from rule files: which are accepted."""

import pytest

from cleaner.pages.selectors import check_selector


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
