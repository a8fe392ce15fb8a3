"""Diffs are what `patch` takes, and are made in linear time."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.report.diff import unified
from cleaner.result import Removed, Result, render


def result_of(text: str, *spans: tuple[int, int]) -> Result:
    removed = tuple(Removed(start, text[start:end], ("rule",)) for start, end in spans)
    return Result(render(text, removed), removed)


# text, spans that go, the lines of the diff without its two headings
CASES = [
    ("one\ntwo\nthree\n", [(4, 8)], "@@ -1,3 +1,2 @@\n one\n-two\n three\n"),
    ("one two\nthree\n", [(3, 7)], "@@ -1,2 +1,2 @@\n-one two\n+one\n three\n"),
    ("one\ntwo\nthree\n", [(2, 6)], "@@ -1,3 +1,2 @@\n-one\n-two\n+ono\n three\n"),
    (
        "one\n\ntwo",
        [(3, 8)],
        "@@ -1,3 +1,1 @@\n-one\n-\n-two\n\\ No newline at end of file\n+one\n\\ No newline at end of file\n",
    ),
    ("one\n", [(0, 4)], "@@ -1,1 +0,0 @@\n-one\n"),
    ("a\r\nb\r\n", [(0, 3)], "@@ -1,2 +1,1 @@\n-a\r\n b\r\n"),
]


@pytest.mark.parametrize(("text", "spans", "diff"), CASES)
def test_diff(text: str, spans: list[tuple[int, int]], diff: str) -> None:
    assert unified(result_of(text, *spans), "a", "b") == f"--- a\n+++ b\n{diff}"


def test_nothing_removed_is_no_diff() -> None:
    assert unified(result_of("one\n"), "a", "b") == ""


def test_changes_far_apart_are_hunks_of_their_own() -> None:
    text = "".join(f"{n:02}\n" for n in range(30))
    diff = unified(result_of(text, (0, 3), (60, 63)), "a", "b")
    assert [line for line in diff.splitlines() if line.startswith("@@")] == ["@@ -1,4 +1,3 @@", "@@ -18,7 +17,6 @@"]


def patched(text: str, diff: str) -> str:
    """What `patch` makes of a text, for line ends of one kind."""
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
    assert patched(text, unified(result, "x", "y")) == result.text
