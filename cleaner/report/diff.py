"""A unified diff from an original to its clean text, made from what was removed: linear, where difflib is not."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from cleaner.result import Result

CONTEXT = 3
LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class _Change:
    """Lines `first` to `last` (exclusive) of the original, and the lines that stand there after cleaning."""

    first: int
    last: int
    after: list[str]


def unified(result: Result, name: str, clean_name: str) -> str:
    """The diff, in the form of `diff -u`; empty where nothing was removed."""
    if not result.removed:
        return ""
    lines = LINE.findall(result.undo())
    pieces = [f"--- {name}\n", f"+++ {clean_name}\n"]
    shift = 0
    for hunk in _hunks(_changes(lines, result)):
        pieces += _format(lines, hunk, shift)
        shift += sum(len(change.after) - (change.last - change.first) for change in hunk)
    return "".join(pieces)


def _changes(lines: Sequence[str], result: Result) -> Iterator[_Change]:
    """Runs of lines that lost something, each with the line that it ran on into."""
    starts = [0, *accumulate(map(len, lines))]
    first = last = gone = gone_before = 0
    for piece in result.removed:
        line = bisect_right(starts, piece.start) - 1
        if line > last or not gone:
            if gone:
                yield _change(first, last, result.text[starts[first] - gone_before : starts[last] - gone])
            first, gone_before = line, gone
        end = piece.start + len(piece.text)
        gone += len(piece.text)
        last = max(last, bisect_right(starts, end - 1))
        if end == starts[last] and last < len(lines) and result.text[end - gone - 1 : end - gone] not in "\r\n":
            last += 1
    yield _change(first, last, result.text[starts[first] - gone_before : starts[last] - gone])


def _change(first: int, last: int, after: str) -> _Change:
    return _Change(first, last, LINE.findall(after))


def _hunks(changes: Iterator[_Change]) -> Iterator[list[_Change]]:
    """Changes so near to each other that their context meets."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.first - hunk[-1].last > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _format(lines: Sequence[str], hunk: Sequence[_Change], shift: int) -> Iterator[str]:
    first, last = max(0, hunk[0].first - CONTEXT), min(len(lines), hunk[-1].last + CONTEXT)
    body: list[str] = []
    position = first
    for change in hunk:
        body += [f" {line}" for line in lines[position : change.first]]
        body += [f"-{line}" for line in lines[change.first : change.last]]
        body += [f"+{line}" for line in change.after]
        position = change.last
    body += [f" {line}" for line in lines[position:last]]
    after = last - first + sum(len(change.after) - (change.last - change.first) for change in hunk)
    yield f"@@ -{_extent(first, last - first)} +{_extent(first + shift, after)} @@\n"
    for line in body:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _extent(first: int, count: int) -> str:
    """As `diff` counts: from one, and from the line before where there are none."""
    return f"{first + 1 if count else first},{count}"
