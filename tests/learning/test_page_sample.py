"""Which pages of a site are learnt from: the same in any order, each once, and not too many."""

import pytest

from cleaner.learning import page_sample
from cleaner.learning.page_sample import PageSample
from cleaner.learning.page_shape import OutlineElement, OutlineLine, PageOutline

SITE = "fen.example.org"
PAGES = [f"<p>Eel number {number}" for number in range(60)]


def outline(_: str, data: bytes) -> PageOutline | None:
    text = data.decode().removeprefix("<p>")
    lines = (OutlineLine(text, 0, is_article=True),)
    return None if "13" in text else PageOutline("", lines, (OutlineElement(0, (".eel",), left_out=False, label=True),))


def sampled(pages: list[str]) -> list[tuple[str, PageOutline]]:
    sample = PageSample(outline)
    for page in pages:
        sample.add(SITE, page[3:], page.encode())
    return list(sample.of(SITE))


def test_the_order_does_not_matter_and_copies_count_once() -> None:
    found = sampled(PAGES)
    assert sampled([*PAGES[::-1], *PAGES]) == found
    assert len(found) in (page_sample.MOST_OF_SITE, page_sample.MOST_OF_SITE - 1)
    assert all(name == page.lines[0].text for name, page in found)
    assert all(page == outline(SITE, f"<p>{name}".encode()) for name, page in found)


def test_a_page_without_an_article_is_left_out() -> None:
    assert [name for name, _ in sampled(PAGES[10:15])] != []
    assert "Eel number 13" not in {name for name, _ in sampled(PAGES[10:15])}


def test_outlines_made_early_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    late = sampled(PAGES)
    monkeypatch.setattr(page_sample, "MOST_WAITING", 100)
    assert sampled(PAGES) == late


def test_many_sites_keep_fewer_pages_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_sample, "MOST_OF_ALL", 40)
    sample = PageSample(outline)
    for number, page in enumerate(PAGES):
        sample.add(f"{number % 4}.example.org", page, page.encode())
    assert sample.sites() == [f"{number}.example.org" for number in range(4)]
    assert {len(list(sample.of(site))) for site in sample.sites()} <= {8, 9, 10}
