"""Pages: their trees, the addresses they give themselves, and what is wrong with them."""

import inspect

import pytest

from cleaner.config import Config
from cleaner.corpus.limits import MAX_BYTES
from cleaner.errors import CleanerError
from cleaner.pages.page import parse


def test_an_unknown_encoding_is_an_error_of_the_user() -> None:
    with pytest.raises(CleanerError, match="unknown encoding 'utf-9'"):
        parse(b"<p>a", "utf-9")


def test_the_limit_can_be_set() -> None:
    assert parse("<p>One.", max_bytes=7).problem is None
    page = parse("<p>One.", max_bytes=6)
    assert (page.problem, page.message) == ("too-large", "more than 6 bytes; --max-bytes raises the limit")


def test_the_limit_of_the_library_is_that_of_the_command() -> None:
    assert inspect.signature(parse).parameters["max_bytes"].default == Config().max_bytes == MAX_BYTES


def test_no_word_is_lost_at_the_end_of_the_head() -> None:
    page = parse("<title>a</title><main>b</main> c <section>d</section> e <p>f</p>")
    assert "".join(page.tree.itertext()) == "ab c d e f"


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<link rel=canonical href=https://example.com/a>", "https://example.com/a"),
        ("<link rel='nofollow CANONICAL' href=' https://example.com/a '>", "https://example.com/a"),
        ("<meta property=og:url content=http://example.com/b>", "http://example.com/b"),
        ("<meta name=og:url content=//example.com/b>", "https://example.com/b"),
        (
            "<meta property=og:url content=https://example.com/b><link rel=canonical href=https://example.com/a>",
            "https://example.com/a",
        ),
        (
            "<link rel=canonical href=/a><meta property=og:url content=https://example.com/b>",
            "https://example.com/b",
        ),
        ("<link rel=canonical href=http://[a><link rel=canonical><link rel=stylesheet href=https://e.com>", None),
        ("<meta name=og:url content=file:///etc/passwd><meta property=og:title content=https://e.com>", None),
    ],
)
def test_address_that_a_page_gives_itself(head: str, url: str | None) -> None:
    assert parse(f"<html><head>{head}</head><body><p>One.").url == url
