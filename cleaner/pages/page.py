"""A page, parsed once: its tree and its address, or what is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from cleaner.corpus.limits import MAX_BYTES
from cleaner.errors import DocumentError
from cleaner.pages.encoding import to_utf8
from cleaner.pages.formulas import spell_out

Tree: TypeAlias = Any  # lxml.html.HtmlElement; lxml ships no types

# Elements open at once. libxml2 stops at 2,048 (at 256 without huge_tree), and lxml raises no error then.
MAX_DEPTH = 2046
# For each problem of a page that is not in its bytes, what is wrong and what to do.
MESSAGES = {
    "no-content": "no text was found in this page; if a script loads the text, store the page as the browser shows it",
    "index": "this page lists other pages and has no article of its own; store those pages instead",
    "not-html": "this is not an HTML page; if it is text, end its name in .txt, else leave the file out with --exclude",
    "too-deep": "its elements are nested too deeply to be parsed; leave the file out with --exclude",
    "extractor-failed": "trafilatura failed on this page; name its [html] content in a rule file of the site",
}

# Bytes at each end of a page that tell HTML from JSON, feeds and other XML; a doctype and comments may come first.
# Chosen by hand; not measured.
SNIFFED = 4096
MARKUP = re.compile(
    rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|style|base|frameset|main|article|section|header|nav"
    rb"|div|p|span|a|b|i|em|strong|br|hr|img|ul|ol|li|dl|table|tr|td|h[1-6]|pre|blockquote|font|center|form|figure)"
    rb"(?=[\s/>]))",
    re.IGNORECASE,
)
FIRST_ELEMENT = re.compile(rb"<([a-z][\w:.-]*)", re.IGNORECASE)
SELF_CLOSED = re.compile(rb"(<html\b[^<>]*?)\s*/>", re.IGNORECASE)  # libxml2 ends the page here, browsers do not
# What may stand in a head, and root elements of XML that is not XHTML.
IN_HEAD = frozenset({"title", "meta", "link", "base", "script", "style", "noscript", "template", "object"})
FEEDS = frozenset({b"rss", b"feed", b"rdf:rdf", b"svg", b"urlset", b"sitemapindex", b"opml"})


@dataclass(frozen=True, slots=True)
class Page:
    """A page's tree, and the address that the page gives itself (`canonical`, else `og:url`).

    A page that cannot be used has no tree: `problem` is then a slug, and `message` says what is wrong and what to do.
    `guess` names the encoding, if it was guessed.
    """

    tree: Tree
    url: str | None = None
    problem: str | None = None
    message: str = ""
    guess: str = ""


def parse(html: bytes | str, encoding: str | None = None, max_bytes: int = MAX_BYTES) -> Page:
    """Parse a page of at most `max_bytes` bytes (characters, if it is a `str`).

    Never raises for a bad page: it has a `problem` then. Raises `CleanerError` for an `encoding` that does not exist.

    >>> parse("just text").problem, parse("<p>One.</p>").problem
    ('not-html', None)
    """
    from cleaner.pages.shape import too_complex  # needs numpy, and rule files are checked without

    if len(html) > max_bytes:
        return _failed("too-large", f"more than {max_bytes:,} bytes; --max-bytes raises the limit")
    try:
        data, guess = to_utf8(html, encoding)
    except DocumentError as error:
        return _failed(error.reason, error.message)
    if data.isspace() or not data:
        return _failed("no-content")
    if not _is_html(data):
        return _failed("not-html")
    if excess := too_complex(data):
        return _failed("too-complex", f"it has {excess}; split it, or leave the file out with --exclude")
    tree = _tree(data)
    if tree is None:
        return _failed("no-content")
    _end_head(tree)
    spell_out(tree)
    url = next(_addresses(tree), None)
    return _failed("too-deep", url=url) if _was_cut(tree) else Page(tree, url, guess=guess)


def _failed(problem: str, message: str | None = None, url: str | None = None) -> Page:
    return Page(None, url, problem, MESSAGES[problem] if message is None else message)


def _is_html(data: bytes) -> bool:
    """Whether the page has an HTML tag and is not JSON, a feed or other XML."""
    head, tail = data[:SNIFFED].lstrip(), data[-SNIFFED:].rstrip()
    if (head[:1] + tail[-1:]) in (b"{}", b"[]"):
        return False
    first = FIRST_ELEMENT.search(head)
    if first and (first[1].lower() in FEEDS or (head.startswith(b"<?xml") and not MARKUP.search(head))):
        return False
    return MARKUP.search(data) is not None


def _tree(data: bytes) -> Tree | None:
    from lxml import etree, html

    quiet = {"collect_ids": False, "default_doctype": False, "remove_comments": True, "remove_pis": True}
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, **quiet)
    # One class for all elements: lxml then calls no Python for each, which saves 3 to 5 % of the whole time.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    head = SELF_CLOSED.sub(rb"\1>", data[:SNIFFED], count=1)
    return etree.fromstring(head + data[SNIFFED:], parser)


def _end_head(tree: Tree) -> None:
    """End the head where content begins, as browsers do; libxml2 keeps <article> and <main> in the head."""
    head, body = tree.find("head"), tree.find("body")
    stray = [] if head is None else list(dropwhile(lambda element: element.tag in IN_HEAD, head))
    if not stray:
        return
    body = tree.makeelement("body") if body is None else body
    tree.append(body)
    stray[-1].tail = (stray[-1].tail or "") + (body.text or "")
    body.text = None
    body[:0] = stray


def _was_cut(tree: Tree) -> bool:
    """Whether the parser stopped at its limit: the last element is then at the greatest depth."""
    depth = 0
    while len(tree):
        tree, depth = tree[-1], depth + 1
    return depth >= MAX_DEPTH


def _addresses(tree: Tree) -> Iterator[str]:
    """The absolute addresses that the page gives itself, the preferred first."""
    for link in tree.iter("link"):
        if "canonical" in link.get("rel", "").lower().split():
            yield from _absolute(link.get("href", ""))
    for meta in tree.iter("meta"):
        if "og:url" in (meta.get("property"), meta.get("name")):
            yield from _absolute(meta.get("content", ""))


def _absolute(url: str) -> Iterator[str]:
    url = url.strip()
    url = f"https:{url}" if url.startswith("//") else url
    try:
        parts = urlsplit(url)
    except ValueError:
        return
    if parts.scheme in ("http", "https") and parts.hostname:
        yield url
