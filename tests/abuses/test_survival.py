"""A disk that fills up, files that change under a run, a worker that dies: named, counted, and the others are done."""

import os
import signal
import sys
from pathlib import Path

import pytest
from command import CLEAN, ORIGINAL, Corpus

from cleaner.commands.reader import DocumentReader
from cleaner.corpus.marksfile import Original
from cleaner.corpus.source import Source
from cleaner.corpus.writing import place
from cleaner.result import Result

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="limits and signals of POSIX, and a forked command")
# Bytes of the longest file that can be written in a test; the journal and all small files are shorter.
FULL_AT = 20_000


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file of the command can grow beyond FULL_AT bytes; the process of the tests has no such limit."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    limit = lambda *_: resource.setrlimit(resource.RLIMIT_FSIZE, (FULL_AT, most))  # noqa: E731
    monkeypatch.setattr("cleaner.commands.clean._require_sense", limit)


@posix_only
@pytest.mark.usefixtures("full_disk")
@pytest.mark.parametrize("name", ["b.txt", "b.jsonl"])
def test_what_finds_the_disk_full_is_named_and_the_others_are_written(corpus: Corpus, name: str) -> None:
    corpus.write("a.txt")
    corpus.write("c.txt")
    lines = f'{{"text": "{"It rained. " * 20}"}}\n' * 200
    corpus.write(name, lines if name.endswith("jsonl") else ORIGINAL * 1000)
    done = corpus.run("clean", ".")
    assert done.returncode == 1
    target = name.replace("b.", "b.clean.")
    assert f"{name}: failed: unwritable: cannot write {target}: File too large" in done.stderr
    assert "1 failed" in done.stderr
    assert corpus.names() == {"a.txt", "c.txt", "a.clean.txt", "c.clean.txt", name}
    assert not list((corpus.folder / ".cleaner").glob("*.spool"))


@posix_only
def test_a_file_that_vanishes_is_named(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        corpus.write(f"{name}.txt")
    monkeypatch.setattr("cleaner.commands.clean._tidy", lambda *_: Path("b.txt").unlink())
    done = corpus.run("clean", ".")
    assert done.returncode == 1
    assert "b.txt: failed: unreadable: No such file or directory" in done.stderr
    assert "3 documents: 2 changed, 0 unchanged, 1 failed" in done.stderr
    assert corpus.names() == {"a.txt", "c.txt", "a.clean.txt", "c.clean.txt"}


@posix_only
def test_a_file_that_grows_after_it_was_read_is_cleaned_again(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus.write("a.txt")

    def late(target: Path, content: bytes, mode: int | None, token: str) -> None:
        with (corpus.folder / "a.txt").open("ab") as file:
            file.write(b"It dried.\n")
        place(target, content, mode, token)

    with monkeypatch.context() as patch:
        patch.setattr("cleaner.commands.cleaning.place", late)
        assert corpus.run("clean", ".").returncode == 0
    assert corpus.read("a.clean.txt") == CLEAN
    assert corpus.run("clean", ".", "--check").returncode == 1
    assert corpus.run("clean", ".").returncode == 0
    assert corpus.read("a.clean.txt") == CLEAN + "It dried.\n"


@posix_only
def test_a_worker_that_the_system_kills_for_its_memory_costs_one_document(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        corpus.write(f"{name}.txt")
    read = DocumentReader.read

    def killed(reader: DocumentReader, source: Source) -> tuple[Original, Result]:
        if source.name == "b.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        return read(reader, source)

    monkeypatch.setattr(DocumentReader, "read", killed)
    done = corpus.run("clean", ".")
    assert done.returncode == 1
    assert "b.txt: failed: crashed: its process died of SIGKILL, maybe for want of memory" in done.stderr
    assert corpus.names() == {"a.txt", "b.txt", "c.txt", "a.clean.txt", "c.clean.txt"}
