"""A journal, a repository or a file system that would let the user's files go, or ours become the user's."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from command import ORIGINAL, Corpus

from cleaner.corpus.journal import Journal
from cleaner.corpus.naming import Naming
from cleaner.corpus.ours import may_replace
from cleaner.corpus.plan import plan

MINE = "Notes of mine.\n"
NAME = ("-c", "user.name=Ada", "-c", "user.email=ada@six.example")


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *NAME, *arguments], cwd=folder, check=True)


def test_writers_that_begin_at_once_lose_no_line(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: Journal(tmp_path).note(tmp_path / f"{number}.txt", "sha256:1"), range(64)))
    journal = Journal(tmp_path)
    assert all(journal.has(tmp_path / f"{number}.txt", "sha256:1") for number in range(64))
    assert (tmp_path / ".cleaner/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_line_that_a_killed_writer_left_half_costs_no_other(tmp_path: Path) -> None:
    Journal(tmp_path).note(tmp_path / "a.txt", "sha256:1")
    with (tmp_path / ".cleaner/journal.jsonl").open("ab") as file:
        file.write(b'{"file": "b.t')
    Journal(tmp_path).note(tmp_path / "c.txt", "sha256:3")
    journal = Journal(tmp_path)
    assert journal.has(tmp_path / "a.txt", "sha256:1")
    assert journal.has(tmp_path / "c.txt", "sha256:3")


def test_a_linked_folder_is_no_journal_and_is_said_once(corpus: Corpus, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (corpus.folder / ".cleaner").symlink_to(elsewhere)
    corpus.write("a.txt")
    corpus.write("b.txt")
    done = corpus.run("clean", ".", "--marks")
    assert (done.returncode, done.stderr.count("cannot be written")) == (0, 1)
    assert "is a symbolic link and is not followed" in done.stderr
    assert not list(elsewhere.iterdir())


def test_what_git_has_is_read_without_a_program_of_the_repository(tmp_path: Path) -> None:
    text, ran = tmp_path / "a.clean.txt", tmp_path / "ran"
    text.write_text(MINE, encoding="utf-8")
    (tmp_path / ".gitattributes").write_text("*.txt filter=evil\n", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Add a text")
    git(tmp_path, "config", "filter.evil.clean", f"touch {ran}; cat")
    git(tmp_path, "config", "core.fsmonitor", f"touch {ran}")
    os.utime(text, (1, 1))
    assert may_replace(text, Journal(tmp_path))
    text.write_bytes(MINE.encode().replace(b"\n", b"\r\n"))  # as git checks it out on Windows
    assert may_replace(text, Journal(tmp_path))
    text.write_text(MINE * 2, encoding="utf-8")
    assert not may_replace(text, Journal(tmp_path))
    assert not ran.exists()


def test_what_is_staged_and_not_committed_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.clean.txt").write_text(MINE, encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    assert not may_replace(tmp_path / "a.clean.txt", Journal(tmp_path))


def test_a_file_that_cannot_be_read_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.clean.txt").write_text(MINE, encoding="utf-8")

    def closed(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("cleaner.corpus.ours.read_regular", closed)
    assert not may_replace(tmp_path / "a.clean.txt", Journal(tmp_path))
    assert may_replace(tmp_path / "missing.clean.txt", Journal(tmp_path))


@pytest.mark.parametrize("name", ["A.CLEAN.txt", "a.Clean.TXT"])
def test_an_original_that_a_file_system_takes_for_an_output_is_none(tmp_path: Path, name: str) -> None:
    original = tmp_path / name
    original.write_text(ORIGINAL, encoding="utf-8")
    (tmp_path / "a.txt").write_text(ORIGINAL, encoding="utf-8")
    paths = [original, tmp_path / "a.txt"]
    assert not plan(paths, Naming(), tmp_path, marks=False)[1].obstacle
    os.link(original, tmp_path / "a.clean.txt")  # as if the file system ignored case
    assert "is itself an original and is never written over" in plan(paths, Naming(), tmp_path, marks=False)[1].obstacle


def test_a_file_under_its_own_name_in_another_case_is_no_obstacle(tmp_path: Path) -> None:
    for name in ("A.CLEAN.txt", "a.txt", "a.clean.txt"):
        (tmp_path / name).write_text(ORIGINAL, encoding="utf-8")
    assert not plan([tmp_path / "A.CLEAN.txt", tmp_path / "a.txt"], Naming(), tmp_path, marks=False)[1].obstacle
