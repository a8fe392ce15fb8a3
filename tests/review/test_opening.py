"""The command itself: what it says, how fast its page opens, and how it ends."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from command import Corpus, command

from cleaner.commands.saved import SAVED

# Seconds within which the list of a large corpus must be there.
OPENS_WITHIN = 2.0
MANY = 100_000


def listed(address: str) -> list[dict[str, str]]:
    """The documents that the page gets first."""
    with urlopen(f"{address}documents") as answer:  # noqa: S310 (an address of http)
        documents: list[dict[str, str]] = json.load(answer)["documents"]
    return documents


def ended(process: "subprocess.Popen[str]") -> int:
    process.send_signal(signal.SIGINT)
    return process.wait(timeout=20)


def start(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    line = command("review", ".", "--no-browser", *arguments)
    return subprocess.Popen(line, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_the_address_is_printed_and_ctrl_c_ends_the_review(corpus: Corpus) -> None:
    corpus.write("a.txt")
    with start(corpus.folder) as process:
        assert process.stdout
        assert process.stderr
        address = process.stdout.readline().strip()
        assert [each["name"] for each in listed(address)] == ["a.txt"]
        assert ended(process) == 130
        assert process.stderr.read() == f"rules are saved in {corpus.folder / SAVED}; Ctrl-C ends the review\n"
    assert corpus.names() == {"a.txt"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["nowhere"], "nowhere: No such file"), (["-"], "standard input is none"), ([".", "--port", "x"], "--port")],
)
def test_what_makes_no_sense_exits_2(corpus: Corpus, arguments: list[str], said: str) -> None:
    done = corpus.run("review", *arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_folder_without_documents_is_said(corpus: Corpus) -> None:
    (corpus.folder / "empty").mkdir()
    done = corpus.run("review", "empty", "--no-browser")
    assert (done.returncode, done.stderr) == (0, "nothing to do: no document in empty\n")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_the_list_of_a_large_corpus_is_there_at_once(tmp_path: Path) -> None:
    for number in range(MANY):
        if number % 1000 == 0:
            (folder := tmp_path / f"{number:06}").mkdir()
        (folder / f"{number}.txt").write_text(f"It rained {number} times.\n", encoding="utf-8")
    began = time.monotonic()
    with start(tmp_path) as process:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert listed(address)
        took = time.monotonic() - began
        assert ended(process) == 130
    assert took < OPENS_WITHIN
