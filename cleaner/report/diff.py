"""A unified diff from an original to its clean text, made from what was removed: linear, where difflib alone is not."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from cleaner.report.terminal import one_line
from cleaner.result import Removed, Result
from cleaner.text.lines import LINE, LineIndex

# Unchanged lines shown around a change; as in `diff -u`.
CONTEXT = 3
# Most pairs of lines that difflib compares in one change; larger changes are shown whole. Its time grows with the
# number of pairs. The largest of 1,801 changes in 321 texts of the bench had 640.
MOST_PAIRS = 10_000


class Change(NamedTuple):
    """Lines `first` to `last` of the original become lines `clean_first` to `clean_last`; both ends are exclusive."""

    first: int
    last: int
    clean_first: int
    clean_last: int


def unified(result: Result, name: str, clean_name: str) -> str:
    """The diff, in the form of `diff -u`; empty if nothing was removed.

    The last line stands once, also if the clean text ends without the line end that it has in the original.
    """
    if not result.removed:
        return ""
    original = result.undo()
    before, after = LINE.findall(original), LINE.findall(result.text)
    unchanged = _unchanged(LineIndex(original), before, after, result.removed)
    pieces = [f"--- {one_line(name)}\n", f"+++ {one_line(clean_name)}\n"]
    for hunk in _hunks(_changes(before, after, unchanged)):
        pieces += _format(before, after, hunk)
    return "".join(pieces)


def _unchanged(
    index: LineIndex, before: Sequence[str], after: Sequence[str], removed: Sequence[Removed]
) -> Iterator[tuple[int, int]]:
    """Lines of the original and of the clean text that are equal and begin at the same place; last, both ends.

    A last line that lacks nothing but its end is equal too, if what stood below it is gone.
    """
    offset = removed_before = piece = 0
    for clean_number, line in enumerate(after):
        while piece < len(removed) and removed[piece].start <= offset + removed_before:
            removed_before += len(removed[piece].text)
            piece += 1
        number = index.line_at(offset + removed_before)
        at_end = clean_number + 1 == len(after) and number + 1 < len(before)
        if before[number] == line or (at_end and before[number].rstrip("\r\n") == line):
            yield number, clean_number
        offset += len(line)
    yield len(before), len(after)


def _changes(before: Sequence[str], after: Sequence[str], unchanged: Iterable[tuple[int, int]]) -> Iterator[Change]:
    """What stands between unchanged lines, without lines that are equal all the same.

    Such lines begin at different places: a removed stretch may hold the end of the line before it and leave its own.
    """
    first = clean_first = 0
    for last, clean_last in unchanged:
        old, new = before[first:last], after[clean_first:clean_last]
        if len(old) * len(new) > MOST_PAIRS:
            yield Change(first, last, clean_first, clean_last)
        elif old or new:
            for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
                if tag != "equal":
                    yield Change(first + i1, first + i2, clean_first + j1, clean_first + j2)
        first, clean_first = last + 1, clean_last + 1


def _hunks(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Changes that are so close that their contexts meet."""
    hunk: list[Change] = []
    for change in changes:
        if hunk and change.first - hunk[-1].last > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _format(before: Sequence[str], after: Sequence[str], hunk: Sequence[Change]) -> Iterator[str]:
    first, last = max(0, hunk[0].first - CONTEXT), min(len(before), hunk[-1].last + CONTEXT)
    clean_first = hunk[0].clean_first - (hunk[0].first - first)
    clean_last = hunk[-1].clean_last + (last - hunk[-1].last)
    body: list[str] = []
    position = first
    for change in hunk:
        body += [f" {line}" for line in before[position : change.first]]
        body += [f"-{line}" for line in before[change.first : change.last]]
        body += [f"+{line}" for line in after[change.clean_first : change.clean_last]]
        position = change.last
    body += [f" {line}" for line in before[position:last]]
    yield f"@@ -{_extent(first, last - first)} +{_extent(clean_first, clean_last - clean_first)} @@\n"
    for line in body:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _extent(first: int, count: int) -> str:
    """First line and number of lines, counted as `diff` does: from one, and for no lines from the line before."""
    return f"{first + 1 if count else first},{count}"
