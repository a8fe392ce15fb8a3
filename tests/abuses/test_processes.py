"""Processes that die, wait for each other or are interrupted, and streams that are closed or full."""

import ctypes
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pytest
from command import CLEAN, ORIGINAL, Corpus, command

from cleaner.batch.pool import Limits, run
from cleaner.corpus.naming import Naming
from cleaner.corpus.plan import plan

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and descriptors")
# Bytes: more than any pipe or socket holds.
MUCH = 2_000_000


@dataclass(frozen=True)
class Echo:
    """Gives back what it gets."""

    def prepare(self) -> None:
        pass

    def __call__(self, item: str, /) -> str:
        return item


def test_long_items_and_long_answers_never_wait_for_each_other() -> None:
    items = [str(number) * MUCH for number in range(40)]
    assert list(run(Echo(), items, Limits(2, 30.0))) == items


def test_what_many_collisions_say_is_short(tmp_path: Path) -> None:
    paths = [tmp_path / f"a.{'x' * 200}{number}" for number in range(160)]  # all with the marks file a.clean.json
    obstacles = [source.obstacle for source in plan(paths, Naming(), tmp_path, marks=True)]
    assert all("and 156 more too; rename one of them" in obstacle for obstacle in obstacles)
    assert max(map(len, obstacles)) < 1_000


def test_an_answer_may_wait_longer_than_an_item_may_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.batch.worker._deadline", lambda _: 0.3)
    items = [str(number) * MUCH for number in range(4)]
    outcomes = run(Echo(), items, Limits(1, 30.0))
    first = next(outcomes)
    time.sleep(0.6)  # as where stdout is a pager
    assert [first, *outcomes] == items


@pytest.mark.parametrize("seconds", ["1e-9", "1e308", "inf"])
def test_any_number_of_seconds_is_a_timeout(corpus: Corpus, seconds: str) -> None:
    corpus.write("a.txt")
    done = corpus.run("clean", "a.txt", "--timeout", seconds, "--max-bytes", str(10**30))
    assert "Traceback" not in done.stderr
    assert done.returncode == (seconds == "1e-9")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--timeout", "nan"], "--timeout must be more than 0"),
        (["--encoding", "zip"], "--encoding zip: no such encoding"),
        (["--encoding", "rot13"], "--encoding rot13: no such encoding"),
    ],
)
def test_what_is_no_value_is_a_usage_error(corpus: Corpus, arguments: list[str], said: str) -> None:
    corpus.write("a.txt")
    done = corpus.run("clean", "a.txt", *arguments)
    assert (done.returncode, said in done.stderr) == (2, True)


@dataclass(frozen=True)
class Sleeper:
    """Writes its process id to a file, and sleeps; if it is `deaf`, it holds Python's lock meanwhile."""

    folder: Path
    deaf: bool = False

    def prepare(self) -> None:
        pass

    def __call__(self, item: int, /) -> None:
        (self.folder / "new").write_text(str(os.getpid()), encoding="utf-8")
        (self.folder / "new").rename(self.folder / "pid")
        if self.deaf:
            ctypes.PyDLL(None).sleep(item)
        time.sleep(item)


def sleep_in_a_worker(sleeper: Sleeper) -> None:
    list(run(sleeper, [60], Limits(1, 60.0)))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a worker does not inherit the short deadline")
@pytest.mark.parametrize("deaf", [False, True])
def test_a_worker_ends_when_its_parent_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deaf: bool) -> None:
    if deaf:  # what else takes 5 seconds
        monkeypatch.setattr("cleaner.batch.worker._deadline", lambda _: 0.3)
    parent = get_context("fork").Process(target=sleep_in_a_worker, args=(Sleeper(tmp_path, deaf),))
    parent.start()
    while not (tmp_path / "pid").exists():
        time.sleep(0.01)
    parent.kill()
    parent.join()
    pid = int((tmp_path / "pid").read_text(encoding="utf-8"))
    deadline = time.monotonic() + 10
    while is_alive(pid):
        assert time.monotonic() < deadline, "the worker lives on"
        time.sleep(0.01)


def is_alive(pid: int) -> bool:
    """Whether a process runs; a dead one may wait for somebody to ask how it ended."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"


# What Python itself says where Ctrl-C comes in a callback of its import: the interruption is lost, and the run goes on.
LOST = b"Exception ignored in: <function _get_module_lock"


@posix_only
@pytest.mark.slow
def test_an_interruption_at_any_moment_prints_no_traceback(corpus: Corpus) -> None:
    corpus.write("a.txt")
    moments = random.Random(7)  # noqa: S311 (moments, not secrets)
    for _ in range(40):
        with subprocess.Popen(
            [sys.executable, "-c", "from cleaner.__main__ import main; print(flush=True); main()", "clean", "."],
            cwd=corpus.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(moments.uniform(0.02, 0.8))
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=30)
        assert b"Traceback" not in said or LOST in said, said
        assert process.returncode in (0, 130)
        assert not list(corpus.folder.glob(".cleaner-*.tmp"))


# How the streams of the command are redirected by a shell; its exit code, and what it says on stderr, if that is open.
STREAMS = [
    ("check a.txt >/dev/full", 1, "cleaner: cannot write to stdout: No space left on device"),
    ("check a.txt >&-", 1, "cleaner: cannot write to stdout: Bad file descriptor"),
    ("clean a.txt 2>/dev/full", 0, ""),
    ("clean a.txt <&- >&- 2>&-", 0, ""),
    pytest.param("clean a.txt >/dev/full", 0, "", marks=pytest.mark.slow),
    pytest.param("clean - <&-", 2, "standard input", marks=pytest.mark.slow),
    pytest.param("clean a.txt <&- >&-", 0, "1 document", marks=pytest.mark.slow),
    pytest.param("clean a.txt 2>&-", 0, "", marks=pytest.mark.slow),
]


@posix_only
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize(("line", "code", "said"), STREAMS)
def test_streams_that_are_closed_or_full(corpus: Corpus, line: str, code: int, said: str) -> None:
    corpus.write("a.txt")
    script = " ".join(command()) + " " + line
    done = subprocess.run(["sh", "-c", script], cwd=corpus.folder, capture_output=True, text=True, check=False)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    if line.startswith("clean a.txt"):
        assert corpus.read("a.clean.txt") == CLEAN
    assert corpus.read("a.txt") == ORIGINAL
