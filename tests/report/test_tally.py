"""The report counts, and knows the exit code."""

import io
import json
import sys

import pytest

from cleaner.batch.worker import Failure
from cleaner.report import summary
from cleaner.report.console import Console, coloured, printable
from cleaner.report.exitcode import ExitCode
from cleaner.report.explanation import difference, explanation
from cleaner.report.outcomes import Checked, Cleaned, Finding, State
from cleaner.report.tally import Report
from cleaner.result import Removed, Result, Status, render

CHANGED = Cleaned(State.WRITTEN, Status.OK, 80, 20, (("a/b/c", 15), ("a/b/d", 5)))
SAME = Cleaned(State.CURRENT, Status.OK, 20, 0)
SUSPICIOUS = Cleaned(State.STALE, Status.SUSPICIOUS, 100, 60, (("a/b/d", 60),), ("rule a/b/d took 60 % of the prose",))
FAILURE = Failure("binary", "these bytes are not text", "Traceback: ...")


def report(*, quiet: bool = False, verbose: bool = False) -> Report:
    return Report(Console(quiet=quiet, verbose=verbose))


def filled() -> Report:
    full = report()
    full.skipped["own output"] += 2
    full.cleaned("a.txt", CHANGED)
    full.cleaned("b.txt", SAME)
    full.cleaned("c.txt", SUSPICIOUS)
    full.failure("d.txt", FAILURE)
    return full


def test_summary() -> None:
    assert list(summary.lines(filled())) == [
        "4 documents: 2 changed, 1 unchanged, 1 failed, 1 suspicious, 0 empty",
        "2 skipped: 2 own output",
        "clean files: 1 current, 1 written, 1 stale",
        "40.0% of the text removed, most of it by",
        "         65 characters  a/b/d",
        "         15 characters  a/b/c",
    ]


def test_summary_as_json() -> None:
    content = json.loads(summary.as_json(filled()))
    assert content == {
        "documents": 4,
        "changed": 2,
        "unchanged": 1,
        "failed": 1,
        "suspicious": 1,
        "empty": 0,
        "skipped": {"own output": 2},
        "clean_files": {"current": 1, "written": 1, "missing": 0, "stale": 1},
        "characters": 200,
        "removed": 80,
        "share_removed": 0.4,
        "rules": {"a/b/d": 65, "a/b/c": 15},
        "failures": {"d.txt": "binary: these bytes are not text"},
        "interrupted": False,
    }


def test_the_order_of_documents_does_not_show() -> None:
    forth, back = report(), report()
    for cleaned in (CHANGED, SAME, SUSPICIOUS):
        forth.cleaned("x", cleaned)
    for cleaned in (SUSPICIOUS, SAME, CHANGED):
        back.cleaned("x", cleaned)
    assert summary.as_json(forth) == summary.as_json(back)


def test_summary_of_a_check() -> None:
    checked = report()
    checked.checked(Checked((Finding(1, 1, "a/b/c", "why"), Finding(2, 1, "a/b/c", "why"))))
    checked.checked(Checked(()))
    assert list(summary.check_lines(checked)) == ["2 documents checked: 2 findings in 1 document"]


def test_exit_codes() -> None:
    assert report().exit_code() is ExitCode.DONE
    assert report().exit_code(found=True) is ExitCode.FOUND
    assert filled().exit_code() is ExitCode.FOUND
    stopped = filled()
    stopped.interrupted = True
    assert stopped.exit_code() is ExitCode.INTERRUPTED


def test_what_went_wrong_is_said_even_when_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    silent = report(quiet=True)
    silent.cleaned("c.txt", SUSPICIOUS)
    silent.failure("d\n.txt", FAILURE)
    assert capsys.readouterr().err == "d\\n.txt: failed: binary: these bytes are not text\n"


def test_what_is_suspicious_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    report().cleaned("c.txt", SUSPICIOUS)
    assert capsys.readouterr().err == "c.txt: suspicious: rule a/b/d took 60 % of the prose\n"


def test_verbose_names_every_document_and_shows_tracebacks(capsys: pytest.CaptureFixture[str]) -> None:
    talkative = report(verbose=True)
    talkative.cleaned("a.txt", CHANGED)
    talkative.failure("d.txt", FAILURE)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("a.txt: written, 20 of 80 characters removed")
    assert lines[-1] == "Traceback: ..."


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_shows_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (Terminal(), io.StringIO()):
        monkeypatch.setattr(sys, "stderr", stream)
        console = Console()
        console.progress(1, 10)
        console.note("a line")
        console.progress(10, 10)
        shown = "\r\x1b[K1 of 10 documents\r\x1b[K" if stream.isatty() else ""
        assert stream.getvalue() == f"{shown}a line\n"


# NO_COLOR, FORCE_COLOR, TERM, is there a terminal, are there colours
COLOURS = [
    (None, None, "xterm", True, True),
    (None, None, "dumb", True, False),
    (None, None, "xterm", False, False),
    ("1", None, "xterm", True, False),
    (None, "1", "xterm", False, True),
    ("1", "1", "xterm", True, False),
    ("", None, "xterm", True, True),
]


@pytest.mark.parametrize(("no", "force", "term", "terminal", "colours"), COLOURS)
def test_colours(  # noqa: PLR0913, PLR0917
    monkeypatch: pytest.MonkeyPatch, no: str | None, force: str | None, term: str, terminal: bool, colours: bool
) -> None:
    for name, value in (("NO_COLOR", no), ("FORCE_COLOR", force), ("TERM", term)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert coloured(Terminal() if terminal else io.StringIO()) is colours


def test_what_would_steer_a_terminal_is_made_visible() -> None:
    assert printable("a\x1b]0;title\x07b\tc\r\n\x9b") == "a␛]0;title␇b\tc\r\n�"


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
