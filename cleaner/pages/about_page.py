"""What a page says of its article: title, date and author."""

import logging
from typing import NamedTuple

from cleaner.pages.extractor import describe
from cleaner.pages.page import parse


class About(NamedTuple):
    """The title of an article, its date as YYYY-MM-DD, its author, and the language that the page names as its own."""

    title: str | None = None
    date: str | None = None
    author: str | None = None
    language: str | None = None


def about_page(html: bytes | str, encoding: str | None, max_bytes: int) -> About:
    """What trafilatura finds in a page; never raises for a bad page.

    >>> about_page('<html lang="de-CH"><meta name="author" content="Ada Lund"><h1>Brot</h1>', None, 1000)
    About(title='Brot', date=None, author='Ada Lund', language='de')
    """
    page = parse(html, encoding, max_bytes)
    if page.problem:
        return About()
    language = (page.tree.get("lang") or "").partition("-")[0].strip().lower() or None
    try:
        return About(*describe(page.tree), language)
    except Exception:  # trafilatura on any page from anywhere: whatever it raises, only this is not known
        logging.getLogger(__name__).debug("trafilatura failed", exc_info=True)
        return About(language=language)
