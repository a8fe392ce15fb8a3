"""Labels: links within a line of a page, at one of its ends, such as "[edit]" after a heading."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaner.pages.elements import INLINE
from cleaner.pages.flatten import PageLines
from cleaner.pages.letters import collapsed
from cleaner.pages.page import Tree

# Characters of a label, and letters that it has at least; chosen by hand.
LONGEST, FEWEST_LETTERS = 40, 3


class Label(NamedTuple):
    """A label: its element, and the part of the line, in characters."""

    element: Tree
    start: int
    end: int


def labels(tree: Tree, flat: PageLines) -> Mapping[int, Label]:
    """The label of each line that has one, by the number of the line; the outermost element with a name counts."""
    blocks = {block: number for number, block in enumerate(flat.blocks)}
    waiting: defaultdict[int, list[tuple[Tree, str]]] = defaultdict(list)
    for element in _linked(tree):
        text = collapsed(element.text_content())
        block = next((blocks[each] for each in element.iterancestors() if each in blocks), 0)
        waiting[block].append((element, text))
    found: dict[int, Label] = {}
    for number, line in enumerate(flat.lines):
        if label := _at_end(line.text, waiting.get(line.block, ())):
            found[number] = label
    return found


def _linked(tree: Tree) -> Iterator[Tree]:
    """The outermost elements within lines that have a name, and no letter outside of links."""
    taken = set()
    for element in tree.iter(*INLINE):
        if element.getparent() in taken:
            taken.add(element)
        elif element.get("class") or element.get("id"):
            text = collapsed(element.text_content())
            if len(text) <= LONGEST and FEWEST_LETTERS <= _letters(text) == sum(map(_letters, _links(element))):
                taken.add(element)
                yield element


def _links(element: Tree) -> Iterator[str]:
    return (link.text_content() for link in element.iter("a") if link.get("href") is not None)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _at_end(line: str, elements: Sequence[tuple[Tree, str]]) -> Label | None:
    """The first of the elements with which the line ends, or else begins."""
    for element, text in elements:
        if line.endswith(text):
            return Label(element, len(line) - len(text), len(line))
    return next((Label(element, 0, len(text)) for element, text in elements if line.startswith(text)), None)
