"""Structure that is part of a text whatever its lines look like: front matter, code and tables.

It is read before anything is matched or judged, and protected by keep marks: nothing inside it is boilerplate because
it looks like a menu, a stray sign or a footnote.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from cleaner.text.mark import Mark, Verb

FRONT_MATTER, CODE, TABLE = "structure/front-matter", "structure/code", "structure/table"
# A fence and what its closing fence must begin with, as in CommonMark: up to three spaces, three or more signs.
FENCES = ("```", "~~~")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(?!.*`)")
# The row below the header of a table: cells of hyphens, with colons for alignment.
DELIMITER_ROW = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*")
ONE_COLUMN = re.compile(r"\s*\|\s*:?-{3,}:?\s*\|\s*")
# A key of YAML or TOML; front matter has one in its first line.
KEY = re.compile(r"\s*[\w.\"'-]+\s*[:=]")
FRONT_MATTER_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
# Lines. Longer front matter is none: a rule at the start of a text, and another one far below.
LONGEST_FRONT_MATTER = 100
# What prose seldom has: signs of programming languages, markup and shells, at the places where they stand in code.
LOOKS_LIKE_CODE = re.compile(
    r"[{};]\s*$|^\s*[})\]]|\w\(|\)\s*[:{]?$|[=!<>]=|=>|->|::|\w\s*=\s*\S|\w\[\w|</?\w|\\\w|^\s*-{1,2}\w"
    r"|^\s*(?:[#$>@<]|//|/\*|(?:class|const|def|for|from|func|if|import|let|return|var) )"
)
# Signs of links. Menus that a converter indented are full of them, and they look like code otherwise.
LINKS = ("](", "://")
# An indented block is code if it has at least this many lines, and at least this share of them looks like code.
# Converters indent whole pages, so a block alone is no sign. Chosen on texts of 25 genres and flattened pages.
FEWEST_INDENTED, CODE_SHARE = 2, 0.6
INDENT = ("    ", "\t")
# One of these is in every text with structure, and most texts have none: front matter or an indent at its start; an
# indent after a line end, a fence, or part of a delimiter row.
STARTS = ("---", "+++", "    ", "\t")
SIGNS = ("\n    ", "\n\t", "\r    ", "\r\t", "```", "~~~", "|-", "| -", "|:", "| :", "-|", "- |", ":|", ": |")


class Block(NamedTuple):
    """Neighbouring lines, the first and the last (inclusive), and what they are."""

    first: int
    last: int
    rule: str


def keeps(text: str) -> Iterator[Mark]:
    """Keep marks over the structure of a text."""
    if not (text.startswith(STARTS) or any(map(text.__contains__, SIGNS))):
        return
    # One character stands between two lines: of a line end of two characters, the first stays with its line.
    lines = (text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text).split("\n")
    structure = list(blocks(lines))
    if not structure:
        return
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    for first, last, rule in structure:
        yield Mark(starts[first], starts[last] + len(lines[last]), rule, Verb.KEEP)


def blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of structure, in order; none overlap.

    >>> list(blocks(["| a | b |", "|---|---|", "| 1 | 2 |", "", "Prose."]))
    [Block(first=0, last=2, rule='structure/table')]
    """
    number = 0
    unclosed: set[str] = set()  # signs of fences that nothing closes, so that no text is searched twice for their end
    if block := _front_matter(lines):
        yield block
        number = block.last + 1
    while number < len(lines):
        line, last = lines[number], number
        block = None
        if line.startswith(INDENT):
            block, last = _indented_code(lines, number)
        elif (signs := line.lstrip()[:3]) in FENCES and signs not in unclosed:
            block = _fenced_code(lines, number)
            if block is None:
                unclosed.add(signs)
        elif "|" in line and number + 1 < len(lines) and "-" in lines[number + 1]:
            block = _table(lines, number)
        if block:
            yield block
        number = (block.last if block else last) + 1


def _front_matter(lines: Sequence[str]) -> Block | None:
    closing = FRONT_MATTER_FENCES.get(lines[0].rstrip()) if lines else None
    if closing is None or not any(map(KEY.match, lines[1:2])):
        return None
    for number, line in enumerate(lines[1:LONGEST_FRONT_MATTER], 1):
        if line.rstrip() in closing:
            return Block(0, number, FRONT_MATTER)
    return None


def _fenced_code(lines: Sequence[str], first: int) -> Block | None:
    """From a fence to its closing fence. None if nothing closes it, where CommonMark would take all that follows."""
    opening = FENCE.match(lines[first])
    if opening is None:
        return None
    for number in range(first + 1, len(lines)):
        stripped = lines[number].strip()
        if len(stripped) >= len(opening[1]) and not stripped.strip(opening[1][0]):
            return Block(first, number, CODE)
    return None


def _indented_code(lines: Sequence[str], first: int) -> tuple[Block | None, int]:
    """Indented lines that look like code, with the blank lines between them, and the last of the indented lines.

    As in CommonMark they stand below a blank line.
    """
    last, held = first, [lines[first]]
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if line.startswith(INDENT):
            last = number
            held.append(line)
        elif line.strip():
            break
    like_code = sum(_looks_like_code(line) for line in held)
    below_blank = not first or not lines[first - 1].strip()
    is_code = below_blank and len(held) >= FEWEST_INDENTED and like_code >= CODE_SHARE * len(held)
    return Block(first, last, CODE) if is_code else None, last


def _looks_like_code(line: str) -> bool:
    """Whether a line looks like code and holds no link."""
    return LOOKS_LIKE_CODE.search(line) is not None and not any(map(line.__contains__, LINKS))


def _table(lines: Sequence[str], header: int) -> Block | None:
    delimiter = lines[header + 1]
    if not (DELIMITER_ROW.fullmatch(delimiter) or ONE_COLUMN.fullmatch(delimiter)):
        return None
    last = header + 1
    while last + 1 < len(lines) and "|" in lines[last + 1]:
        last += 1
    return Block(header, last, TABLE)
