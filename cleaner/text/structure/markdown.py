"""Structure that Markdown and plain text write with signs: front matter, code, tables and drawings, HTML."""

import re
from collections.abc import Iterator, Sequence

from cleaner.text.late import Late
from cleaner.text.scripts import length
from cleaner.text.structure.block import CODE, FRONT_MATTER, HTML, LIST, TABLE, Block
from cleaner.text.structure.evidence import holds_link

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
LOOKS_LIKE_CODE = Late(
    r"[{};]\s*$|^\s*[})\]]|\w\(|\)\s*[:{]?$|[=!<>]=|=>|->|::|\w\s*=\s*\S|\w\[\w|</?\w|\\\w|^\s*-{1,2}\w"
    r"|^\s*(?:[#$>@<]|//|/\*|(?:class|const|def|for|from|func|if|import|let|return|var) )"
)
# An indented block is code if it has at least this many lines, and at least this share of them looks like code.
# Converters indent whole pages, so a block alone is no sign. Chosen on texts of 25 genres and flattened pages.
FEWEST_INDENTED, CODE_SHARE = 2, 0.6
INDENT = ("    ", "\t")
# Characters. Longer lines are paragraphs. Chosen by hand.
LONGEST_CODE = 200
# Lines that tell whether an indented block is code; more cost time and seldom tell otherwise. Chosen by hand.
MOST_READ = 30
# The edge of a drawn box, and what else such a drawing begins its lines with; it has at least so many lines.
EDGES, FEWEST_DRAWN = ("+-", "+="), 3
DRAWN = (*EDGES, "|")
# A bullet that stands on a line of its own, above the line of its item, and the least length of such an item.
BULLETS, SHORTEST_ITEM = ("•", "·", "▪", "◦"), 50
# A tag of HTML that stands in Markdown; its block reaches to its end, at most this many lines below. Other tags are
# more often what is left of a page: pictures that count readers, and boxes of scripts.
HTML_TAG = re.compile(r" {0,3}<(blockquote|details|dl|ol|pre|table|ul)\b", re.IGNORECASE)
LONGEST_HTML = 200


def sign_blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of structure, in order; none overlap.

    >>> list(sign_blocks(["| a | b |", "|---|---|", "| 1 | 2 |", "", "Prose."]))
    [Block(first=0, last=2, rule='structure/table')]
    """
    number = 0
    unclosed: set[str] = set()  # signs of fences that nothing closes, so that no text is searched twice for their end
    if block := _front_matter(lines):
        yield block
        number = block.last + 1
    while number < len(lines):
        line, last = lines[number], number
        if not line or (line[0].isalpha() and "|" not in line):
            number += 1
            continue
        signs = line.lstrip()[:3]
        if signs in FENCES:
            block = None if signs in unclosed else _fenced_code(lines, number)
            if block is None:
                unclosed.add(signs)
        else:
            block = _small_block(lines, number, signs)
            if block is None and line.startswith(INDENT):
                block, last = _indented_code(lines, number)
        if block:
            yield block
        number = (block.last if block else last) + 1


def _small_block(lines: Sequence[str], first: int, signs: str) -> Block | None:
    """The drawing, bullet, element of HTML or table at this line, which begins with these signs."""
    if signs.startswith(DRAWN) and (drawing := _drawing(lines, first)):
        return drawing
    if signs in BULLETS:
        return _bullet(lines, first)
    if signs.startswith("<"):
        return _html(lines, first)
    if "|" in lines[first] and "-" in "".join(lines[first + 1 : first + 2]):
        return _table(lines, first)
    return None


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
    below_blank = not first or not lines[first - 1].strip()
    is_code = below_blank and len(held) >= FEWEST_INDENTED and _looks_like_code(held[:MOST_READ])
    return Block(first, last, CODE) if is_code else None, last


def _looks_like_code(lines: Sequence[str]) -> bool:
    """Whether most lines look like code and hold no link, as indented menus do."""
    short = [line for line in lines if len(line) <= LONGEST_CODE and not holds_link(line)]
    fewest = CODE_SHARE * len(lines)
    return len(short) >= fewest and sum(LOOKS_LIKE_CODE.search(line) is not None for line in short) >= fewest


def _table(lines: Sequence[str], header: int) -> Block | None:
    delimiter = lines[header + 1]
    if not (DELIMITER_ROW.fullmatch(delimiter) or ONE_COLUMN.fullmatch(delimiter)):
        return None
    last = header + 1
    while last + 1 < len(lines) and "|" in lines[last + 1]:
        last += 1
    return Block(header, last, TABLE)


def _drawing(lines: Sequence[str], first: int) -> Block | None:
    """A table or a figure drawn with bars, from lines that all begin with one of its signs."""
    last = first
    while last + 1 < len(lines) and lines[last + 1].lstrip().startswith(DRAWN):
        last += 1
    has_edge = any(line.lstrip().startswith(EDGES) for line in lines[first : last + 1])
    return Block(first, last, TABLE) if has_edge and last - first + 1 >= FEWEST_DRAWN else None


def _bullet(lines: Sequence[str], number: int) -> Block | None:
    """The sign above a paragraph is its bullet; a sign between titles of a menu is stray."""
    item = "".join(lines[number + 1 : number + 2]).strip()
    return Block(number, number, LIST) if length(item) >= SHORTEST_ITEM else None


def _html(lines: Sequence[str], first: int) -> Block | None:
    """From a tag to the line that holds its end. None if no line does."""
    opening = HTML_TAG.match(lines[first])
    if opening is None:
        return None
    closing = f"</{opening[1].lower()}"
    for number, line in enumerate(lines[first : first + LONGEST_HTML], first):
        if closing in line.lower():
            return Block(first, number, HTML)
    return None
