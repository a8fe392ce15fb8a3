"""What a notebook shows of a result."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from cleaner import Mark, Removed, Result, Status
from cleaner.notebook import NOTEBOOK
from cleaner.sites import Site

PIECE = Removed(11, "See: <b>two</b>\n", ("common/en/see-also", "seam"))
RESULT = Result("Rain & sun.Wind.\n", (PIECE,), site=Site("example.com", "--site"))


class Tags(HTMLParser):
    """The names of the tags, the open ones of which must be closed in order, and all attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def html_of(result: Result) -> str:
    html: str = result._repr_html_()
    return html


def text_of(html: str) -> str:
    """What a reader sees of the text."""
    shown = html.partition("<pre")[2].partition(">\n")[2].removesuffix("</pre></div>")
    return unescape(re.sub("<[^>]*>", "", shown))


def test_the_original_is_shown_with_what_went_struck_out() -> None:
    html = html_of(RESULT)
    assert text_of(html) == RESULT.undo()
    [(title, gone)] = re.findall(r'<del [^>]*title="([^"]*)">(.*?)</del>', html, re.DOTALL)
    assert (title, unescape(gone)) == ("common/en/see-also, seam", PIECE.text)


def test_the_facts_stand_above() -> None:
    result = Result("Rain.", (), Status.SUSPICIOUS, problems=("rule <x> ran out of time",))
    assert "suspicious; site unknown; language unknown" in html_of(result)
    assert "rule &lt;x&gt; ran out of time" in html_of(result)
    assert "ok; site example.com" in html_of(RESULT)
    assert "16 of 33 characters removed" in html_of(RESULT)
    assert ">by common/en/see-also<" in html_of(RESULT)


def test_what_is_withheld_is_underlined_around_what_went() -> None:
    withheld = (Mark(0, 20, "a/b"), Mark(15, 29, "c/d"), Mark(30, 32, "c/d"))
    html = html_of(replace(RESULT, withheld=withheld))
    assert text_of(html) == RESULT.undo()
    found = re.findall(r'<u [^>]*title="([^"]*)">(.*?)</u>', html, re.DOTALL)
    assert found == [("withheld: a/b", "Rain &amp; sun."), ("withheld: c/d", "Wi"), ("withheld: c/d", "d.")]


def test_the_html_is_whole_and_needs_nothing_else() -> None:
    tags = Tags()
    tags.feed(html_of(RESULT))
    assert tags.open == []
    assert tags.names == {"div", "pre", "del"}
    assert tags.attributes == {"style", "title", "dir"}


def test_no_colour_hides_the_text_in_a_dark_theme() -> None:
    """Text has the colour of the notebook, and backgrounds let that of the notebook through."""
    styles = ";".join(re.findall(r'style="([^"]*)"', html_of(RESULT)))
    properties = [item.partition(":")[::2] for item in styles.split(";")]
    assert "color" not in {name.strip() for name, _ in properties}
    assert all("rgba(" in value for name, value in properties if name.strip() == "background")


@pytest.mark.parametrize("text", ["\udc80", "a\ud83d"])
def test_what_cannot_be_written_is_replaced(text: str) -> None:
    html = html_of(Result(text))
    assert text_of(html) == text.replace("\udc80", "?").replace("\ud83d", "?")


def test_a_long_text_is_cut() -> None:
    long = "b" * 10 * NOTEBOOK.edge
    removed = [Removed(n * 2 * len(long), long, ("r",)) for n in range(2 * NOTEBOOK.spans)]
    html = html_of(Result(long * 2 * NOTEBOOK.spans, tuple(removed)))
    assert len(html) < 3 * NOTEBOOK.edge * 2 * NOTEBOOK.spans
    assert html.count("<del") == NOTEBOOK.spans
    assert f"[… {8 * NOTEBOOK.edge:,} characters …]" in html
    assert f"[… {NOTEBOOK.spans} more spans were removed …]" in html
