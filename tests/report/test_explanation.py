"""A text with what is removed from it, and a diff, with and without colours."""

from dataclasses import replace

import pytest

from cleaner.report.explanation import difference, explanation
from cleaner.result import Removed, Result, Status, render
from cleaner.text.mark import Mark

TEXT = "It rained.\n\nSee: snow\nSee: hail\n\nIt was wet.\n"
PIECES = (Removed(12, "See: snow\nSee: hail", ("own/rules/see",)), Removed(31, "\n\n", ("seam",)))
RESULT = Result(render(TEXT, PIECES), PIECES)


def test_an_explanation_in_a_pipe() -> None:
    facts, text = explanation("a.txt", RESULT).split("\n\n", 1)
    assert facts.splitlines() == [
        "document: a.txt",
        "site: unknown (nothing names a site)",
        "language: unknown (too few function words)",
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


WITHHELD = replace(
    RESULT,
    withheld=(Mark(33, 44, "own/rules/wet"), Mark(3, 9, "own/rules/rain")),
    status=Status.SUSPICIOUS,
    problems=("own/rules/wet would remove 50 % of the text; withheld",),
)


def test_what_is_withheld_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    facts, text = explanation("a.txt", WITHHELD).split("\n\n", 1)
    assert facts.splitlines()[3:] == [
        "status: suspicious",
        "problem: own/rules/wet would remove 50 % of the text; withheld",
        "removed: 21 of 45 characters",
        "withheld: 17 characters; --apply-suspicious removes them",
    ]
    assert text == (
        "It [?rained?]{own/rules/rain, withheld}.\n\n[-See: snow\nSee: hail-]{own/rules/see}\n\n"
        "[?It was wet.?]{own/rules/wet, withheld}\n"
    )
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "It \x1b[4;33mrained\x1b[0m \x1b[2m{own/rules/rain, withheld}\x1b[0m." in explanation("a.txt", WITHHELD)


def test_a_diff_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    diff = "--- a\n+++ b\n@@ -1,2 +1,1 @@\n-one\n two\n"
    assert difference(diff) == diff
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert difference(diff).endswith("\x1b[36m@@ -1,2 +1,1 @@\x1b[0m\n\x1b[31m-one\x1b[0m\n two\n")
