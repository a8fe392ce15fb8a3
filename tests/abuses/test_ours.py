"""Files of the user in the place of ours: left, named, and replaced only by --force."""

import os
import subprocess
from pathlib import Path

import pytest
from command import CLEAN, ORIGINAL, Corpus

from cleaner.corpus.journal import FEW_LINES, Journal, journal_of
from cleaner.corpus.marks import digest_of
from cleaner.corpus.naming import Naming
from cleaner.corpus.ours import may_replace
from cleaner.corpus.plan import plan

MINE = "Notes of mine.\n"
LEFT = "is not as cleaner wrote it, and stays; --force replaces it"

# The user's own file, and the arguments that would write over it.
OWN = [
    ("a.clean.txt", []),
    ("a.clean.json", ["--marks"]),
    ("out/a.txt", ["--suffix", "", "--out-dir", "out"]),
]


@pytest.mark.parametrize(("name", "arguments"), OWN)
def test_a_file_of_the_user_is_left_and_named(corpus: Corpus, name: str, arguments: list[str]) -> None:
    corpus.write("a.txt")
    corpus.write("b.txt")
    corpus.write(name, MINE)
    done = corpus.run("clean", "a.txt", "b.txt", *arguments)
    assert done.returncode == 1
    assert f"{name} {LEFT}" in done.stderr
    assert corpus.read(name) == MINE
    assert (corpus.folder / name).with_name("b.txt" if name.startswith("out") else "b.clean.txt").exists()
    assert corpus.run("clean", "a.txt", "b.txt", "--force", *arguments).returncode == 0
    assert corpus.read(name) != MINE


def test_what_we_wrote_is_replaced_and_what_was_edited_is_not(corpus: Corpus) -> None:
    corpus.write("sub/a.txt")
    corpus.run("clean", ".")
    corpus.write("sub/a.txt", ORIGINAL + "Then it stopped.\n")
    assert corpus.run("clean", "sub").returncode == 0
    assert corpus.read("sub/a.clean.txt") == CLEAN + "Then it stopped.\n"
    corpus.write("sub/a.clean.txt", MINE)
    assert LEFT in corpus.run("clean", ".").stderr
    assert corpus.read("sub/a.clean.txt") == MINE
    assert not (corpus.folder / "sub/.cleaner").exists()


def test_clean_text_with_its_marks_is_ours(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.run("clean", ".", "--marks")
    for path in (corpus.folder / ".cleaner").iterdir():
        path.unlink()
    corpus.write("a.txt", ORIGINAL + "Then it stopped.\n")
    assert corpus.run("clean", ".", "--marks").returncode == 0
    assert corpus.read("a.clean.txt") == CLEAN + "Then it stopped.\n"


def test_what_git_has_is_replaced(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.write("a.clean.txt", MINE)
    name = ("-c", "user.name=Ada", "-c", "user.email=ada@six.example")
    for arguments in (("init", "-q"), ("add", "."), (*name, "commit", "-qm", "Add texts")):
        subprocess.run(["git", *arguments], cwd=corpus.folder, check=True)
    corpus.write("a.clean.txt", MINE * 2)
    assert corpus.run("clean", "a.txt").returncode == 1
    corpus.write("a.clean.txt", MINE)
    assert corpus.run("clean", "a.txt").returncode == 0
    assert corpus.read("a.clean.txt") == CLEAN
    status = subprocess.run(["git", "status", "--porcelain"], cwd=corpus.folder, capture_output=True, check=True)
    assert status.stdout == b" M a.clean.txt\n"  # git ignores the journal


@pytest.mark.parametrize("arguments", [["--check"], ["--diff"], ["-"]])
def test_a_run_that_writes_nothing_makes_no_journal(corpus: Corpus, arguments: list[str]) -> None:
    corpus.write("a.txt")
    corpus.run("clean", *arguments, *([] if arguments == ["-"] else ["."]), data=b"Rain.\n")
    assert not (corpus.folder / ".cleaner").exists()


def test_a_link_out_of_the_folder_for_outputs_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "texts/sub").mkdir(parents=True)
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out/sub").symlink_to(tmp_path / "elsewhere")
    paths = [tmp_path / "texts/a.txt", tmp_path / "texts/sub/b.txt"]
    first, second = plan(paths, Naming(out_dir=tmp_path / "out"), tmp_path / "texts", marks=False)
    assert not first.obstacle
    assert "is a link out of --out-dir and is not followed" in second.obstacle


def test_damaged_lines_of_a_journal_are_passed_over(tmp_path: Path) -> None:
    Journal(tmp_path).note(tmp_path / "a.txt", "sha256:1")
    with (tmp_path / ".cleaner/journal.jsonl").open("ab") as file:
        file.write(b'\xff\n{"file": "b.txt"}\n[1]\n{"file"')
    journal = Journal(tmp_path)
    assert journal.has(tmp_path / "a.txt", "sha256:1")
    assert not journal.has(tmp_path / "b.txt", "sha256:1")


def test_a_long_journal_is_shortened_to_the_last_two_of_each_file(tmp_path: Path) -> None:
    Journal(tmp_path).note(tmp_path / "a.txt", "sha256:1")
    file = tmp_path / ".cleaner/journal.jsonl"
    file.write_bytes(file.read_bytes() * FEW_LINES + b'{"file": "a.txt", "digest": "sha256:2"}\n')
    Journal(tmp_path).compact()
    assert len(file.read_bytes().splitlines()) == 2
    for digest in ("sha256:1", "sha256:2"):  # a kill may have prevented the last write
        assert Journal(tmp_path).has(tmp_path / "a.txt", digest)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links")
def test_a_journal_is_never_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / ".cleaner").mkdir()
    (tmp_path / "diary").write_text(MINE, encoding="utf-8")
    (tmp_path / ".cleaner/journal.jsonl").symlink_to(tmp_path / "diary")
    with pytest.raises(OSError, match=r"journal\.jsonl"):
        Journal(tmp_path).note(tmp_path / "a.txt", "sha256:1")
    assert (tmp_path / "diary").read_text(encoding="utf-8") == MINE


def test_a_repository_has_one_journal_and_none_above_it_counts(tmp_path: Path) -> None:
    (tmp_path / ".cleaner").mkdir()
    (tmp_path / "repository/.git").mkdir(parents=True)
    (tmp_path / "repository/deep/texts").mkdir(parents=True)
    home = journal_of(tmp_path / "repository/deep/texts", ()).home
    assert home == (tmp_path / "repository").resolve()
    (tmp_path / "a.txt").write_text(MINE, encoding="utf-8")
    journal = journal_of(tmp_path, ())
    assert not may_replace(tmp_path / "a.txt", journal)
    journal.note(tmp_path / "a.txt", digest_of(MINE.encode()))
    assert may_replace(tmp_path / "a.txt", journal)
