"""`cleaner undo`: the original, from a clean text and its marks."""

import os

import pytest
from command import ORIGINAL, Corpus


@pytest.mark.parametrize(
    "original", [ORIGINAL.encode(), b"\xef\xbb\xbf" + ORIGINAL.replace("\n", "\r\n").encode() + b"\xff"]
)
def test_the_original_is_restored(corpus: Corpus, original: bytes) -> None:
    corpus.write("a.txt", original)
    corpus.run("clean", ".", "--marks")
    (corpus.folder / "a.txt").unlink()
    assert os.fsencode(corpus.run("undo", "a.clean.txt").stdout) == original
    for _ in range(2):
        assert corpus.run("undo", "a.clean.txt", "-o", "a.txt").returncode == 0
    assert (corpus.folder / "a.txt").read_bytes() == original


def test_another_file_is_never_overwritten(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.run("clean", ".", "--marks")
    corpus.write("b.txt", "Mine.\n")
    done = corpus.run("undo", "a.clean.txt", "-o", "b.txt")
    assert done.returncode == 2
    assert corpus.read("b.txt") == "Mine.\n"


def test_a_clean_text_that_was_changed_is_refused(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.run("clean", ".", "--marks")
    corpus.write("a.clean.txt", "Changed.\n")
    done = corpus.run("undo", "a.clean.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert "do not belong together" in done.stderr
