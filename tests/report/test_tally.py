"""The report of a run: its counts, its exit code, and the summary."""

import json

import pytest

from cleaner.batch.worker import Failure
from cleaner.report import summary
from cleaner.report.console import Console
from cleaner.report.exitcode import ExitCode
from cleaner.report.outcomes import Checked, Cleaned, Finding, State
from cleaner.report.tally import Report
from cleaner.result import Status

CHANGED = Cleaned(State.WRITTEN, Status.OK, 80, 20, (("a/b/c", 15), ("a/b/d", 5)))
SAME = Cleaned(State.CURRENT, Status.OK, 20, 0)
SENTENCE = "a/b/d would remove 60 % of the text; withheld"
SUSPICIOUS = Cleaned(State.STALE, Status.SUSPICIOUS, 100, 60, (("a/b/d", 60),), (SENTENCE,), withheld=(("a/b/e", 9),))
EMPTY = Cleaned(State.CURRENT, Status.EMPTY, 0, 0, problems=("there is no text",))
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


def test_exit_codes() -> None:
    assert report().exit_code() is ExitCode.DONE
    assert report().exit_code(found=True) is ExitCode.FOUND
    assert filled().exit_code() is ExitCode.FOUND
    stopped = filled()
    stopped.interrupted = True
    assert stopped.exit_code() is ExitCode.INTERRUPTED


def test_failures_are_printed_even_when_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    silent = report(quiet=True)
    silent.cleaned("c.txt", SUSPICIOUS)
    silent.failure("d\n.txt", FAILURE)
    assert capsys.readouterr().err == "d\\n.txt: failed: binary: these bytes are not text\n"


def test_guessed_encodings_are_counted_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    full = report(verbose=True)
    for name, guess in (("a.txt", "windows-1252"), ("b.txt", "shift_jis"), ("c.txt", "windows-1252"), ("d.txt", "")):
        full.cleaned(name, SAME._replace(guess=guess))
    assert (
        "encodings guessed: 2 documents read as windows-1252, 1 document read as shift_jis; --encoding names another"
    ) in list(summary.lines(full))
    assert json.loads(summary.as_json(full))["guessed_encodings"] == {"shift_jis": 1, "windows-1252": 2}
    said = [line.rpartition(", ")[2] for line in capsys.readouterr().err.splitlines()]
    assert said[:3] == ["read as windows-1252", "read as shift_jis", "read as windows-1252"]
    assert not said[3].startswith("read as")


def test_suspicious_and_empty_documents_are_listed_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    full = report()
    full.cleaned("c\n.txt", SUSPICIOUS)
    full.cleaned("b.txt", SAME)
    full.cleaned("e.txt", EMPTY)
    for line in [*summary.lines(full)][-2:]:
        full.console.note(line)
    assert capsys.readouterr().err.splitlines() == [
        f"c\\n.txt: suspicious: {SENTENCE}",
        "e.txt: empty: there is no text",
    ]


def test_a_long_list_is_cut_for_people_and_whole_as_json() -> None:
    full = report()
    for number in range(summary.MOST_LISTED + 2):
        full.cleaned(f"{number}.txt", SUSPICIOUS)
    lines = list(summary.doubtful_lines(full))
    assert lines[-2:] == [
        f"19.txt: suspicious: {SENTENCE}",
        "2 more are suspicious or empty; `cleaner clean --json` lists all",
    ]
    assert len(json.loads(summary.as_json(full))["suspicious_documents"]) == summary.MOST_LISTED + 2


def test_verbose_names_every_document_and_shows_tracebacks(capsys: pytest.CaptureFixture[str]) -> None:
    talkative = report(verbose=True)
    talkative.cleaned("a.txt", CHANGED)
    talkative.failure("d.txt", FAILURE)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("a.txt: written, 20 of 80 characters removed")
    assert lines[-1] == "Traceback: ..."


def test_summary() -> None:
    assert list(summary.lines(filled())) == [
        "4 documents: 2 changed, 1 unchanged, 1 failed, 1 suspicious, 0 empty",
        "2 skipped: 2 own output",
        "clean files: 1 current, 1 written, 1 stale",
        "40.0% of the text removed, most of it by:",
        "         65 characters  a/b/d",
        "         15 characters  a/b/c",
        "marks of 1 rule withheld; --apply-suspicious applies them",
        f"c.txt: suspicious: {SENTENCE}",
    ]


def test_pages_are_extracted_and_never_unchanged(capsys: pytest.CaptureFixture[str]) -> None:
    full = report(verbose=True)
    full.cleaned("a.txt", CHANGED)
    full.cleaned("a.html", SAME._replace(characters=3982, page_bytes=369_712))
    full.cleaned("b.html", CHANGED._replace(page_bytes=700))
    said = capsys.readouterr().err.splitlines()
    assert said[1].startswith("a.html: current, extracted 3,982 characters of 370 kB; 0 removed by rules, language")
    assert said[2].startswith("b.html: written, extracted 80 characters of 700 bytes; 20 removed by rules, language")
    assert list(summary.lines(full))[:2] == [
        "3 documents: 1 changed, 0 unchanged, 2 extracted, 0 failed, 0 suspicious, 0 empty",
        "pages: extracted 4,062 characters of 370 kB; 20 removed by rules",
    ]
    content = json.loads(summary.as_json(full))
    assert (content["changed"], content["unchanged"]) == (1, 0)
    assert content["pages"] == {"extracted": 2, "bytes": 370_412, "characters": 4062, "removed": 20}


def test_summary_as_json() -> None:
    content = json.loads(summary.as_json(filled()))
    assert content == {
        "documents": 4,
        "changed": 2,
        "unchanged": 1,
        "pages": {"extracted": 0, "bytes": 0, "characters": 0, "removed": 0},
        "failed": 1,
        "suspicious": 1,
        "empty": 0,
        "skipped": {"own output": 2},
        "clean_files": {"current": 1, "written": 1, "missing": 0, "stale": 1, "refused": 0},
        "characters": 200,
        "removed": 80,
        "share_removed": 0.4,
        "rules": {"a/b/d": 65, "a/b/c": 15},
        "languages": {"unknown": 3},
        "guessed_encodings": {},
        "withheld": {"a/b/e": 9},
        "suspicious_documents": {"c.txt": [SENTENCE]},
        "empty_documents": {},
        "failures": {"d.txt": "binary: these bytes are not text"},
        "learnt": {},
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
    checked.checked(
        "a.txt", Checked((Finding(1, 1, 1, 4, "a/b/c", "why", "Sea"), Finding(2, 1, 2, 4, "a/b/c", "why", "Sea")))
    )
    checked.checked("b.txt", Checked(()))
    assert list(summary.check_lines(checked)) == ["2 documents checked: 2 findings in 1 document"]


def test_withheld_findings_are_counted_apart() -> None:
    checked = report()
    withheld = Finding(1, 1, 1, 4, "a/b/d", "why", "Sea", withheld=True)
    checked.checked("a.txt", Checked((withheld,), Status.SUSPICIOUS, (SENTENCE,)))
    assert (checked.findings, checked.changed) == (0, 0)
    assert list(summary.check_lines(checked)) == [
        "1 document checked: clean, 1 finding withheld",
        f"a.txt: suspicious: {SENTENCE}",
    ]
