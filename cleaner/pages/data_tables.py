"""Which tables of a page hold data in rows; all others only place text, as in mails and old pages."""

from typing import NamedTuple

from cleaner.pages.page import Tree

# Elements that say where in a table a text is.
OF_TABLES = frozenset({"table", "tr", "td", "th"})
# Elements that tables with data do not hold: their cells are parts of a page.
PARTS = (
    *("table", "pre", "blockquote", "article", "section", "main", "header", "footer", "nav", "aside", "form"),
    *("figure", "hr"),
)
HEADS = ("th", "thead", "caption")
PARAGRAPHS = ("p", "div", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6")
# Characters. A cell with a longer text in several paragraphs is a part of a page, and so is one with a longer text in a
# table without heads. Chosen by hand.
LONG_IN_PARAGRAPHS, LONG = 200, 600
# A table holds data if at most this share of its characters is in such cells: one cell of many may have a list. Chosen
# by hand.
MOST = 0.5


class InTable(NamedTuple):
    """Where in a table a text is: whether the table holds data, and if so the numbers of the row and the cell."""

    data: bool = False
    row: int = 0
    cell: int = 0


class Numbered:
    """Numbers the rows and cells of the tables with data, in the order in which they are met."""

    def __init__(self, tree: Tree) -> None:
        self._data = data_tables(tree)
        self._rows = self._cells = 0

    def place(self, element: Tree, around: InTable) -> InTable:
        """Where the text of an element of OF_TABLES is, inside what is `around`."""
        if element.tag == "table":
            return InTable(element in self._data)
        if not around.data:
            return around
        if element.tag == "tr":
            self._rows += 1
            return InTable(True, self._rows)
        self._cells += 1
        return around._replace(cell=self._cells)


def data_tables(tree: Tree) -> set[Tree]:
    """The tables that hold data.

    >>> from cleaner.pages.page import parse
    >>> page = parse("<table><tr><td>Rye<td>2</table><table><tr><td><p>Rye keeps.<p>So it is said.<td>Menu</table>")
    >>> [table.text_content() for table in data_tables(page.tree)]
    ['Rye2']
    """
    return {table for table in tree.iter("table") if _holds_data(table)}


def _holds_data(table: Tree) -> bool:
    if table.get("role") in ("presentation", "none") or _has(table, *PARTS):
        return False
    if all(_cells(row) <= 1 for row in table.iter("tr")):
        return False
    headed, divided = _has(table, *HEADS), _has(table, "br", *PARAGRAPHS)
    cells = [(cell, len("".join(cell.itertext()).strip())) for cell in table.iter("td", "th")]
    parts = sum(size for cell, size in cells if _is_part(cell, size, headed=headed, divided=divided))
    return parts <= MOST * sum(size for _, size in cells)


def _has(element: Tree, *tags: str) -> bool:
    return next(element.iterdescendants(*tags), None) is not None


def _cells(row: Tree) -> int:
    return sum(cell.tag in ("td", "th") for cell in row)


def _is_part(cell: Tree, size: int, *, headed: bool, divided: bool) -> bool:
    if not headed and size > LONG:
        return True
    return divided and size > (LONG_IN_PARAGRAPHS if headed else 0) and _paragraphs(cell, size) > 1


def _paragraphs(cell: Tree, size: int) -> int:
    """The paragraphs of a cell of so many characters; two line breaks in a row divide them as well."""
    innermost = [block for block in cell.iterdescendants(*PARAGRAPHS) if not _has(block, *PARAGRAPHS)]
    sizes = [len("".join(block.itertext()).strip()) for block in innermost]
    doubled = any(map(_doubles, cell.iterdescendants("br")))
    return sum(map(bool, sizes)) + (sum(sizes) < size) + doubled


def _doubles(line_break: Tree) -> bool:
    """Whether a line break follows another with no text between them."""
    before = line_break.getprevious()
    return before is not None and before.tag == "br" and not (before.tail or "").strip()
