"""The page of a report: whole HTML that loads nothing, and shows what documents hold as text."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from cleaner.report.sheet import MOST_FAILED, MOST_ROWS, Chart, MarkedDocument, Measure, Sheet, as_html

VOID = {"meta", "input", "br"}
SHEET = Sheet(
    "Boats & <b>tides</b>",
    [("documents", "1,200")],
    [Chart("By <site>", "sites", [Measure("<i>quay</i>", 4, "four & more"), Measure("pier", 1, "one")])],
    {"<a>.txt": "no-text: it's gone \udcff"},
    [MarkedDocument("doubtful & so.txt", "suspicious: <x>", "<pre>Rain.</pre>")],
    [MarkedDocument("b.txt", "5 of 9", "<pre>Wind.</pre>")],
    "One <paragraph>.",
    {"quay": "<script>"},
)


class Reader(HTMLParser):
    """The text of a page, and the tags that are open; each must be closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loaded: list[str] = []
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.loaded += [f"{tag} {name}" for name, _ in attrs if name in {"src", "href", "action", "srcset"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


def test_the_page_is_whole_and_loads_nothing() -> None:
    reader = read(as_html(SHEET))
    assert reader.loaded == []
    assert "url(" not in as_html(SHEET)


def test_what_documents_hold_is_text_and_no_markup() -> None:
    said = read(as_html(SHEET)).said
    for words in ("Boats & <b>tides</b>", "<i>quay</i>", "<a>.txt", "suspicious: <x>", "One <paragraph>.", "<script>"):
        assert words in said


def test_only_its_own_script_may_run() -> None:
    page = as_html(SHEET)
    [script] = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'" in page


def test_what_failed_comes_first_and_then_what_is_doubtful() -> None:
    said = read(as_html(SHEET)).said
    assert (
        said.index("Failed documents") < said.index("doubtful & so.txt") < said.index("By <site>") < said.index("b.txt")
    )


def test_long_lists_are_shortened_and_counted() -> None:
    rows = [Measure(f"site {n}", n, str(n)) for n in range(MOST_ROWS + 2)]
    failed = {f"{n}.txt": "no-text" for n in range(MOST_FAILED + 1000)}
    said = read(as_html(Sheet("Tides", [], [Chart("By site", "sites", rows)], failed))).said
    assert "2 more sites" in said
    assert "1,000 more failed." in said


def test_a_page_of_nothing_has_no_empty_parts() -> None:
    assert "<section>" not in as_html(Sheet("Nothing", [], [Chart("By site", "sites", [])]))
