"""`cleaner cluster` from and to a server of S3 on this machine."""

import gzip
import json
from collections.abc import Iterator

import pytest
from cluster_run import ClusterRun

pytestmark = pytest.mark.slow
pytest.importorskip("datatrove", reason="pip install 'article-cleaner[test-cluster]'")
pytest.importorskip("s3fs")
pytest.importorskip("moto")

from moto.server import ThreadedMotoServer
from s3fs import S3FileSystem

from cleaner.report.exitcode import ExitCode


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[S3FileSystem]:
    """A file system with one bucket, "sea", of a server that the command reaches too."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "any")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    files = S3FileSystem(skip_instance_cache=True)
    files.mkdir("sea")
    yield files
    server.stop()


@pytest.mark.filterwarnings("ignore")  # what moto and s3fs are written with warns of its own future
def test_cleans_from_a_bucket_into_a_bucket(cluster: ClusterRun, bucket: S3FileSystem) -> None:
    cluster.fill(10)
    bucket.put(f"{cluster.input}/", "sea/corpus/", recursive=True)
    command = ("s3://sea/corpus", "s3://sea/clean")
    for _ in range(2):
        done = cluster.run("--workers", "2", "--tasks", "3", folders=command)
        assert done.returncode == ExitCode.DONE, done.stderr
        assert "3 of 3 tasks done; 40 documents" in done.stderr
    written = [bucket.cat_file(file) for file in sorted(bucket.glob("sea/clean/*.jsonl.gz"))]
    rows = [[json.loads(line) for line in gzip.decompress(data).splitlines()] for data in written]
    files = cluster.expected()
    assert rows == [files[0] + files[3], files[1], files[2]]


def test_names_the_package_that_a_url_needs(cluster: ClusterRun) -> None:
    done = cluster.run(folders=("lakefs://none/in", "lakefs://none/out"))
    assert done.returncode == ExitCode.USAGE
    assert "lakefs" in done.stderr
