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


def sign_keeps(text: str) -> Iterator[Mark]:
    """Keep marks over the structure that a text writes with signs, and over definitions of links and their uses."""
    lines = _lines(text)
    yield from _marks(text, lines, sign_blocks(lines))
    if "]:" in text:
        yield from _marks(text, lines, item_bodies(lines, LINK_KINDS))


def body_keeps(text: str) -> Iterator[Mark]:
    """Keep marks over the other bodies of a text: items, then verse. Those of different kinds may overlap."""
    lines = _lines(text)
    return _marks(text, lines, chain(item_bodies(lines, OTHER_KINDS), verse(lines)))


def _lines(text: str) -> list[str]:
    # One character stands between two lines: of a line end of two characters, the first stays with its line.
    return (text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text).split("\n")


def _marks(text: str, lines: Sequence[str], blocks: Iterable[Block]) -> Iterator[Mark]:
    structure = list(blocks)
    if not structure:
        return
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    for first, last, rule in structure:
        start, end = starts[first], starts[last] + len(lines[last])
        yield Mark(start, end, rule, Verb.KEEP)
        if rule == LINK_DEFINITIONS:
            labels = set(DEFINED.findall(text, start, end))
            uses = (use for use in USED.finditer(text, 0, start) if use[1] in labels)
            yield from (Mark(*use.span(), rule, Verb.KEEP) for use in uses)
