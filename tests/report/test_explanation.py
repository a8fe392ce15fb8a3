"""A text with what is removed from it, and a diff, with and without colours."""

import pytest

from cleaner.report.explanation import difference, explanation
from cleaner.result import Removed, Result, render

TEXT = "It rained.\n\nSee: snow\nSee: hail\n\nIt was wet.\n"
PIECES = (Removed(12, "See: snow\nSee: hail", ("own/rules/see",)), Removed(31, "\n\n", ("seam",)))
RESULT = Result(render(TEXT, PIECES), PIECES)


def test_an_explanation_in_a_pipe() -> None:
    facts, text = explanation("a.txt", RESULT).split("\n\n", 1)
    assert facts.splitlines() == [
        "document: a.txt",
        "site: unknown (nothing names a site)",
        "status: ok",
        "removed: 21 of 45 characters",
    ]
    assert text == "It rained.\n\n[-See: snow\nSee: hail-]{own/rules/see}\n\nIt was wet.\n"


def test_an_explanation_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    text = explanation("a.txt", RESULT)
    assert (
        "\x1b[9;31mSee: snow\x1b[0m\n\x1b[9;31mSee: hail\x1b[0m \x1b[2m{own/rules/see}\x1b[0m\n\nIt was wet.\n" in text
    )


def test_a_diff_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    diff = "--- a\n+++ b\n@@ -1,2 +1,1 @@\n-one\n two\n"
    assert difference(diff) == diff
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert difference(diff).endswith("\x1b[36m@@ -1,2 +1,1 @@\x1b[0m\n\x1b[31m-one\x1b[0m\n two\n")
