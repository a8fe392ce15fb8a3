"""Shows people what is removed from a text: struck out in colour, or in brackets where there are no colours.

What is withheld is underlined in colour, or in brackets with question marks.
"""

import re
import sys
from collections.abc import Iterable, Iterator

from cleaner.report.plural import counted
from cleaner.report.terminal import (
    BOLD,
    CYAN,
    DIM,
    GREEN,
    RED,
    STRUCK_OUT,
    UNDERLINED,
    coloured,
    one_line,
    paint,
    printable,
)
from cleaner.result import Removed, Result, Taken
from cleaner.text.resolve import Span, unite

# A line without its end.
LINE_CONTENT = re.compile(r"[^\r\n]+")


def difference(diff: str) -> str:
    """A unified diff, coloured if stdout wants it; on a terminal, without control characters."""
    colour = coloured(sys.stdout)
    if not (colour or sys.stdout.isatty()):
        return diff
    diff = printable(diff)
    return "".join(map(_diff_line, diff.split("\n"))).removesuffix("\n") if colour else diff


def _diff_line(line: str) -> str:
    styles = {"---": BOLD, "+++": BOLD, "@@ ": CYAN, "-": RED, "+": GREEN}
    style = next((style for start, style in styles.items() if line.startswith(start)), "")
    return f"{paint(line, style, on=bool(style))}\n"


def explanation(name: str, result: Result, guess: str = "") -> str:
    """The facts about a result, an empty line, and the original with the removed spans marked in it.

    `guess` names the encoding of the document, if it was guessed.
    """
    colour = coloured(sys.stdout)
    facts = [f"{paint(f'{key}:', DIM, on=colour)} {one_line(value)}\n" for key, value in _facts(name, result, guess)]
    text = "".join(_marked(result, colour=colour))
    return "".join([*facts, "\n", text, "" if text.endswith(("\n", "\r")) or not text else "\n"])


def _facts(name: str, result: Result, guess: str) -> Iterator[tuple[str, str]]:
    yield "document", name
    if guess:
        yield "encoding", f"{guess} (guessed)"
    yield "site", f"{result.site.host or 'unknown'} ({result.site.decided_by})"
    yield "language", str(result.languages)
    yield "status", str(result.status)
    for problem in result.problems:
        yield "problem", problem
    if result.extraction is not None:
        reason = f" ({result.extraction.reason})" if result.extraction.reason else ""
        yield "text by", f"{result.extraction.found_by}{reason}"
        for taken in result.extraction.taken:
            yield "selector", selector_effect(taken)
    removed = result.removed_characters
    yield "removed", f"{removed:,} of {counted(removed + len(result.text), 'character')}"
    if result.withheld:
        withheld = sum(span.end - span.start for span in _withheld(result))
        yield "withheld", f"{counted(withheld, 'character')}; --apply-suspicious removes them"


def selector_effect(taken: Taken) -> str:
    """What a selector removed from a page, as words."""
    elements, characters = counted(taken.elements, "element"), counted(taken.characters, "character")
    return f"{taken.selector} removed {elements}, {characters}"


def _marked(result: Result, *, colour: bool) -> Iterator[str]:
    withheld = _withheld(result)
    position = removed = 0
    for piece in result.removed:
        kept = piece.start - removed
        yield from _kept(result.text[position:kept], position + removed, withheld, colour=colour)
        position = kept
        removed += len(piece.text)
        yield from _struck(piece, colour=colour)
    yield from _kept(result.text[position:], position + removed, withheld, colour=colour)


def _withheld(result: Result) -> list[Span]:
    return unite([(mark.rule, mark.start, mark.end) for mark in result.withheld])


def _kept(text: str, start: int, withheld: Iterable[Span], *, colour: bool) -> Iterator[str]:
    """Text that stays, which begins at `start` of the original, with what is withheld in it."""
    position = 0
    for span in withheld:
        first, end = max(span.start - start, 0), min(span.end - start, len(text))
        if first >= end:
            continue
        yield printable(text[position:first])
        yield _doubted(text[first:end], one_line(", ".join(span.rules)), colour=colour)
        position = end
    yield printable(text[position:])


def _doubted(text: str, rules: str, *, colour: bool) -> str:
    if not text.strip():
        return printable(text)
    text = printable(text)
    if colour:
        lines = LINE_CONTENT.sub(lambda line: paint(line[0], UNDERLINED, on=True), text)
        return f"{lines} {paint('{' + rules + ', withheld}', DIM, on=True)}"
    return f"[?{text}?]{{{rules}, withheld}}"


def _struck(piece: Removed, *, colour: bool) -> Iterator[str]:
    """White space at the edges stays outside the brackets; a span of white space alone gets none."""
    rules = one_line(", ".join(piece.rule_ids))
    text = piece.text.strip()
    if not rules or not text:
        yield printable(piece.text)
        return
    before, text, after = map(printable, piece.text.partition(text))
    if colour:
        struck = LINE_CONTENT.sub(lambda line: paint(line[0], STRUCK_OUT, on=True), text)
        yield f"{before}{struck} {paint('{' + rules + '}', DIM, on=True)}{after}"
    else:
        yield f"{before}[-{text}-]{{{rules}}}{after}"
