"""Pipes, sockets, devices, closed folders and odd links in the place of files: named or skipped, never waited for."""

import os
import socket
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from command import CLEAN, Corpus

from cleaner.containers.opening import originals
from cleaner.corpus.digesting import digest_of_file
from cleaner.corpus.discovery import find
from cleaner.corpus.selection import Selection
from cleaner.errors import DocumentError, RuleError
from cleaner.regularfile import read_regular
from cleaner.rulefiles.added import user_files

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def bound_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as end:
        os.chdir(path.parent)  # the address of a socket is short
        end.bind(path.name)


def zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def process_file(path: Path) -> None:
    path.symlink_to("/proc/self/status")


def loop(path: Path) -> None:
    path.symlink_to(path)


def nothing_there(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


def long_name(path: Path) -> None:
    path.symlink_to("x" * 4000)


MAKERS = [pipe, bound_socket, zeros, process_file, loop, nothing_there, long_name]


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("make", MAKERS)
def test_only_regular_files_are_read(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "file")
    with pytest.raises(OSError) as error:  # noqa: PT011 (each kind of file has its own)
        read_regular(tmp_path / "file")
    assert error.value.strerror


@pytest.mark.parametrize("make", [pipe, zeros, loop])
def test_no_other_file_is_waited_for_as_a_container(tmp_path: Path, make: Callable[[Path], None]) -> None:
    container = tmp_path / "boats.clean.jsonl"
    make(container)
    assert digest_of_file(container) == ""
    with pytest.raises(DocumentError, match="unreadable"):
        list(originals(container, BytesIO()))


def test_no_file_stays_open(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe"):
        with pytest.raises(OSError, match=r"directory|regular"):
            read_regular(tmp_path / name)
    free = os.open(os.devnull, os.O_RDONLY)
    os.close(free)
    for _ in range(3):
        with pytest.raises(OSError, match="directory"):
            read_regular(tmp_path / "folder")
    again = os.open(os.devnull, os.O_RDONLY)
    os.close(again)
    assert again == free


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"12345")
    assert read_regular(tmp_path / "file", 5) == b"12345"
    with pytest.raises(OSError, match="more than 4 bytes"):
        read_regular(tmp_path / "file", 4)
    for name in ("a\0b", "a\ud800b"):
        with pytest.raises(OSError, match="no file name can have"):
            read_regular(tmp_path / name)


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("name", ["a.json", "a.clean.txt", "pyproject.toml", ".gitignore", "b.txt", "own/more.toml"])
def test_one_in_the_place_of_any_file_of_a_run(corpus: Corpus, make: Callable[[Path], None], name: str) -> None:
    (corpus.folder / "pyproject.toml").unlink()
    corpus.write("a.txt")
    corpus.write("c.txt")
    make(corpus.folder / name)
    done = corpus.run("clean", ".", "--rules", "own", "--select", "own/rules/*")
    if name == "own/more.toml":
        assert done.returncode == 2
        assert "own/more.toml: cannot be read" in done.stderr
        return
    assert corpus.read("c.clean.txt") == CLEAN
    assert "Traceback" not in done.stderr
    assert done.returncode == (name == "a.clean.txt")


@pytest.mark.parametrize("make", MAKERS)
def test_one_as_rule_file_is_named(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "x.toml")
    with pytest.raises(RuleError, match=r"x\.toml: (cannot be read|no such rule file)"):
        user_files((tmp_path / "x.toml",))


def test_a_folder_with_the_name_of_a_rule_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "rules" / "x.toml").mkdir(parents=True)
    with pytest.raises(RuleError, match=r"x\.toml: cannot be read: Is a directory"):
        user_files((tmp_path / "rules",))


@pytest.mark.parametrize("make", MAKERS)
def test_one_among_documents_is_skipped_and_counted(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("Rain.\n", encoding="utf-8")
    found = find([tmp_path], Selection())
    assert [path.name for path in found.paths] == ["b.txt"]
    assert found.skipped.total() == 1


def test_a_named_one_fails_alone(corpus: Corpus) -> None:
    corpus.write("a.txt")
    (corpus.folder / "b.txt").symlink_to("/proc/self/status")
    done = corpus.run("clean", "a.txt", "b.txt")
    assert done.returncode == 1
    assert "b.txt: failed: unreadable: not a regular file" in done.stderr
    assert corpus.read("a.clean.txt") == CLEAN


@pytest.mark.parametrize("name", ["loop/a.txt", "x" * 300])
@pytest.mark.parametrize(
    "command", ["clean", "check", "explain", "undo", "rules check", "rules import", "rules try own/rules.toml"]
)
def test_a_path_that_no_system_can_follow_is_an_error_of_the_command_line(
    corpus: Corpus, command: str, name: str
) -> None:
    loop(corpus.folder / "loop")
    done = corpus.run(*command.split(), name)
    assert done.returncode == 2
    assert done.stderr.startswith(f"cleaner: {name}: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["loop", "loop/a", "own/rules.toml", "own/rules.toml/a", "x" * 300])
def test_a_folder_for_outputs_that_can_never_be_one(corpus: Corpus, name: str) -> None:
    corpus.write("a.txt")
    loop(corpus.folder / "loop")
    given = corpus.run("clean", "a.txt", "--out-dir", name)
    assert given.returncode == 2
    assert given.stderr.startswith(f"cleaner: --out-dir {name}: ")
    corpus.configure(f'out-dir = "{name}"')
    configured = corpus.run("clean", "a.txt")
    assert configured.returncode == 2
    assert name in configured.stderr
    assert configured.stderr.count("\n") == 1


@pytest.mark.parametrize("option", ["--report=there.html", "--rejects=there.jsonl"])
def test_a_pipe_in_the_place_of_a_file_of_ours_is_never_waited_for(corpus: Corpus, option: str) -> None:
    corpus.write("a.txt")
    pipe(corpus.folder / option.partition("=")[2])
    done = corpus.run("clean", "a.txt", option)
    assert done.returncode == 2
    assert done.stderr == f"cleaner: {option.replace('=', ' ')}: not a regular file\n"


def test_a_document_error_tells_large_from_unreadable(tmp_path: Path) -> None:
    from cleaner.corpus.source import FileSource

    (tmp_path / "a.txt").write_bytes(b"12345")
    with pytest.raises(DocumentError, match="too-large: more than 4 bytes; --max-bytes"):
        FileSource(tmp_path / "a.txt").read(4)
