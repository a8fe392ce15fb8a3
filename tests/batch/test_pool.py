"""Processes that can be killed: whatever one item does, the others are done, in order."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from cleaner.batch.lookahead import MOST_HELD, MOST_WAITING
from cleaner.batch.pool import MAX_QUEUE, Limits, run
from cleaner.batch.worker import Failure
from cleaner.errors import DocumentError

# Seconds: more than any test takes, and little enough to wait for.
FAR = 60.0
NEAR = 0.4


@dataclass(frozen=True)
class Acting:
    """Each item says what the worker does. `clear_up` writes a file named after the item to the folder."""

    folder: Path

    def prepare(self) -> None:
        pass

    def __call__(self, item: str, /) -> str:
        match item.split():
            case ["sleep", seconds]:
                time.sleep(float(seconds))
            case ["hang"]:
                signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGALRM})
                while True:
                    time.sleep(FAR)
            case ["die"]:
                os.kill(os.getpid(), signal.SIGKILL)
            case ["exit"]:
                os._exit(3)
            case ["refuse"]:
                raise DocumentError("binary", "these bytes are not text")
            case ["fail"]:
                raise ZeroDivisionError("by zero")
            case ["starve"]:
                raise MemoryError
            case ["recurse"]:
                return self(item)
        return f"{item}: done"

    def clear_up(self, item: str, /, pid: int) -> None:
        (self.folder / item).write_text(str(pid), encoding="utf-8")


def outcomes(folder: Path, items: list[str], jobs: int = 2, timeout: float = FAR) -> list[str]:
    work = Acting(folder)
    return [str(outcome) for outcome in run(work, items, Limits(jobs, timeout), work.clear_up)]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_outcomes_come_in_the_order_of_the_items(tmp_path: Path, jobs: int) -> None:
    items = ["sleep 0.1", *(f"item {number}" for number in range(100))]
    assert outcomes(tmp_path, items, jobs) == [f"{item}: done" for item in items]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux for the children of a process")
@pytest.mark.parametrize(("item", "workers"), [("quick", 1), ("sleep 1", 2)])
def test_a_second_worker_is_started_only_for_much_work(
    tmp_path: Path, children: set[int], item: str, workers: int
) -> None:
    seen = set[int]()
    for _ in run(Acting(tmp_path), [item] * 2, Limits(2, FAR)):
        seen |= {*child_processes()} - children
    assert len(seen) == workers


def test_no_items_are_no_work(tmp_path: Path) -> None:
    assert outcomes(tmp_path, []) == []


# what an item does, how the failure reads
FAILURES = [
    ("refuse", "binary: these bytes are not text"),
    ("fail", "bug: ZeroDivisionError: by zero; please report it with --verbose"),
    ("starve", "memory: it needs more memory than there is"),
    ("die", "crashed: its process died of SIGKILL, maybe for want of memory"),
    ("exit", "crashed: its process died (exit code 3)"),
    ("hang", "timeout: not done after 0.4 s, stopped (--timeout)"),
]


@pytest.mark.parametrize("jobs", [1, 3])
@pytest.mark.parametrize(("item", "failure"), FAILURES)
def test_an_item_fails_alone(tmp_path: Path, item: str, failure: str, jobs: int) -> None:
    items = ["before", item, *(f"after {number}" for number in range(20))]
    done = [failure if each == item else f"{each}: done" for each in items]
    assert outcomes(tmp_path, items, jobs, NEAR) == done


@pytest.mark.parametrize("item", ["die", "hang"])
def test_what_was_done_before_a_failure_and_not_sent_yet_is_no_failure(tmp_path: Path, item: str) -> None:
    """Outcomes of quick items are sent together, so a worker can die with some that its parent does not know."""
    items = [item if number % 40 == 30 else f"item {number}" for number in range(120)]
    done = outcomes(tmp_path, items, 1, NEAR)
    assert [number for number, outcome in enumerate(done) if outcome != f"item {number}: done"] == [30, 70, 110]


@pytest.mark.skipif(sys.platform == "win32", reason="there a thread in C keeps the time")
def test_an_alarm_ends_a_process_that_its_parent_does_not_watch() -> None:
    code = "from cleaner.batch.alarm import *\nimport time\nallow_alarms()\nwith alarm(.1): pass\ntime.sleep(.2)\n"
    code += "print('lives', flush=True)\nwith alarm(.1): time.sleep(60)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=FAR, check=False)
    assert (done.returncode, done.stdout) == (-signal.SIGALRM, "lives\n")


def test_every_item_may_fail(tmp_path: Path) -> None:
    assert outcomes(tmp_path, ["die"] * 6) == ["crashed: its process died of SIGKILL, maybe for want of memory"] * 6


def test_a_bug_has_its_traceback(tmp_path: Path) -> None:
    (failure,) = run(Acting(tmp_path), ["fail"], Limits(1, FAR))
    assert isinstance(failure, Failure)
    assert 'raise ZeroDivisionError("by zero")' in failure.trace


def test_endless_recursion_is_a_bug_of_one_item(tmp_path: Path) -> None:
    assert outcomes(tmp_path, ["recurse", "after"])[0].startswith("bug: RecursionError")


def test_each_item_has_the_whole_time(tmp_path: Path) -> None:
    assert outcomes(tmp_path, ["sleep 0.2"] * 5, 1, 2 * NEAR) == ["sleep 0.2: done"] * 5


def test_a_slow_reader_of_outcomes_kills_no_worker(tmp_path: Path) -> None:
    for outcome in run(Acting(tmp_path), ["quick"] * 3, Limits(1, 0.1)):
        time.sleep(0.2)
        assert outcome == "quick: done"


def test_the_files_of_a_killed_worker_are_removed(tmp_path: Path) -> None:
    outcomes(tmp_path, ["hang", "after", "die"], 1, NEAR)
    assert {path.name for path in tmp_path.iterdir()} == {"hang", "die"}


@pytest.fixture
def children() -> set[int]:
    """The child processes before the test."""
    return set(child_processes())


def child_processes() -> list[int]:
    tasks = Path(f"/proc/{os.getpid()}/task")
    return [int(pid) for file in tasks.glob("*/children") for pid in file.read_text(encoding="ascii").split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux for the children of a process")
def test_leaving_early_kills_the_workers(tmp_path: Path, children: set[int]) -> None:
    work = Acting(tmp_path)
    with closing(run(work, ["sleep 1", "hang", "hang", "hang"], Limits(2, FAR), work.clear_up)) as results:
        assert list(islice(results, 1)) == ["sleep 1: done"]
    assert set(child_processes()) <= children
    assert {path.name for path in tmp_path.iterdir()} == {"hang"}


def test_items_are_taken_a_little_ahead(tmp_path: Path) -> None:
    taken: list[str] = []

    def items() -> Iterator[str]:
        for number in range(5 * MOST_WAITING):
            taken.append(f"item {number}")
            yield taken[-1]

    with closing(run(Acting(tmp_path), items(), Limits(1, FAR))) as results:
        assert next(results) == "item 0: done"
    assert MOST_WAITING <= len(taken) <= MOST_WAITING + MAX_QUEUE + 1


def test_large_items_are_taken_one_by_one(tmp_path: Path) -> None:
    held: list[str] = []

    def items() -> Iterator[str]:
        for number in range(9):
            held.append(f"item {number}")
            yield held[-1]

    for _ in run(Acting(tmp_path), items(), Limits(2, FAR), size=lambda _: MOST_HELD):
        assert len(held) == 1
        held.clear()


def test_items_and_outcomes_of_any_size_pass(tmp_path: Path) -> None:
    """Larger than what a pipe holds, in both directions at once: neither side may wait for the other to read."""
    items = [f"{number:300000}" for number in range(100)]
    assert outcomes(tmp_path, items, 3) == [f"{item}: done" for item in items]
