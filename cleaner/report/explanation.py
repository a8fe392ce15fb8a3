"""What goes from a text, to be seen by people: struck out in colour, or in brackets where there is none."""

import re
import sys
from collections.abc import Iterator

from cleaner.report.console import BOLD, CYAN, DIM, GREEN, RED, STRUCK_OUT, coloured, paint, printable, shown_name
from cleaner.result import Removed, Result
from cleaner.text.seams import SEAM

LINE_END = re.compile(r"(\r\n|\n|\r)")


def difference(diff: str) -> str:
    """A unified diff, coloured if stdout wants it."""
    if not coloured(sys.stdout):
        return diff
    return "".join(_diff_line(printable(line)) for line in diff.split("\n")).removesuffix("\n")


def _diff_line(line: str) -> str:
    styles = {"---": BOLD, "+++": BOLD, "@@ ": CYAN, "-": RED, "+": GREEN}
    style = next((style for start, style in styles.items() if line.startswith(start)), "")
    return f"{paint(line, style, on=bool(style))}\n"


def explanation(name: str, result: Result) -> str:
    """The facts about a result, an empty line, and the original with what goes marked in it."""
    colour = coloured(sys.stdout)
    facts = "".join(f"{paint(f'{key}:', DIM, on=colour)} {value}\n" for key, value in _facts(name, result))
    text = "".join(_marked(result, colour=colour))
    return f"{facts}\n{text}" + ("" if text.endswith(("\n", "\r")) or not text else "\n")


def _facts(name: str, result: Result) -> Iterator[tuple[str, str]]:
    original = len(result.text) + sum(len(piece.text) for piece in result.removed)
    yield "document", shown_name(name)
    yield "site", f"{result.site.host or 'unknown'} ({result.site.decided_by})"
    yield "status", str(result.status)
    for problem in result.problems:
        yield "problem", problem
    if result.extraction is not None:
        why = f" ({result.extraction.reason})" if result.extraction.reason else ""
        yield "text by", f"{result.extraction.found_by}{why}"
        for taken in result.extraction.taken:
            yield "selector", f"{taken.selector} took {taken.elements} elements, {taken.characters:,} characters"
    yield "removed", f"{original - len(result.text):,} of {original:,} characters"


def _marked(result: Result, *, colour: bool) -> Iterator[str]:
    clean = printable if colour else str
    position = removed = 0
    for piece in result.removed:
        kept = piece.start - removed
        yield clean(result.text[position:kept])
        position = kept
        removed += len(piece.text)
        yield from _struck(piece, colour=colour)
    yield clean(result.text[position:])


def _struck(piece: Removed, *, colour: bool) -> Iterator[str]:
    """White space at the edges stays outside the brackets: what a seam took alone is not worth a bracket."""
    rules = ", ".join(rule for rule in piece.rules if rule != SEAM)
    text = piece.text.strip()
    if not rules or not text:
        yield piece.text
        return
    before, _, after = piece.text.partition(text)
    if colour:
        lines = LINE_END.split(printable(text))
        struck = "".join(line if LINE_END.match(line) else paint(line, STRUCK_OUT, on=True) for line in lines)
        yield f"{before}{struck} {paint('{' + rules + '}', DIM, on=True)}{after}"
    else:
        yield f"{before}[-{text}-]{{{rules}}}{after}"
