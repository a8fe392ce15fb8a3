"""A page flattened to lines, each with what the tree says of it: its element, its links, what it lies within."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from cleaner.pages.page import Tree

INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "del", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong"),
        *("sub", "sup", "time", "tt", "u", "var", "wbr"),
    }
)
UNSEEN = frozenset(
    {
        *("script", "style", "noscript", "template", "svg", "iframe", "head", "select", "option", "textarea"),
        *("object", "embed", "canvas", "audio", "video", "math"),
    }
)
# What a line may lie within, or be: one bit each.
KINDS = (
    *("article", "main", "aside", "nav", "footer", "header", "section", "form", "ul", "ol", "li", "table", "td"),
    *("figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "button", "dl", "pre", "div"),
    *("address", "details"),
)
BITS = {tag: 1 << n for n, tag in enumerate(KINDS)}
# The parts of names in class, id, role and itemprop: "relatedPosts" is "related" and "posts".
PART = re.compile(r"[a-z]{2,}")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NAMED_BY = ("class", "id", "role", "itemprop")
# Frameworks write names without end; what an element is stands at their start.
LONGEST_NAME, MOST_PARTS = 200, 6
# The nearest ancestors say most.
MOST_NAMES = 12
NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class PageLine(NamedTuple):
    """A line: `tag` of its block, share of its text in links, depth of its block, bits of KINDS, index in `names`.

    Cells of one row of a table share a number from 1 on as their `row`. A listing is one line, `as_it_is` all of it.
    """

    text: str
    tag: str
    linked: float
    depth: int
    within: int
    names: int
    row: int = 0
    as_it_is: str = ""


@dataclass
class PageLines:
    """The lines of a page, and the names of the elements around them, the nearest first."""

    lines: list[PageLine] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)


class _Around(NamedTuple):
    """What text stands in: its block, and whether a link is around it."""

    tag: str
    depth: int
    within: int
    names: int
    link: bool


def flatten(tree: Tree) -> PageLines:
    """All that a reader may see of a page, line by line.

    >>> from cleaner.pages.page import parse
    >>> flat = flatten(parse('<ul class="topNav"><li><a>Home</a><li>Us, <a>you</a></ul><p>Bread<br>Salt').tree)
    >>> [(line.text, line.tag, round(line.linked, 1)) for line in flat.lines]
    [('Home', 'li', 1.0), ('Us, you', 'li', 0.4), ('Bread', 'p', 0.0), ('Salt', 'p', 0.0)]
    >>> flat.names[flat.lines[0].names]
    ('top', 'nav')
    """
    from lxml import etree

    out = _Writer()
    around = _Around("body", 0, 0, 0, link=False)
    stack = [around]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "end":
            inner, around = stack.pop(), stack[-1]
            if tag not in INLINE and inner is not around:
                out.end_line(inner)
            if element.tail:
                out.write(element.tail, around)
            continue
        entered = _entered(element, around, out)
        stack.append(entered or around)
        if entered is None:
            walk.skip_subtree()
        elif element.text:
            out.write(element.text, entered)
        around = stack[-1]
    out.end_line(stack[0])
    return out.done()


def _entered(element: Tree, around: _Around, out: "_Writer") -> _Around | None:
    """What is around the text of an element within this; None where a reader sees none of it."""
    tag = element.tag
    if tag in UNSEEN or _is_hidden(attributes := dict(element.items())):
        return None
    if tag == "a":
        return _Around(*around[:3], out.named(attributes, around.names), link=True)
    if tag in INLINE:
        return around
    out.end_line(around)
    out.rows += tag == "tr"
    names = out.named(attributes, around.names)
    return _Around(tag, around.depth + 1, around.within | BITS.get(tag, 0), names, around.link)


class _Writer:
    """Gathers text until its line ends, and the names around it: a chain is the nearest names and the chain around."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self.rows = 0
        self._chains: list[tuple[tuple[str, ...], int]] = [((), 0)]
        self._numbers = {self._chains[0]: 0}
        self._parts: list[str] = []
        self._linked = 0

    def done(self) -> PageLines:
        """The lines, and the names of those chains that are around one."""
        used = {number: n for n, number in enumerate(dict.fromkeys(line.names for line in self.lines))}
        return PageLines([line._replace(names=used[line.names]) for line in self.lines], list(map(self._named, used)))

    def write(self, text: str, around: _Around) -> None:
        self._parts.append(text)
        if around.link:
            self._linked += len(text.strip())

    def end_line(self, around: _Around) -> None:
        """End the line, if there is one; it is of this block."""
        if not self._parts:
            return
        written = "".join(self._parts)
        text = " ".join(written.split())
        if text:
            share = min(1.0, self._linked / len(text))
            row = self.rows if around.tag in ("td", "th") else 0
            place = (around.tag, share, around.depth, around.within, around.names, row)
            self.lines.append(PageLine(text, *place, _listing(written) if around.tag == "pre" else ""))
        self._parts.clear()
        self._linked = 0

    def named(self, attributes: Mapping[str, str], around: int) -> int:
        """The chain of an element's names and those around it."""
        names = " ".join([attributes[key] for key in NAMED_BY if key in attributes]) if attributes else ""
        parts = _parts(names[:LONGEST_NAME]) if names else ()
        if not parts:
            return around
        number = self._numbers.setdefault((parts, around), len(self._chains))
        if number == len(self._chains):
            self._chains.append((parts, around))
        return number

    def _named(self, number: int) -> tuple[str, ...]:
        found: tuple[str, ...] = ()
        while number and len(found) < MOST_NAMES:
            parts, number = self._chains[number]
            found += parts
        return found[:MOST_NAMES]


def _listing(text: str) -> str:
    """Its lines, without spaces at their ends and without empty ones around them."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    if not attributes:
        return False
    style = attributes.get("style")
    return "hidden" in attributes or (style is not None and NOT_SHOWN.search(style) is not None)


@lru_cache(maxsize=4096)
def _parts(names: str) -> tuple[str, ...]:
    return tuple(PART.findall(CAMEL.sub(" ", names).lower())[:MOST_PARTS])
