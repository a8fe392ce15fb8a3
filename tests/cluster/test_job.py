"""`cleaner cluster` on this machine: the same clean rows as `cleaner clean`, whatever is killed."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cluster_run import FILES, TEXT, ClusterRun, children, rows, until

pytestmark = pytest.mark.slow
pytest.importorskip("datatrove", reason="pip install 'article-cleaner[cluster]'")
pytest.importorskip("orjson")

from cleaner import Cleaner
from cleaner.cli.cluster import Executor
from cleaner.cluster.executors import EXECUTORS
from cleaner.cluster.intake import extension
from cleaner.report.exitcode import ExitCode

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")


def test_writes_what_clean_writes(cluster: ClusterRun) -> None:
    cluster.fill(30)
    done = cluster.run("--workers", "2")
    assert done.returncode == ExitCode.DONE, done.stderr
    assert "4 of 4 tasks done; 120 documents: 108 ok, 0 suspicious, 12 empty, 0 failed" in done.stderr
    assert cluster.written() == cluster.expected()
    before = [file.read_bytes() for file in sorted(cluster.output.glob("*.gz"))]
    again = cluster.run("--workers", "2")
    assert again.returncode == ExitCode.DONE
    assert "120 documents" in again.stderr
    cluster.output = cluster.folder / "another"
    cluster.run()
    assert [file.read_bytes() for file in sorted(cluster.output.glob("*.gz"))] == before


def test_what_is_written_can_be_undone(cluster: ClusterRun) -> None:
    cluster.fill(12)
    cluster.run()
    clean = cluster.output / "00001.jsonl.gz"
    original = cluster.folder / "original.jsonl.gz"
    subprocess.run([sys.executable, "-m", "cleaner", "undo", str(clean), "-o", str(original)], check=True)
    assert rows(original) == rows(cluster.input / "1.jsonl.gz")


@LINUX
def test_begins_the_task_of_a_killed_worker_again(cluster: ClusterRun) -> None:
    cluster.fill(600)
    with subprocess.Popen(cluster.command(), stderr=subprocess.PIPE, text=True) as process:
        first = until(cluster.done)
        until((cluster.output / ".cleaner/parts/00001.jsonl.gz").exists)
        for child in children(process.pid):
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                os.kill(child, signal.SIGKILL)
        _, errors = process.communicate()
    assert process.returncode == ExitCode.DONE, errors
    assert cluster.written() == cluster.expected()
    assert first.items() <= cluster.done().items()


@LINUX
def test_goes_on_after_it_was_killed(cluster: ClusterRun) -> None:
    cluster.fill(600)
    with subprocess.Popen(cluster.command(), stderr=subprocess.DEVNULL) as process:
        until(lambda: len(cluster.done()) == 2)
        process.kill()
    assert len(cluster.written()) == len(cluster.done()) < FILES
    done = cluster.run()
    assert "4 of 4 tasks done; 2,400 documents" in done.stderr
    assert cluster.written() == cluster.expected()


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGTERM")
def test_ends_at_once_when_it_is_terminated(cluster: ClusterRun) -> None:
    cluster.fill(600)
    with subprocess.Popen(cluster.command(), stderr=subprocess.DEVNULL) as process:
        until((cluster.output / ".cleaner/parts/00000.jsonl.gz").exists)
        process.terminate()
        assert process.wait(10) == ExitCode.TERMINATED
    assert len(cluster.done()) <= 1


def test_refuses_to_go_on_with_anything_else(cluster: ClusterRun) -> None:
    cluster.fill(3)
    cluster.run()
    for flags in (["--tasks", "2"], ["--no-heuristics"], ["--ignore", "common/en/see-also"]):
        done = cluster.run(*flags)
        assert done.returncode == ExitCode.USAGE
        assert "give another OUTPUT" in done.stderr
    (cluster.input / "9.jsonl").write_text('{"text": "It rained."}\n', encoding="utf-8")
    assert "other files" in cluster.run("--tasks", "4").stderr


def test_a_task_that_fails_is_named_and_the_others_go_on(cluster: ClusterRun) -> None:
    cluster.fill(20)
    whole = (cluster.input / "2.jsonl.gz").read_bytes()
    (cluster.input / "2.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    done = cluster.run()
    assert done.returncode == ExitCode.FOUND
    assert "3 of 4 tasks done" in done.stderr
    assert "1 task failed" in done.stderr
    assert not (cluster.output / "00002.jsonl.gz").exists()
    (cluster.input / "2.jsonl.gz").write_bytes(whole)
    assert cluster.run().returncode == ExitCode.DONE
    assert cluster.written() == cluster.expected()


@pytest.mark.parametrize(
    ("names", "fault"),
    [
        pytest.param([], "holds no .jsonl", id="nothing"),
        pytest.param(["a.jsonl", "b.parquet"], "several formats", id="several formats"),
        pytest.param([".hidden/a.jsonl"], "holds no .jsonl", id="hidden"),
    ],
)
def test_says_what_is_wrong_with_the_input(names: list[str], fault: str, cluster: ClusterRun) -> None:
    cluster.input.mkdir()
    for name in names:
        (cluster.input / name).parent.mkdir(exist_ok=True)
        (cluster.input / name).write_text('{"text": "It rained."}\n', encoding="utf-8")
    done = cluster.run()
    assert (done.returncode, fault in done.stderr) == (ExitCode.USAGE, True), done.stderr


def test_input_and_output_are_two_folders(cluster: ClusterRun) -> None:
    cluster.fill(1)
    cluster.output = cluster.input / "out"
    assert "lie in one another" in cluster.run().stderr


def test_keeps_the_columns_of_parquet(cluster: ClusterRun) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    cluster.input.mkdir()
    texts = [TEXT.format(n=1), "It was dry.\n", None]
    when = pa.array([datetime(2026, 3, n, tzinfo=UTC) for n in (1, 2, 3)], pa.timestamp("us", "UTC"))
    table = pa.table({"when": when, "text": texts, "score": pa.array([1, None, 3], pa.int8())})
    parquet.write_table(table, cluster.input / "a.parquet")
    done = cluster.run()
    assert done.returncode == ExitCode.DONE, done.stderr
    written = parquet.read_table(cluster.output / "00000.parquet")
    assert written.drop_columns(["text", "cleaner"]).equals(table.drop_columns(["text"]))
    assert written["text"].to_pylist() == [Cleaner().clean(text).text if text else text for text in texts]
    [first, second, _] = written["cleaner"].to_pylist()
    assert [piece["rules"] for piece in first["removed"]] == [["common/en/see-also"], ["seam"]]
    assert second["removed"] == []


def test_a_column_that_the_first_file_has_not_fails_its_task(cluster: ClusterRun) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    cluster.input.mkdir()
    for number, columns in enumerate((["text"], ["text", "author"])):
        parquet.write_table(pa.table({name: ["It rained."] for name in columns}), cluster.input / f"{number}.parquet")
    done = cluster.run()
    assert (done.returncode, "1 task failed" in done.stderr) == (ExitCode.FOUND, True), done.stderr
    assert "no column author" in (cluster.output / ".cleaner/logs/task_00001.log").read_text(encoding="utf-8")


def test_every_executor_can_be_named() -> None:
    assert {*Executor} == {*EXECUTORS}


def test_extension() -> None:
    names = ("a.jsonl", "a.jsonl.gz", "b/A.PARQUET", "c.warc.gz", "d.gz", "e.txt.zst")
    assert [extension(name) for name in names] == [".jsonl", ".jsonl", ".parquet", ".warc", "", ".txt"]
