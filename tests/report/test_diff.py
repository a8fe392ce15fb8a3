"""Diffs are accepted by `patch`, show a line once and only lines that change, and are made in linear time."""

import re
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.report.diff import unified
from cleaner.result import Removed, Result, render


def result_of(text: str, *spans: tuple[int, int]) -> Result:
    removed = tuple(Removed(start, text[start:end], ("rule",)) for start, end in spans)
    return Result(render(text, removed), removed)


# text, removed spans, the lines of the diff without its two headings
CASES = [
    ("one\ntwo\nthree\n", [(4, 8)], "@@ -1,3 +1,2 @@\n one\n-two\n three\n"),
    ("one two\nthree\n", [(3, 7)], "@@ -1,2 +1,2 @@\n-one two\n+one\n three\n"),
    ("one\ntwo\nthree\n", [(2, 6)], "@@ -1,3 +1,2 @@\n-one\n-two\n+ono\n three\n"),
    (
        "one\n\ntwo",
        [(3, 8)],
        "@@ -1,3 +1,1 @@\n one\n-\n-two\n\\ No newline at end of file\n",
    ),
    ("one\n", [(0, 4)], "@@ -1,1 +0,0 @@\n-one\n"),
    ("a\r\nb\r\n", [(0, 3)], "@@ -1,2 +1,1 @@\n-a\r\n b\r\n"),
    # What is removed holds the end of the line before it, or two of three blank lines.
    ("one\ntwo\nthree\n", [(3, 7)], "@@ -1,3 +1,2 @@\n one\n-two\n three\n"),
    ("one\n\ntwo\n\nthree\n", [(3, 8)], "@@ -1,5 +1,3 @@\n one\n-\n-two\n \n three\n"),
    ("one\n\ntwo\n\nfour\n", [(4, 8), (9, 14)], "@@ -1,5 +1,3 @@\n one\n \n-two\n \n-four\n"),
]


@pytest.mark.parametrize(("text", "spans", "diff"), CASES)
def test_diff(text: str, spans: list[tuple[int, int]], diff: str) -> None:
    assert unified(result_of(text, *spans), "a", "b") == f"--- a\n+++ b\n{diff}"


def test_without_a_removed_span_the_diff_is_empty() -> None:
    assert unified(result_of("one\n"), "a", "b") == ""


def test_distant_changes_have_their_own_hunks() -> None:
    text = "".join(f"{n:02}\n" for n in range(30))
    diff = unified(result_of(text, (0, 3), (60, 63)), "a", "b")
    assert [line for line in diff.splitlines() if line.startswith("@@")] == ["@@ -1,4 +1,3 @@", "@@ -18,7 +17,6 @@"]


def patched(text: str, diff: str) -> str:
    """The text as `patch` would change it, if all its line ends are of one kind."""
    source, result, position = text.splitlines(keepends=True), "", 0
    for hunk in re.split(r"^@@ ", diff, flags=re.MULTILINE)[1:]:
        head, _, body = hunk.partition("\n")
        first, count = (int(number) for number in head.split()[0][1:].split(","))
        first -= count > 0
        result += "".join(source[position:first])
        body = body.replace("\n\\ No newline at end of file\n", "\0")
        lines = [line.replace("\0", "") for line in re.findall(r"[^\n\0]*[\n\0]", body)]
        assert [line[1:] for line in lines if line[0] in " -"] == source[first : first + count]
        result += "".join(line[1:] for line in lines if line[0] in " +")
        position = first + count
    return result + "".join(source[position:])


@given(st.data())
def test_the_diff_leads_from_the_original_to_the_clean_text(data: st.DataObject) -> None:
    text = data.draw(st.text("ab\n", max_size=60))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    result = result_of(text, *zip(cuts[::2], cuts[1::2], strict=False))
    after = patched(text, unified(result, "x", "y"))
    assert after in {result.text, f"{result.text}\n"}


def changed_lines(diff: str) -> list[tuple[Counter[str], Counter[str]]]:
    """For each hunk the removed and the added lines; a missing line end is part of a line."""
    bodies = re.split(r"^@@ .*\n", diff.replace("\n\\ No newline", "\0"), flags=re.MULTILINE)[1:]
    return [
        (Counter(re.findall(r"^-(.*)$", body, re.MULTILINE)), Counter(re.findall(r"^\+(.*)$", body, re.MULTILINE)))
        for body in bodies
    ]


@given(st.lists(st.sampled_from(["", "one", "two", "three"]), max_size=9), st.data())
def test_no_line_beside_a_removed_one_is_shown_as_changed(lines: list[str], data: st.DataObject) -> None:
    """Whole lines are removed, each with the line end before it or after it."""
    text = "".join(f"{line}\n" for line in ["start", *lines])
    starts = [match.start() for match in re.finditer(r"^", text, re.MULTILINE)]
    rows = data.draw(st.sets(st.integers(1, len(lines)), max_size=4)) if lines else set()
    before = data.draw(st.booleans())
    result = result_of(text, *((starts[row] - before, starts[row + 1] - before) for row in sorted(rows)))
    for removed, added in changed_lines(unified(result, "x", "y")):
        assert removed.total()
        assert not added


@pytest.mark.parametrize(
    ("line", "step", "start", "end"),
    [
        pytest.param("Line {n:6} differs from all others by its number\n", 2, 0, 50, id="every second line"),
        pytest.param("The same words stand on each of the lines of this\n", 2, -1, 49, id="and the line end before it"),
        pytest.param("The same words stand on each of the lines of this\n", 1, 49, 50, id="every line end"),
        pytest.param("Line {n:6} differs from all others by its number\n", 1, 0, 5, id="a word of every line"),
    ],
)
def test_a_large_text_takes_linear_time(line: str, step: int, start: int, end: int) -> None:
    """2.5 MB in 50,000 lines of 50 characters: under a second. An algorithm of quadratic time takes minutes."""
    lines = [line.format(n=n) for n in range(50_000)]
    spans = [(50 * n + start, 50 * n + end) for n in range(1, len(lines), step)]
    result = result_of("".join(lines), *spans)
    begin = time.process_time()
    unified(result, "x", "y")
    assert time.process_time() - begin < 20
