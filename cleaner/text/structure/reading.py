"""Reads the structure of a text, before anything is matched or judged."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain

from cleaner.text.mark import Mark, Verb
from cleaner.text.structure.block import LINK_DEFINITIONS, Block
from cleaner.text.structure.items import LINK_KINDS, OTHER_KINDS, item_bodies
from cleaner.text.structure.markdown import sign_blocks
from cleaner.text.structure.verse import verse

# The label of a link in a definition, and in the links that use it.
DEFINED = re.compile(r"^ {0,3}\[([^\]\n]+)\]:", re.MULTILINE)
USED = re.compile(r"(?<=\])\[([^\[\]\n]{1,60})\]")


def sign_keeps(text: str, lines: Sequence[str]) -> Iterator[Mark]:
    """Keep marks over the structure that a text writes with signs, and over definitions of links and their uses."""
    yield from _marks(text, lines, sign_blocks(lines))
    if "]:" in text:
        yield from _marks(text, lines, item_bodies(lines, LINK_KINDS))


def body_keeps(text: str, lines: Sequence[str]) -> Iterator[Mark]:
    """Keep marks over the other bodies of a text: items, then verse. Those of different kinds may overlap."""
    return _marks(text, lines, chain(item_bodies(lines, OTHER_KINDS), verse(lines)))


def written_lines(text: str) -> list[str]:
    """The lines of a text. One character stands between two: of a line end of two, the first stays with its line."""
    return (text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text).split("\n")


def _marks(text: str, lines: Sequence[str], blocks: Iterable[Block]) -> Iterator[Mark]:
    structure = list(blocks)
    if not structure:
        return
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    uses = _uses(text) if any(rule == LINK_DEFINITIONS for _, _, rule in structure) else {}
    for first, last, rule in structure:
        start, end = starts[first], starts[last] + len(lines[last])
        yield Mark(start, end, rule, Verb.KEEP)
        for label in set(DEFINED.findall(text, start, end)) if rule == LINK_DEFINITIONS else ():
            of_label = uses.get(label, [])
            while of_label and of_label[-1][1] <= start:
                yield Mark(*of_label.pop(), rule, Verb.KEEP)


def _uses(text: str) -> dict[str, list[tuple[int, int]]]:
    """The spans of the uses of each label, the last one first."""
    uses: dict[str, list[tuple[int, int]]] = {}
    for use in reversed(list(USED.finditer(text))):
        uses.setdefault(use[1], []).append(use.span())
    return uses
