"""A page, parsed once: its tree, its address, or the name of what is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from cleaner.errors import DocumentError
from cleaner.pages.encoding import to_utf8

Tree: TypeAlias = Any  # lxml.html.HtmlElement; lxml ships no types

# trafilatura's own limit, MAX_FILE_SIZE in its settings.cfg.
MAX_BYTES = 20_000_000
# libxml2 stops without an error that lxml would raise once 2,048 elements are open (256 without huge_tree).
MAX_DEPTH = 2046

SNIFFED = 4096
MARKUP = re.compile(
    rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|style|base|frameset|main|article|section|header|nav"
    rb"|div|p|span|a|b|i|em|strong|br|hr|img|ul|ol|li|dl|table|tr|td|h[1-6]|pre|blockquote|font|center|form|figure)"
    rb"(?=[\s/>]))",
    re.IGNORECASE,
)
FIRST_ELEMENT = re.compile(rb"<([a-z][\w:.-]*)", re.IGNORECASE)
SELF_CLOSED = re.compile(rb"(<html\b[^<>]*?)\s*/>", re.IGNORECASE)  # libxml2 would end the page here
IN_HEAD = frozenset({"title", "meta", "link", "base", "script", "style", "noscript", "template", "object"})
FEEDS = frozenset({b"rss", b"feed", b"rdf:rdf", b"svg", b"urlset", b"sitemapindex", b"opml"})


@dataclass(frozen=True, slots=True)
class Page:
    """A page's tree and what it says of its own address (`canonical`, else `og:url`); or, with no tree, a `problem`."""

    tree: Tree
    url: str | None = None
    problem: str | None = None


def parse(html: bytes | str, encoding: str | None = None, max_bytes: int = MAX_BYTES) -> Page:
    """Parse a page. Never raises for a bad one: it has a `problem` then.

    >>> parse("just text").problem, parse("<p>One.</p>").problem
    ('not-html', None)
    """
    if len(html) > max_bytes:
        return Page(None, problem="too-large")
    try:
        data = to_utf8(html, encoding)
    except DocumentError as error:
        return Page(None, problem=error.reason)
    if data.isspace() or not data:
        return Page(None, problem="no-content")
    if not _is_html(data):
        return Page(None, problem="not-html")
    tree = _tree(data)
    if tree is None:
        return Page(None, problem="no-content")
    _end_head(tree)
    url = next(_addresses(tree), None)
    return Page(None, url, "too-deep") if _was_cut(tree) else Page(tree, url)


def page_url(html: bytes | str) -> str | None:
    """The address that a page gives itself; where the text is wanted too, `parse` once instead."""
    return parse(html).url


def _is_html(data: bytes) -> bool:
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
    # One class for all elements, found without a call into Python for each: 3 to 5 % of the whole time.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    head = SELF_CLOSED.sub(rb"\1>", data[:SNIFFED], count=1)
    return etree.fromstring(head + data[SNIFFED:], parser)


def _end_head(tree: Tree) -> None:
    """End the head where content begins, as browsers do: libxml2 does not take <article> or <main> for content."""
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
    """Whether the parser stopped at its limit: the last element is then as deep as any can be."""
    depth = 0
    while len(tree):
        tree, depth = tree[-1], depth + 1
    return depth >= MAX_DEPTH


def _addresses(tree: Tree) -> Iterator[str]:
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
