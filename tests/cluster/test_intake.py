"""Pages in WARC files become rows with their text."""

from pathlib import Path

import pytest
from cluster_run import ClusterRun, rows

pytestmark = pytest.mark.slow
pytest.importorskip("datatrove", reason="pip install 'article-cleaner[cluster]'")
pytest.importorskip("cchardet")
pytest.importorskip("magic", reason="apt-get install libmagic1", exc_type=ImportError)
warcwriter = pytest.importorskip("warcio.warcwriter")

from warcio.statusandheaders import StatusAndHeaders

from cleaner import Cleaner
from cleaner.report.exitcode import ExitCode

PAGE = (
    "<html><body><nav><a href='/'>Home</a> <a href='/boats'>Boats</a></nav><article>{}</article></body></html>"
).format(
    "".join(f"<p>The {what} was moored in the café's yard for a whole winter.</p>" for what in ("boat", "raft", "tug"))
)


def write_warc(file: Path, pages: dict[str, bytes]) -> None:
    from io import BytesIO

    with file.open("wb") as out:
        writer = warcwriter.WARCWriter(out, gzip=file.suffix == ".gz")
        for url, page in pages.items():
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(url, "response", payload=BytesIO(page), http_headers=headers))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # warcio leaves temporary files open
def test_reads_pages_of_warc(cluster: ClusterRun) -> None:
    cluster.input.mkdir()
    url = "https://boats.example.org/1"
    write_warc(cluster.input / "a.warc.gz", {url: PAGE.encode(), "https://boats.example.org/2": b"<html></html>"})
    done = cluster.run()
    assert done.returncode == ExitCode.FOUND, done.stderr
    assert "2 documents: 1 ok, 0 suspicious, 0 empty, 1 failed" in done.stderr
    good, bad = rows(cluster.output / "00000.jsonl.gz")
    assert (good["url"], good["text"]) == (url, Cleaner().clean_html(PAGE, url=url).text)
    assert "The raft was moored in the café's yard" in good["text"]
    assert (bad["text"], bad["cleaner"]["status"]) == ("", "failed")
    assert "html" not in good
