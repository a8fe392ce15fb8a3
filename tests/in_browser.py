"""Pages in a real Chromium: needs the extra `test-browser`, and for axe-core `npm ci` in tests/npm."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="the extra test-browser is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = Path(__file__).parent / "npm" / "node_modules" / "axe-core" / "axe.min.js"

# As root there is no sandbox, and nothing is to be fetched from elsewhere.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
ARGUMENTS += ["--disable-component-update", "--disable-sync"]
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# Milliseconds; chosen by hand: the first document of a review waits until the rules are compiled.
PATIENCE = 60_000


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser."""
    playwright.expect.set_options(timeout=PATIENCE)
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def page_of(browser: Any, address: str, viewport: dict[str, int] = DESKTOP, colour: str = "light") -> Iterator[Any]:
    """A page; at the end nothing may have gone wrong in it, or been asked of anyone but its own server."""
    page = browser.new_page(viewport=viewport, color_scheme=colour)
    page.set_default_timeout(PATIENCE)
    ours = ("http://127.0.0.1:", "data:", address)
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(ours) else None)
    page.goto(address)
    yield page
    page.close()
    assert wrong == []


def violations(page: Any) -> list[tuple[str, str]]:
    """What axe-core finds wrong with the page: the rule, and the element."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    return [(each["id"], node["html"]) for each in found for node in each["nodes"]]
