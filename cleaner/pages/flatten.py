"""A page flattened to lines, each with its element, the elements around it, and the share of its text in links."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from cleaner.pages.data_tables import OF_TABLES, InTable, Numbered
from cleaner.pages.elements import BITS, HEADINGS, INLINE, UNSEEN
from cleaner.pages.letters import collapsed
from cleaner.pages.name_chains import NameChains
from cleaner.pages.page import Tree

# A line with a larger share of its characters in links counts as all link. Chosen by hand; not measured.
ALL_LINK = 0.8
# Characters. A hidden element within a line is the rest of a text if its own text is at least this long, and a label
# for machines if it is shorter. Chosen by hand.
REST = 80
# Characters from which a line that is all link names another story, as a shorter one does in a heading. Chosen by hand.
TITLE = 25
HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class PageLine(NamedTuple):
    """A line of a page, with white space collapsed.

    `tag` and `depth` are those of its block, `linked` is the share of its characters in links, `within` has a bit for
    each of KINDS around it, and `names` is an index into `PageLines.names`. Lines in a row of a table with data have
    the same `row`, those in a cell of it the same `cell`, from 1 on; other lines have 0. A <pre> is one line; `listing`
    is its text with line ends and indentation. `item` marks the first line of an item of a list. `block` is the number
    of its block, an index into `PageLines.parents`.
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
    cell: int = 0
    block: int = 0


class PageLines(NamedTuple):
    """The lines of a page.

    `names` are parts of names of the elements around a line, the nearest first. `parents` has the number of the block
    around each block, which is lower than its own; block 0 is the page, and its own parent.
    """

    lines: list[PageLine]
    names: list[tuple[str, ...]]
    parents: Sequence[int] = (0,)


class _Around(NamedTuple):
    """Where a text is: its block, the numbers of its chain of names and of its block, its table, and its link."""

    tag: str
    depth: int
    within: int
    names: int
    table: InTable
    block: int
    link: bool


def is_title(line: PageLine) -> bool:
    """Whether a line is the title of another story: a heading in a link, or a long link."""
    return line.linked > ALL_LINK and (bool(line.within & HEADINGS) or len(line.text) >= TITLE)


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

    out = _Writer(Numbered(tree))
    around = _Around("body", 0, 0, 0, InTable(), 0, link=False)
    stack = [around]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            inner = stack.pop()
            around = stack[-1]
            if inner.depth > around.depth:
                out.end_line(inner)
            text = element.tail
        else:
            entered = _entered(element, around, out)
            if entered is None:
                walk.skip_subtree()
                stack.append(around)
                continue
            around = entered
            stack.append(around)
            text = element.text
        if text:
            out.write(text, around)
    out.end_line(stack[0])
    return out.done()


def _entered(element: Tree, around: _Around, out: "_Writer") -> _Around | None:
    """Where the text of an element is; None if no reader can see it."""
    tag, get = element.tag, element.get
    if tag in UNSEEN:
        return None
    style = get("style")
    hidden = get("hidden") is not None or (style is not None and HIDDEN_STYLE.search(style) is not None)
    if tag in INLINE and not (hidden and _holds_rest(element)):
        if hidden:
            return None
        if tag != "a" or (get("href") is None and get("name") is not None):
            return around  # the name of a place; where it is not closed, it holds the rest of the page
        return around._replace(names=out.names.number(element, around.names), link=True)
    out.end_line(around)
    out.in_new_item |= tag == "li"
    within = around.within | BITS.get(tag, 0) | (BITS["hidden"] if hidden else 0)
    names = out.names.number(element, around.names)
    table = out.tables.place(element, around.table) if tag in OF_TABLES else around.table
    out.parents.append(around.block)
    return _Around(tag, around.depth + 1, within, names, table, len(out.parents) - 1, around.link)


class _Writer:
    """Collects text up to the end of its line."""

    def __init__(self, tables: Numbered) -> None:
        self.lines: list[PageLine] = []
        self.parents = [0]
        self.tables = tables
        self.names = NameChains()
        self.in_new_item = False
        self._parts: list[str] = []
        self._linked = 0
        self._used: dict[int, int] = {}  # chains of lines: their numbers among all chains, and among those of lines

    def done(self) -> PageLines:
        """The lines, and the parts of each chain that a line has."""
        return PageLines(self.lines, [self.names.parts(number) for number in self._used], self.parents)

    def write(self, text: str, around: _Around) -> None:
        if not (self._parts or around.tag == "pre") and text.isspace():
            return  # a line begins with its first word
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
            row, cell = around.table[1:] if around.table.cell else (0, 0)
            names = self._used.setdefault(around.names, len(self._used))
            place = (around.tag, share, around.depth, around.within, names, row)
            listing = _listing(written) if around.tag == "pre" else ""
            item = self.in_new_item and bool(around.within & BITS["li"])
            self.lines.append(PageLine(text, *place, listing, item, cell, around.block))
            self.in_new_item = False
        self._parts.clear()
        self._linked = 0


def _listing(text: str) -> str:
    """The text of a <pre>, without trailing spaces and without empty lines around it."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def _holds_rest(element: Tree) -> bool:
    """Whether the text of an element has at least REST characters; no more of it is read."""
    return any(length >= REST for length in accumulate(map(len, element.itertext())))
