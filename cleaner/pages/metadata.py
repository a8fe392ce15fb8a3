"""What a page says of itself in its head: its titles, its site, its kind, and the article as data."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

from cleaner.pages.page import Tree

# The types of schema.org that are an article: NewsArticle, BlogPosting, Report and the like.
ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report)$")
# Meta elements with a title of the article; the name of the site is rarely in these.
TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title")
SITE = "og:site_name"


class Metadata(NamedTuple):
    """The titles of a page, the best first; the name of its site; the article text as structured data, or ""."""

    titles: tuple[str, ...] = ()
    site: str = ""
    body: str = ""


class Hints(NamedTuple):
    """What is known of the article besides the lines of the page; "" for what is not known."""

    data: str = ""  # the article text that the page gives as structured data
    headline: str = ""


def metadata(tree: Tree) -> Metadata:
    """What the head of a page and its JSON-LD say; never raises for bad data.

    >>> from cleaner.pages.page import parse
    >>> metadata(parse("<title>Bread - The Baker</title><meta property=og:title content=Bread><p>One.").tree).titles
    ('Bread', 'Bread - The Baker')
    """
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        if name in TITLES or name == SITE:
            metas.setdefault(name, _collapsed(meta.get("content", "")))
    articles = list(_articles(tree))
    titles = [metas.get(name, "") for name in TITLES]
    titles += [_text(article.get("headline")) for article in articles]
    titles += [_collapsed(title.text or "") for title in tree.iter("title")][:1]
    bodies = (article.get("articleBody") for article in articles)
    body = unescape(max((body for body in bodies if isinstance(body, str)), key=len, default=""))
    return Metadata(tuple(dict.fromkeys(filter(None, titles))), metas.get(SITE, ""), body)


def _articles(tree: Tree) -> Iterator[dict[str, Any]]:
    """The articles in the JSON-LD of a page."""
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", ""):
            try:
                waiting = [json.loads(script.text or "", strict=False)]
            except (ValueError, RecursionError):
                continue
            while waiting:
                item = waiting.pop()
                if isinstance(item, list):
                    waiting += reversed(item)
                elif isinstance(item, dict):
                    waiting += (item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item)
                    types = item.get("@type")
                    if any(ARTICLE_TYPE.search(str(kind)) for kind in (types if isinstance(types, list) else [types])):
                        yield item


def _text(value: object) -> str:
    return _collapsed(value) if isinstance(value, str) else ""


def _collapsed(text: str) -> str:
    return " ".join(unescape(text).split())  # some pages escape twice
