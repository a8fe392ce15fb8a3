"""A page flattened to lines, each with its element, the elements around it, and the share of its text in links."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from cleaner.pages.data_tables import OF_TABLES, InTable, Numbered
from cleaner.pages.elements import BITS, HEADINGS, INLINE, UNSEEN
from cleaner.pages.hidden import is_hidden
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
    around each block, which is lower than its own; block 0 is the page, and its own parent. `blocks` has the element of
    each block.
    """

    lines: list[PageLine]
    names: Sequence[tuple[str, ...]]
    parents: Sequence[int] = (0,)
    blocks: Sequence[Tree] = ()


@dataclass(slots=True)
class _Place:
    """Where a text is: in an element, or `around` all of them; in a block, in a table, in a link.

    `names` is the number of the chain of names, None until a line asks for it: most links and many blocks end no line.
    """

    element: Tree
    around: "_Place | None"
    tag: str
    depth: int
    within: int
    table: InTable
    block: int
    link: bool
    names: int | None = None


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

    out = _Writer(Numbered(tree), tree)
    place = _Place(None, None, "body", 0, 0, InTable(), 0, link=False, names=0)
    stack = [place]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            inner = stack.pop()
            place = stack[-1]
            if inner.depth > place.depth and out.parts:
                out.end_line(inner)
            text = None if element is tree else element.tail
        else:
            entered = _entered(element, place, out)
            stack.append(entered or place)
            if entered is None:
                walk.skip_subtree()
                continue
            place = entered
            text = element.text
        # White space at the start of a line is not read, unless it indents a listing.
        if text and (out.parts or not text.isspace() or place.tag == "pre"):
            out.parts.append(text)
            if place.link:
                out.linked += len(text.strip())
    out.end_line(stack[0])
    return out.done()


def _entered(element: Tree, around: _Place, out: "_Writer") -> _Place | None:
    """Where the text of an element is; None if no reader can see it."""
    tag, get = element.tag, element.get
    if tag in UNSEEN:
        return None
    hidden = is_hidden(element)
    if tag in INLINE and not (hidden and _holds_rest(element)):
        if hidden:
            return None
        if tag != "a" or (get("href") is None and get("name") is not None):
            return around  # the name of a place; where it is not closed, it holds the rest of the page
        return _Place(element, around, around.tag, around.depth, around.within, around.table, around.block, True)
    if out.parts:
        out.end_line(around)
    out.in_new_item |= tag == "li"
    within = around.within | BITS.get(tag, 0) | (BITS["hidden"] if hidden else 0)
    table = out.tables.place(element, around.table) if tag in OF_TABLES else around.table
    out.parents.append(around.block)
    out.blocks.append(element)
    return _Place(element, around, tag, around.depth + 1, within, table, len(out.parents) - 1, around.link)


class _Writer:
    """Collects text up to the end of its line."""

    def __init__(self, tables: Numbered, tree: Tree) -> None:
        self.lines: list[PageLine] = []
        self.parents = [0]
        self.blocks = [tree]
        self.tables = tables
        self.in_new_item = False
        self.parts: list[str] = []  # of the text of a line
        self.linked = 0  # characters of them in links
        self._names = NameChains()
        self._used: dict[int, int] = {}  # chains of lines: their numbers among all chains, and among those of lines

    def done(self) -> PageLines:
        """The lines, and the parts of each chain that a line has."""
        return PageLines(self.lines, [self._names.parts(number) for number in self._used], self.parents, self.blocks)

    def end_line(self, place: _Place) -> None:
        """End the line, if it has text; its block is the one of `place`."""
        written = "".join(self.parts)
        text = collapsed(written)
        if text:
            share = min(1.0, self.linked / len(text))
            row, cell = place.table[1:] if place.table.cell else (0, 0)
            names = self._used.setdefault(self._chain(place), len(self._used))
            listing = _listing(written) if place.tag == "pre" else ""
            item = self.in_new_item and bool(place.within & BITS["li"])
            around = (place.tag, share, place.depth, place.within, names, row)
            self.lines.append(PageLine(text, *around, listing, item, cell, place.block))
            self.in_new_item = False
        self.parts.clear()
        self.linked = 0

    def _chain(self, place: _Place) -> int:
        """The number of the chain of names around a place."""
        unnumbered = []
        while place.around and place.names is None:
            unnumbered.append(place)
            place = place.around
        number = place.names or 0
        for inner in reversed(unnumbered):
            number = inner.names = self._names.number(inner.element, number)
        return number


def _listing(text: str) -> str:
    """The text of a <pre>, without trailing spaces and without empty lines around it."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def _holds_rest(element: Tree) -> bool:
    """Whether the text of an element has at least REST characters; no more of it is read."""
    return any(length >= REST for length in accumulate(map(len, element.itertext())))
