"""Marks that would remove more than residue ever is: every command withholds them, and says so."""

import json

import pytest
from command import CREW, FLEET, LIST, RULE_ID, WITHHELD, Corpus

REMOVED = f"{RULE_ID} removed 50 % of the text"


@pytest.fixture
def suspicious(corpus: Corpus) -> Corpus:
    corpus.write("a.txt", LIST)
    return corpus


def test_clean_keeps_the_text_and_lists_the_document(suspicious: Corpus) -> None:
    suspicious.write("empty.txt", "")
    done = suspicious.run("clean", ".")
    assert done.returncode == 0
    assert suspicious.read("a.clean.txt") == LIST
    assert done.stderr.splitlines() == [
        "2 documents: 0 changed, 2 unchanged, 0 failed, 1 suspicious, 1 empty",
        "clean files: 2 written",
        "marks of 1 rule withheld; --apply-suspicious applies them",
        f"a.txt: suspicious: {WITHHELD}",
        "empty.txt: empty: there is no text",
    ]


def test_clean_counts_and_lists_as_json(suspicious: Corpus) -> None:
    content = json.loads(suspicious.run("clean", ".", "--json").stdout)
    assert (content["suspicious"], content["removed"], content["rules"]) == (1, 0, {})
    assert content["withheld"] == {RULE_ID: sum(map(len, FLEET))}
    assert content["suspicious_documents"] == {"a.txt": [WITHHELD]}


def test_standard_input_keeps_its_text_and_stderr_says_why(suspicious: Corpus) -> None:
    done = suspicious.run("clean", "-", data=LIST.encode())
    assert (done.returncode, done.stdout, done.stderr) == (0, LIST, f"-: suspicious: {WITHHELD}\n")


@pytest.mark.parametrize("by", ["flag", "setting"])
def test_what_is_suspicious_is_removed_if_it_is_asked_for(suspicious: Corpus, by: str) -> None:
    flags = ["--apply-suspicious"] if by == "flag" else []
    if by == "setting":
        suspicious.configure("apply-suspicious = true\n")
    done = suspicious.run("clean", "a.txt", *flags)
    assert suspicious.read("a.clean.txt") == "\n".join([*CREW, ""])
    assert done.stderr.splitlines()[-1] == f"a.txt: suspicious: {REMOVED}"
    assert suspicious.run("clean", "a.txt", "--check").returncode == (by == "flag")


def test_the_marks_name_what_was_withheld_and_undo_restores(suspicious: Corpus) -> None:
    suspicious.run("clean", "a.txt", "--marks")
    withheld = json.loads(suspicious.read("a.clean.json"))["withheld"]
    assert withheld[0] == {"start": 0, "end": len(FLEET[0]), "rule": RULE_ID}
    assert suspicious.run("undo", "a.clean.txt").stdout == LIST
    suspicious.run("clean", "a.txt", "--marks", "--apply-suspicious")
    assert json.loads(suspicious.read("a.clean.json"))["withheld"] == []
    assert suspicious.run("undo", "a.clean.txt").stdout == LIST


def test_check_lists_what_is_withheld_and_finds_nothing(suspicious: Corpus) -> None:
    done = suspicious.run("check", "a.txt")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == f"a.txt:1:1  {RULE_ID}  withheld: link to another story"
    assert done.stderr.splitlines() == [
        "1 document checked: clean, 12 findings withheld",
        f"a.txt: suspicious: {WITHHELD}",
    ]
    findings = json.loads(suspicious.run("check", "a.txt", "--format", "json").stdout)["findings"]
    assert [finding["withheld"] for finding in findings] == [True] * len(FLEET)
    assert suspicious.run("check", "a.txt", "--apply-suspicious").returncode == 1


def test_explain_shows_what_is_withheld_and_why(suspicious: Corpus) -> None:
    done = suspicious.run("explain", "a.txt")
    assert f"problem: {WITHHELD}\n" in done.stdout
    assert f"[?{FLEET[0]}?]{{{RULE_ID}, withheld}}\n" in done.stdout
    assert f"[-{FLEET[0]}" in suspicious.run("explain", "a.txt", "--apply-suspicious").stdout
