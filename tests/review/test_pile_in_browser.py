"""Lines that learning leaves for a person in a real browser: by keyboard, by mouse, on a phone, in the dark."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from harbour import prose
from in_browser import AXE, CHROMIUM, DESKTOP, PHONE, chromium, page_of, playwright, violations
from reviewed import HEADING, QUAY, QUESTION, SUBHEAD, Reviewed, doubtful_texts, headed_texts, reviewing

from cleaner.rules.settings import Settings

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")]

Opened = Callable[..., AbstractContextManager[Any]]


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reviewed]:
    with reviewing(tmp_path_factory.mktemp("corpus"), Settings(heuristics=False), doubtful_texts()) as started:
        yield started


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def opened(review: Reviewed, browser: Any) -> Opened:
    """Opens the page once the pile is learnt."""

    @contextmanager
    def opening(viewport: dict[str, int] = DESKTOP, colour: str = "light") -> Iterator[Any]:
        with page_of(browser, review.server.address, viewport, colour) as page:
            page.wait_for_selector("#list [aria-current]")
            shows(page, "#to-decide", "To decide (3)")
            yield page

    return opening


def shows(page: Any, selector: str, text: str) -> None:
    """Wait until an element holds this text."""
    playwright.expect(page.locator(selector)).to_contain_text(text)


def saved(review: Reviewed) -> list[str]:
    return sorted(path.name for path in (review.folder / "mine").glob("*.toml"))


def test_lines_are_decided_on_by_keyboard(review: Reviewed, opened: Opened) -> None:
    with opened() as page:
        page.keyboard.press("d")
        shows(page, "#pile-place", "1 of 3")
        assert page.evaluate("document.activeElement.id") == "pile-title"
        page.keyboard.press("s")
        shows(page, "#candidate-line", SUBHEAD)
        page.keyboard.press("ArrowRight")
        shows(page, "#candidate-line", QUESTION)
        page.keyboard.press("ArrowLeft")
        shows(page, "#pile-place", "2 of 3")
        page.keyboard.press("n")
        shows(page, "#said", f"no to '{SUBHEAD}' in {QUAY}.toml")
        shows(page, "#candidate-line", QUESTION)
        page.keyboard.press("y")
        shows(page, "#said", f"rule meta-lines in {QUAY}.toml")
        shows(page, "#to-decide", "To decide (1)")
        page.keyboard.press("u")
        shows(page, "#candidate-line", QUESTION)
        page.keyboard.press("u")
        shows(page, "#candidate-line", SUBHEAD)
        shows(page, "#to-decide", "To decide (3)")
        assert saved(review) == []
        page.keyboard.press("Escape")
        page.wait_for_selector("#columns:visible")
        assert page.evaluate("document.activeElement.id") == "to-decide"


def test_lines_are_decided_on_by_mouse(review: Reviewed, opened: Opened) -> None:
    with opened() as page:
        page.get_by_role("button", name="To decide").click()
        page.get_by_role("button", name="Later").click()
        shows(page, "#candidate-line", SUBHEAD)
        assert page.locator("#witnesses del").all_inner_texts() == [SUBHEAD] * 3
        page.get_by_role("button", name="See the effect").click()
        shows(page, "#pile-effect", "9 documents changed of 9; 9 spans")
        page.fill("#candidate-toml", page.input_value("#candidate-toml").replace("'''Background'''", "'''Back('''"))
        page.get_by_role("button", name="Yes, remove it").click()
        shows(page, "#pile-wrong", "field 'match'")
        page.get_by_role("button", name="No, keep it").click()
        shows(page, "#candidate-line", QUESTION)
        page.get_by_role("button", name="Yes, remove it").click()
        shows(page, "#to-decide", "To decide (1)")
        assert saved(review) == [f"{QUAY}.toml"]
        for left in (2, 3):
            page.get_by_role("button", name="Undo").click()
            shows(page, "#to-decide", f"To decide ({left})")
        page.get_by_role("button", name="See the effect").click()
        page.locator("#pile-changed button").first.click()
        page.wait_for_selector("#original:visible")


def test_what_goes_with_a_heading_is_shown(browser: Any, tmp_path: Path) -> None:
    with (
        reviewing(tmp_path, Settings(heuristics=False), headed_texts()) as started,
        page_of(browser, started.server.address) as page,
    ):
        page.wait_for_selector("#list [aria-current]")
        page.keyboard.press("d")
        page.wait_for_selector("#candidate:visible")
        page.keyboard.press("s")
        shows(page, "#candidate-line", HEADING)
        shows(page, "#candidate-title", "with all that is below it?")
        assert page.locator("#witnesses li").first.locator("del").count() == 2
        shows(page, "#pile-changed", prose(80).splitlines()[0][-20:])


@pytest.mark.parametrize("colour", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_names_contrast_and_width(opened: Opened, viewport: dict[str, int], colour: str, tmp_path: Path) -> None:
    """axe-core finds nothing in a line with its effect, and the page is not wider than its screen."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed")
    with opened(viewport, colour) as page:
        page.keyboard.press("d")
        shows(page, "#pile-place", "1 of 3")
        page.keyboard.press("s")
        shows(page, "#candidate-line", SUBHEAD)
        page.keyboard.press("e")
        page.wait_for_selector("#pile-changed li")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
        page.screenshot(path=tmp_path / "line.png")
