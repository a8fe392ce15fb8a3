"""Reads the structure of a text, before anything is matched or judged."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from cleaner.text.mark import Mark, Verb
from cleaner.text.structure.block import LINK_DEFINITIONS, Block
from cleaner.text.structure.items import item_bodies
from cleaner.text.structure.markdown import sign_blocks
from cleaner.text.structure.verse import verse

# The label of a link in a definition, and in the links that use it.
DEFINED = re.compile(r"^ {0,3}\[([^\]\n]+)\]:", re.MULTILINE)
USED = re.compile(r"(?<=\])\[([^\[\]\n]{1,60})\]")


def keeps(text: str) -> Iterator[Mark]:
    """Keep marks over the structure of a text; those of different kinds may overlap."""
    # One character stands between two lines: of a line end of two characters, the first stays with its line.
    lines = (text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text).split("\n")
    structure = list(blocks(lines))
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


def blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of structure: those written with signs, then bodies of items, then verse."""
    return chain(sign_blocks(lines), item_bodies(lines), verse(lines))
