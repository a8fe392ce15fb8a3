"""The page of a review in a real browser: by mouse, by keyboard, on a phone, in the dark, and as axe-core sees it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from in_browser import AXE, CHROMIUM, DESKTOP, PHONE, chromium, page_of, playwright, violations
from reviewed import FOOT, NEAR, PLACES, Reviewed, reviewing

from cleaner.rules.settings import Settings

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")]

HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"

Opened = Callable[..., AbstractContextManager[Any]]


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reviewed]:
    folder = tmp_path_factory.mktemp("corpus")
    with reviewing(folder, Settings(heuristics=False), {f"{HOSTILE[:4]}.txt": f"It rained.\n\n{HOSTILE}\n"}) as started:
        started.wait("progress", "surveyed", 7)
        yield started


@pytest.fixture(scope="module")
def opened(review: Reviewed) -> Iterator[Opened]:
    """Opens the page; at the end nothing may have gone wrong in it, or been asked of anyone else."""
    with chromium() as browser:

        @contextmanager
        def opening(viewport: dict[str, int] = DESKTOP, colour: str = "light") -> Iterator[Any]:
            with page_of(browser, review.server.address, viewport, colour) as page:
                page.wait_for_selector("#list [aria-current]")
                yield page

        yield opening


def go_to(page: Any, name: str) -> None:
    page.get_by_role("button", name=name).first.click()
    shows(page, "#name", name)


def shows(page: Any, selector: str, text: str) -> None:
    """Wait until an element holds this text."""
    playwright.expect(page.locator(selector)).to_contain_text(text)


def saved(review: Reviewed) -> list[str]:
    return sorted(path.name for path in (review.folder / "mine").glob("*.toml"))


def test_a_line_is_clicked_weighed_saved_and_taken_back(review: Reviewed, opened: Opened) -> None:
    with opened() as page:
        go_to(page, "brunnhold")
        assert page.locator("#original del.family-related").inner_text() == "See: A story of Brunnhold"
        assert "See:" not in page.locator("#clean").inner_text()
        page.locator("#original").get_by_text(FOOT).click()
        shows(page, "#effect", "4 documents changed of 4;")
        assert FOOT in page.input_value("#toml")
        assert page.locator("#changed del").all_inner_texts() == [FOOT] * 4
        page.select_option("#scope", "")
        shows(page, "#effect", "4 documents changed of 7;")
        assert NEAR in page.locator("#misses").inner_text()
        assert saved(review) == []
        page.get_by_role("button", name="Save").click()
        page.wait_for_selector(f"#original del:has-text('{FOOT}')")
        assert saved(review) == ["every-site.toml"]
        assert FOOT not in page.locator("#clean").inner_text()
        page.get_by_role("button", name="Undo").click()
        page.wait_for_selector(f"#clean p:has-text('{FOOT}')")
        assert saved(review) == []


def test_all_of_it_can_be_done_by_keyboard(review: Reviewed, opened: Opened) -> None:
    with opened() as page:
        names = [page.locator("#name").inner_text()]
        for key in ("j", "j", "k"):
            page.keyboard.press(key)
            playwright.expect(page.locator("#name")).not_to_have_text(names[-1])
            names.append(page.locator("#name").inner_text())
        assert names[1] == names[3] != names[2]
        page.keyboard.press("/")
        page.keyboard.type("corvale")
        shows(page, "#found", "1 document")
        page.keyboard.press("Enter")
        shows(page, "#name", "corvale")
        page.keyboard.press("o")
        for _ in range(4):
            page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.textContent") == FOOT
        page.keyboard.press("Enter")
        shows(page, "#effect", "4 documents")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.textContent") == FOOT
        page.keyboard.press("Enter")
        shows(page, "#effect", "4 documents")
        while page.evaluate("document.activeElement.id") != "save":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector(f"#original del:has-text('{FOOT}')")
        assert saved(review) == ["mills.example.toml"]
        page.keyboard.press("u")
        page.wait_for_selector(f"#clean p:has-text('{FOOT}')")
        assert saved(review) == []


def test_what_went_is_brought_back(opened: Opened) -> None:
    with opened() as page:
        go_to(page, "dunmere")
        page.locator("#original del").click()
        page.get_by_role("button", name="Turn off common/en/see-also").click()
        size = sum(len(f"See: A story of {place}") for place in PLACES)
        shows(page, "#effect", f"{size} characters brought")
        page.get_by_role("button", name="Save").click()
        page.wait_for_selector("#clean p:has-text('See: A story of Dunmere')")
        page.keyboard.press("u")
        page.wait_for_selector("#original del")
        page.locator("#original del").click()
        page.get_by_role("button", name="Write a rule that keeps this line").click()
        page.wait_for_selector("#rule:visible")
        assert 'verb = "keep"' in page.input_value("#toml")


def test_a_mistake_in_a_rule_is_shown_and_nothing_is_saved(review: Reviewed, opened: Opened) -> None:
    with opened() as page:
        go_to(page, "asterby")
        page.locator("#original").get_by_text(FOOT).click()
        page.wait_for_selector("#rule:visible")
        page.fill("#toml", page.input_value("#toml").replace("match = '''", "match = '''("))
        page.get_by_role("button", name="Save").click()
        page.wait_for_selector("#wrong li:has-text('field \\'match\\'')")
        assert saved(review) == []


def test_filters_leave_what_they_name(opened: Opened) -> None:
    with opened() as page:
        page.wait_for_selector("#filter-site option[value='mills.example']", state="attached")
        page.select_option("#filter-site", "mills.example")
        shows(page, "#found", "4 documents")
        page.select_option("#filter-status", "unchanged")
        shows(page, "#found", "0 documents")


def test_nothing_of_a_document_is_run(opened: Opened) -> None:
    with opened() as page:
        go_to(page, HOSTILE[:4])
        assert HOSTILE in page.locator("#original").inner_text()
        assert "owned" not in page.title()


@pytest.mark.parametrize("colour", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_names_contrast_and_width(opened: Opened, viewport: dict[str, int], colour: str, tmp_path: Path) -> None:
    """axe-core finds nothing in the list, in a document and in a decision, and no page is wider than its screen."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed")
    with opened(viewport, colour) as page:
        go_to(page, "asterby")
        assert violations(page) == []
        page.locator("#original").get_by_text(FOOT).click()
        page.wait_for_selector("#changed li")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
        page.screenshot(path=tmp_path / "decision.png")
        page.keyboard.press("Escape")
        page.locator("#original del").click()
        assert violations(page) == []
        page.keyboard.press("Escape")
        page.screenshot(path=tmp_path / "document.png")
