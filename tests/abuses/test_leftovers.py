"""What a killed run leaves: nothing that the next run does not remove, and nothing half written."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import CLEAN, ORIGINAL, Corpus, command

from cleaner.corpus.writing import MACHINE, new_token, place, sweep, temporary

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and modes")
ROUNDS = 100


def a_dead_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        return process.pid


@posix_only
def test_only_what_a_dead_process_of_this_machine_left_is_removed(tmp_path: Path) -> None:
    dead, token = a_dead_process(), new_token()
    left = temporary(tmp_path / "a.clean.txt", token, dead)
    of_the_living = temporary(tmp_path / "a.clean.txt", token, os.getpid())
    elsewhere = temporary(tmp_path / "a.clean.txt", "0" * 8 + token[8:], dead)
    others = [tmp_path / name for name in (".cleaner-x.tmp", f".cleaner-{MACHINE}-{dead}.tmp", "cleaner.tmp")]
    for path in (left, of_the_living, elsewhere, *others):
        path.write_bytes(b"half")
    sweep({tmp_path, tmp_path / "nowhere"})
    assert {*tmp_path.iterdir()} == {of_the_living, elsewhere, *others}


@posix_only
def test_a_private_text_is_private_from_its_first_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modes = []
    chmod = Path.chmod

    def noted(path: Path, mode: int) -> None:
        modes.append(path.stat().st_mode & 0o777)
        chmod(path, mode)

    monkeypatch.setattr(Path, "chmod", noted)
    place(tmp_path / "a.txt", b"Rain.\n", 0o100600, new_token())
    place(tmp_path / "b.txt", b"Rain.\n", 0o100644, new_token())
    assert modes == [0o600, 0o600]
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("a.txt", "b.txt")] == [0o600, 0o644]


@posix_only
@pytest.mark.slow
def test_a_run_killed_at_any_moment_leaves_nothing_after_the_next(corpus: Corpus) -> None:
    for number in range(20):
        corpus.write(f"{number}.txt", ORIGINAL * 300)
    moments = random.Random(11)  # noqa: S311 (moments, not secrets)
    for _ in range(ROUNDS):
        for path in corpus.folder.glob("*.clean.*"):
            path.unlink()
        with subprocess.Popen(
            command("clean", ".", "--marks", "-j", "2"),
            cwd=corpus.folder,
            start_new_session=True,
            stderr=subprocess.DEVNULL,
        ) as process:
            time.sleep(moments.uniform(0.3, 0.8))
            process.kill()
        for path in corpus.folder.glob("*.clean.txt"):
            assert path.read_bytes() == (CLEAN * 300).encode()
        wait_for_workers(corpus.folder)
        assert corpus.run("clean", ".", "--marks").returncode == 0
        assert not list(corpus.folder.glob(".cleaner-*"))
        assert len(list(corpus.folder.glob("*.clean.txt"))) == len(list(corpus.folder.glob("*.clean.json"))) == 20


def wait_for_workers(folder: Path) -> None:
    """Until no process works in the folder: workers end when they see that their parent is gone.

    One that has ended stays a process, and its file, until it is reaped, which a busy machine may do later.
    """
    deadline = time.monotonic() + 10
    while any(is_in(folder, entry) for entry in Path("/proc").glob("[0-9]*")) or any(
        Path(f"/proc/{path.stem.rpartition('-')[2]}").exists() for path in folder.glob(".cleaner-*.tmp")
    ):
        assert time.monotonic() < deadline, "a worker lives on"
        time.sleep(0.01)


def is_in(folder: Path, process: Path) -> bool:
    try:
        return (process / "cwd").resolve(strict=True) == folder and process.name != str(os.getpid())
    except OSError:
        return False
