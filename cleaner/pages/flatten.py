"""A page flattened to lines, each with its element, the elements around it, and the share of its text in links."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from cleaner.pages.elements import BITS, INLINE, UNSEEN
from cleaner.pages.letters import collapsed
from cleaner.pages.page import Tree

# A line with a larger share of its characters in links counts as all link. Chosen by hand; not measured.
ALL_LINK = 0.8
# Names in class, id, role and itemprop are split into parts: "relatedPosts" is "related" and "posts".
PART = re.compile(r"[a-z]{2,}")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NAMED_BY = ("class", "id", "role", "itemprop")
# Of each element the first characters of its names are read, and the first parts of these: some frameworks write
# hundreds of names, and those that say what the element is come first. Chosen by hand; not measured.
NAME_CHARACTERS, PARTS_OF_ELEMENT = 200, 6
# Of each line the nearest parts are kept. Chosen by hand; not measured.
PARTS_OF_LINE = 12
HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class PageLine(NamedTuple):
    """A line of a page, with white space collapsed.

    `tag` and `depth` are those of its block, `linked` is the share of its characters in links, `within` has a bit for
    each of KINDS around it, and `names` is an index into `PageLines.names`. Cells of a table row have the same `row`,
    from 1 on. A <pre> is one line; `listing` is its text with line ends and indentation. `item` marks the first line of
    an item of a list.
    """

    text: str
    tag: str
    linked: float
    depth: int
    within: int
    names: int
    row: int = 0
    listing: str = ""
    item: bool = False


class PageLines(NamedTuple):
    """The lines of a page. `names`: parts of names of the elements around a line, the nearest first."""

    lines: list[PageLine]
    names: list[tuple[str, ...]]


class _Around(NamedTuple):
    """Where a text is: its block, the number of its chain of names, and whether it is in a link."""

    tag: str
    depth: int
    within: int
    names: int
    link: bool


def flatten(tree: Tree) -> PageLines:
    """The lines of a page that a browser shows.

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
    """Where the text of an element is; None if no reader can see it."""
    tag = element.tag
    if tag in UNSEEN:
        return None
    attributes = dict(element.items())
    hidden = _is_hidden(attributes)
    if tag in INLINE:
        if hidden:
            return None
        return _Around(*around[:3], out.named(attributes, around.names), link=True) if tag == "a" else around
    out.end_line(around)
    out.rows += tag == "tr"
    out.in_new_item |= tag == "li"
    within = around.within | BITS.get(tag, 0) | (BITS["hidden"] if hidden else 0)
    return _Around(tag, around.depth + 1, within, out.named(attributes, around.names), around.link)


class _Writer:
    """Collects text up to the end of its line, and the names of the elements around it.

    Names are linked lists: a chain is the parts of an element's names and the number of the chain around it.
    """

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self.rows = 0
        self.in_new_item = False
        self._chains: list[tuple[tuple[str, ...], int]] = [((), 0)]
        self._numbers = {self._chains[0]: 0}
        self._parts: list[str] = []
        self._linked = 0

    def done(self) -> PageLines:
        """The lines, and the parts of each chain that a line has."""
        used = {number: n for n, number in enumerate(dict.fromkeys(line.names for line in self.lines))}
        lines = [line._replace(names=used[line.names]) for line in self.lines]
        return PageLines(lines, [self._parts_of(number) for number in used])

    def write(self, text: str, around: _Around) -> None:
        self._parts.append(text)
        if around.link:
            self._linked += len(text.strip())

    def end_line(self, around: _Around) -> None:
        """End the line, if it has text; its block is the one of `around`."""
        if not self._parts:
            return
        written = "".join(self._parts)
        text = collapsed(written)
        if text:
            share = min(1.0, self._linked / len(text))
            row = self.rows if around.tag in ("td", "th") else 0
            place = (around.tag, share, around.depth, around.within, around.names, row)
            listing = _listing(written) if around.tag == "pre" else ""
            item = self.in_new_item and bool(around.within & BITS["li"])
            self.lines.append(PageLine(text, *place, listing, item))
            self.in_new_item = False
        self._parts.clear()
        self._linked = 0

    def named(self, attributes: Mapping[str, str], around: int) -> int:
        """The number of the chain of an element with these attributes, inside the chain `around`."""
        names = " ".join([attributes[key] for key in NAMED_BY if key in attributes]) if attributes else ""
        parts = _parts(names[:NAME_CHARACTERS]) if names else ()
        if not parts:
            return around
        number = self._numbers.setdefault((parts, around), len(self._chains))
        if number == len(self._chains):
            self._chains.append((parts, around))
        return number

    def _parts_of(self, number: int) -> tuple[str, ...]:
        all_parts: tuple[str, ...] = ()
        while number and len(all_parts) < PARTS_OF_LINE:
            parts, number = self._chains[number]
            all_parts += parts
        return all_parts[:PARTS_OF_LINE]


def _listing(text: str) -> str:
    """The text of a <pre>, without trailing spaces and without empty lines around it."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    style = attributes.get("style")
    return "hidden" in attributes or (style is not None and HIDDEN_STYLE.search(style) is not None)


@lru_cache(maxsize=4096)
def _parts(names: str) -> tuple[str, ...]:
    return tuple(PART.findall(CAMEL.sub(" ", names).lower())[:PARTS_OF_ELEMENT])
