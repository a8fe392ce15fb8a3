"""The page of `--report` in a real browser: by keyboard and mouse, on a phone, in the dark, and as axe-core sees it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import LIST, Corpus
from in_browser import AXE, CHROMIUM, DESKTOP, PHONE, chromium, page_of, playwright, violations

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report on two documents of which something went, one that is suspicious and one that failed."""
    corpus = Corpus(tmp_path_factory.mktemp("corpus"))
    corpus.write("a.txt")
    corpus.write("b.txt", "It rained on the quay all day.\n\nSee: sun\n\nIt dried.\n")
    corpus.write("list.txt", LIST)
    corpus.write("broken.jsonl", "{")
    corpus.run("clean", ".", "--report", "report.html")
    return (corpus.folder / "report.html").as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


def test_documents_are_opened_by_key_and_shown_before_and_after(report: str, browser: Any) -> None:
    with page_of(browser, report) as page:
        opened = page.locator("details.document[open] summary")
        page.keyboard.press("j")
        playwright.expect(opened).to_contain_text("list.txt")
        page.keyboard.press("j")
        playwright.expect(opened).to_contain_text("a.txt")
        gone = page.locator("details.document[open] del").first
        playwright.expect(gone).to_be_visible()
        page.keyboard.press("a")
        playwright.expect(gone).to_be_hidden()
        page.get_by_label("Show only what is left").click()
        playwright.expect(gone).to_be_visible()
        page.keyboard.press("k")
        playwright.expect(opened).to_contain_text("list.txt")
        page.locator("summary", has_text="b.txt").click()
        playwright.expect(page.locator("del", has_text="See: sun")).to_be_visible()


@pytest.mark.parametrize("colour", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_names_contrast_and_width(
    report: str, browser: Any, viewport: dict[str, int], colour: str, tmp_path: Path
) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed")
    with page_of(browser, report, viewport, colour) as page:
        for summary in page.locator("summary").all():
            summary.click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
        page.screenshot(path=tmp_path / "report.png", full_page=True)
