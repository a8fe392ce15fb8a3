"""`cleaner cluster --executor ray`, in a real Ray on this machine, with a worker killed in the middle."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cluster_run import ClusterRun, until

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")]
pytest.importorskip("datatrove", reason="pip install 'article-cleaner[test-cluster]'")
pytest.importorskip("ray")

from cleaner.report.exitcode import ExitCode


def workers(session: int) -> list[int]:
    """The processes of Ray's workers that have a task, of one session of processes."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            title, own = (folder / "cmdline").read_bytes(), os.getsid(int(folder.name))
        except OSError:  # it has just ended
            continue
        if own == session and title.startswith(b"ray::RankWorker.run_for_rank"):
            found.append(int(folder.name))
    return found


def test_a_killed_worker_changes_nothing(cluster: ClusterRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    monkeypatch.setenv("HOME", str(tmp_path))
    cluster.fill(600)
    flags = ("--executor", "ray", "--workers", "1", "--memory", "1")
    command = cluster.command(*flags)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        until((cluster.output / ".cleaner/parts/00001.jsonl.gz").exists)
        [worker, *_] = until(lambda: workers(process.pid))
        os.kill(worker, signal.SIGKILL)
        _, errors = process.communicate()
    assert process.returncode == ExitCode.DONE, errors
    assert "failed with" in errors
    assert "4 of 4 tasks done; 2,400 documents" in errors
    assert cluster.written() == cluster.expected()
