"""Pages in WARC and texts in WET become rows, and what cannot be read is counted."""

import gzip

import pytest
from cluster_run import TEXT, ClusterRun, rows

pytestmark = pytest.mark.slow
pytest.importorskip("datatrove", reason="pip install 'article-cleaner[cluster]'")
pytest.importorskip("fastwarc")

from cleaner import Cleaner
from cleaner.report.exitcode import ExitCode

URL = "https://boats.example.org/1"
PAGE = (
    "<html><body><nav><a href='/'>Home</a> <a href='/boats'>Boats</a></nav><article>{}</article></body></html>"
).format(
    "".join(f"<p>The {what} was moored in the café's yard for a whole winter.</p>" for what in ("boat", "raft", "tug"))
)


def record(kind: str, content_type: str, block: str) -> bytes:
    """A record of an archive, compressed by itself."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{len(block)}>\r\nWARC-Target-URI: {URL}\r\n"
        f"WARC-Date: 2026-03-01T12:00:00Z\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block.encode('latin-1'))}\r\n\r\n"
    )
    return gzip.compress(f"{head}{block}\r\n\r\n".encode("latin-1"))


def response(page: str) -> bytes:
    return record("response", "application/http", f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}")


def test_reads_pages_of_warc(cluster: ClusterRun) -> None:
    cluster.input.mkdir()
    archive = [record("warcinfo", "text/plain", "made by hand"), response(PAGE), response("<html></html>")]
    (cluster.input / "a.warc.gz").write_bytes(b"".join(archive))
    done = cluster.run()
    assert done.returncode == ExitCode.FOUND, done.stderr
    assert "2 documents: 1 ok, 0 suspicious, 0 empty, 1 failed" in done.stderr
    good, bad = rows(cluster.output / "00000.jsonl.gz")
    assert (good["url"], good["date"]) == (URL, "2026-03-01T12:00:00Z")
    assert good["text"] == Cleaner().clean_html(PAGE.encode("latin-1"), url=URL).text
    assert "The raft was moored in the café's yard" in good["text"]
    assert (bad["text"], bad["cleaner"]["status"]) == ("", "failed")
    assert "html" not in good


def test_reads_texts_of_wet(cluster: ClusterRun) -> None:
    cluster.input.mkdir()
    text = TEXT.format(n=1)
    (cluster.input / "a.wet.gz").write_bytes(record("conversion", "text/plain", text))
    done = cluster.run()
    assert done.returncode == ExitCode.DONE, done.stderr
    [row] = rows(cluster.output / "00000.jsonl.gz")
    assert row["text"] == Cleaner().clean(text, url=URL).text != text


def test_counts_what_cannot_be_read(cluster: ClusterRun) -> None:
    cluster.input.mkdir()
    lines = [b'{"text": "It rained."}', b'{"text": "It', b"", b'{"text": "\xff"}', b"[1]", b'{"text": "It was dry."}']
    (cluster.input / "a.jsonl").write_bytes(b"\n".join(lines))
    done = cluster.run()
    assert done.returncode == ExitCode.FOUND
    assert "3 records could not be read" in done.stderr
    assert [row["text"] for row in rows(cluster.output / "00000.jsonl.gz")] == ["It rained.", "It was dry."]
    log = (cluster.output / ".cleaner/logs/task_00000.log").read_text(encoding="utf-8")
    assert [number for number in range(1, 7) if f"a.jsonl, line {number}:" in log] == [2, 4, 5]
