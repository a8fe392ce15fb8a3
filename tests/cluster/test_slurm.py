"""`cleaner cluster --executor slurm`, in a real Slurm of one node, and what `sbatch` says of its script."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from cluster_run import ClusterRun, until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux" or not shutil.which("slurmctld"), reason="apt-get install slurm-wlm"),
    pytest.mark.skipif(sys.platform == "linux" and os.getuid() != 0, reason="its daemons run as root"),
]
pytest.importorskip("datatrove", reason="pip install 'article-cleaner[cluster]'")

from cleaner.report.exitcode import ExitCode

CONFIGURATION = """
ClusterName=pier
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
SlurmUser=root
SlurmdUser=root
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
AccountingStorageType=accounting_storage/none
NodeName={host} NodeHostname={host} NodeAddr=127.0.0.1 CPUs={cpus} RealMemory=2048 State=UNKNOWN
PartitionName=pier Nodes=ALL Default=YES State=UP
"""


def free_ports(number: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(number)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


@pytest.fixture
def slurm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Slurm on one node, this machine."""
    folder = tmp_path / "slurm"
    for name in ("state", "spool"):
        (folder / name).mkdir(parents=True)
    key, conf = folder / "key", folder / "slurm.conf"
    key.write_bytes(os.urandom(1024))
    key.chmod(0o600)
    values = {"host": socket.gethostname(), "ports": free_ports(2), "folder": folder, "cpus": os.cpu_count()}
    conf.write_text(CONFIGURATION.format(**values), encoding="utf-8")
    monkeypatch.setenv("SLURM_CONF", str(conf))
    munge = [f"--{name}={folder}/munge.{name}" for name in ("socket", "pid-file", "log-file", "seed-file")]
    daemons = (
        ["munged", "--foreground", "--force", f"--key-file={key}", *munge],
        ["slurmctld", "-D", "-f", str(conf)],
        ["slurmd", "-D", "-f", str(conf)],
    )
    with ExitStack() as stack, (folder / "log").open("w", encoding="utf-8") as log:
        for command in daemons:
            daemon = stack.enter_context(subprocess.Popen(command, stdout=log, stderr=log))
            stack.callback(daemon.terminate)
            if command[0] == "munged":
                until((folder / "munge.socket").exists)
        until(lambda: b"idle" in output("sinfo"))
        yield


def output(*command: str) -> bytes:
    return subprocess.run(command, capture_output=True, check=False).stdout


@pytest.mark.usefixtures("slurm")
def test_the_script_is_taken_and_the_job_cleans(cluster: ClusterRun) -> None:
    cluster.fill(10)
    flags = ("--executor", "slurm", "--partition", "pier", "--memory", "1", "--time", "0:10:00")
    done = cluster.run(*flags)
    assert done.returncode == ExitCode.DONE, done.stderr
    until((cluster.output / ".cleaner/stats.json").exists)
    assert cluster.written() == cluster.expected()
    script = cluster.output / ".cleaner/launch_script.slurm"
    tested = subprocess.run(["sbatch", "--test-only", script], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    assert "in partition pier" in tested.stderr
    assert "#SBATCH --array=0-3%1\n" in script.read_text(encoding="utf-8")


def test_a_partition_is_needed(cluster: ClusterRun) -> None:
    cluster.fill(1)
    done = cluster.run("--executor", "slurm")
    assert (done.returncode, "--partition" in done.stderr) == (ExitCode.USAGE, True)
