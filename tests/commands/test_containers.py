"""Containers on the command line: records in, records out."""

import gzip
import json
import sys

import pyarrow as pa
import pytest
from command import CLEAN, LIST, ORIGINAL, PAGE, REMOVED, RULE_ID, WITHHELD, Corpus
from pyarrow import parquet

from cleaner.containers.compression import compressed, decompressed

RECORD = {"id": 7, "text": ORIGINAL, "url": "https://example.com/1"}


def lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_the_same_container_comes_back_clean(corpus: Corpus) -> None:
    corpus.write("boats.jsonl", lines(RECORD, {"id": 8, "text": "It rained.\n"}))
    done = corpus.run("clean", ".")
    assert done.returncode == 0, done.stderr
    assert "boats.jsonl: text from 'text', address from 'url'" in done.stderr
    assert "2 documents: 1 changed, 1 unchanged" in done.stderr
    assert "clean files: 1 written" in done.stderr
    first, second = map(json.loads, corpus.read("boats.clean.jsonl").splitlines())
    column = first.pop("cleaner")
    assert first == RECORD | {"text": CLEAN}
    assert column["status"] == "ok"
    assert column["site"] == "example.com"
    assert "".join(piece["text"] for piece in column["removed"]) == REMOVED
    assert column["removed"][0]["rules"] == [RULE_ID]
    assert second["cleaner"]["removed"] == []


def test_a_second_run_writes_nothing_and_check_sees_what_is_stale(corpus: Corpus) -> None:
    corpus.write("boats.jsonl", lines(RECORD))
    assert "boats.clean.jsonl: missing" in corpus.run("clean", ".", "--check").stdout
    corpus.run("clean", ".")
    assert "clean files: 1 current" in corpus.run("clean", ".").stderr
    assert corpus.run("clean", ".", "--check").returncode == 0
    corpus.write("boats.jsonl", lines(RECORD, RECORD))
    done = corpus.run("clean", ".", "--check")
    assert (done.returncode, done.stdout) == (1, "boats.clean.jsonl: stale\n")
    assert corpus.names() == {"boats.jsonl", "boats.clean.jsonl"}


def test_a_clean_container_that_was_edited_stays(corpus: Corpus) -> None:
    corpus.write("boats.jsonl", lines(RECORD))
    corpus.run("clean", ".")
    corpus.write("boats.clean.jsonl", "mine\n")
    done = corpus.run("clean", ".")
    assert done.returncode == 1
    assert "boats.jsonl: failed: not-ours: boats.clean.jsonl is not as cleaner wrote it" in done.stderr
    assert corpus.read("boats.clean.jsonl") == "mine\n"
    assert corpus.run("clean", ".", "--force").returncode == 0
    assert corpus.names() == {"boats.jsonl", "boats.clean.jsonl"}


def test_a_record_that_fails_stays_and_the_rest_goes_on(corpus: Corpus) -> None:
    corpus.write("boats.jsonl", lines(RECORD) + "{\n" + lines({"text": [1]}, {"text": None}, RECORD))
    done = corpus.run("clean", "boats.jsonl")
    assert done.returncode == 1
    assert "boats.jsonl:2: failed: malformed: line 2 is no object in JSON" in done.stderr
    assert "boats.jsonl:3: failed: no-text: its field 'text' is a list, not a string" in done.stderr
    records = [json.loads(line) for line in corpus.read("boats.clean.jsonl").splitlines()]
    assert [record["text"] for record in records] == [CLEAN, [1], None, CLEAN]
    assert [record["cleaner"]["status"] for record in records] == ["ok", "failed", "empty", "ok"]


def test_pages_become_texts_beside_them(corpus: Corpus) -> None:
    corpus.write("pages.jsonl", lines({"html": PAGE, "url": "https://example.com/1"}, {"html": ""}))
    done = corpus.run("clean", "pages.jsonl")
    assert "page from 'html' into 'text', address from 'url'" in done.stderr
    first, second = map(json.loads, corpus.read("pages.clean.jsonl").splitlines())
    assert first["html"] == PAGE
    assert "The harbour was closed" in first["text"]
    assert "See: snow" not in first["text"]
    assert "text" not in second
    assert second["cleaner"]["status"] == "failed"
    assert corpus.run("undo", "pages.clean.jsonl").stdout == corpus.read("pages.jsonl")


@pytest.mark.parametrize("name", ["boats.ndjson", "boats.jsonl.gz", "boats.jsonl.zst"])
def test_what_was_cleaned_is_undone(corpus: Corpus, name: str) -> None:
    data = lines(RECORD, RECORD | {"text": "Grüße.\n\nSee: snow\n"}).encode()
    with (corpus.folder / name).open("wb") as sink, compressed(sink, name) as packed:
        packed.write(data)
    clean = name.replace(".", ".clean.", 1)
    assert corpus.run("clean", ".").returncode == 0
    assert corpus.run("undo", clean, "-o", f"back-{name}").returncode == 0
    with (corpus.folder / f"back-{name}").open("rb") as file:
        assert decompressed(file, name).read() == data
    assert corpus.run("undo", clean, "-o", f"back-{name}").returncode == 2


def test_one_container_compressed_twice_is_the_same_bytes(corpus: Corpus) -> None:
    corpus.write("boats.jsonl.gz", gzip.compress(lines(RECORD).encode()))
    corpus.run("clean", ".")
    before = (corpus.folder / "boats.clean.jsonl.gz").read_bytes()
    (corpus.folder / "boats.clean.jsonl.gz").unlink()
    corpus.run("clean", ".")
    assert (corpus.folder / "boats.clean.jsonl.gz").read_bytes() == before


def test_standard_input_goes_to_standard_output(corpus: Corpus) -> None:
    data = lines(RECORD).encode()
    corpus.write("boats.jsonl", data)
    corpus.run("clean", "boats.jsonl")
    done = corpus.run("clean", "-", "--format", "jsonl", data=data)
    assert (done.returncode, done.stdout) == (0, corpus.read("boats.clean.jsonl"))
    assert corpus.run("clean", "boats.jsonl", "--format", "jsonl").returncode == 2
    assert "'csb'" in corpus.run("clean", "-", "--format", "csb").stderr


def test_findings_and_explanations_name_the_record(corpus: Corpus) -> None:
    corpus.write("boats.jsonl", lines({"text": "It rained.\n"}, RECORD))
    done = corpus.run("check", "boats.jsonl")
    assert (done.returncode, done.stdout) == (1, f"boats.jsonl:2:3:1  {RULE_ID}  link to another story\n")
    done = corpus.run("explain", "boats.jsonl", "--record", "2")
    assert (done.returncode, "See: snow" in done.stdout) == (0, True)
    assert "--record N names one" in corpus.run("explain", "boats.jsonl").stderr
    assert "boats.jsonl has no record 1,000" in corpus.run("explain", "boats.jsonl", "--record", "1000").stderr
    corpus.write("a.txt")
    assert "is one document" in corpus.run("explain", "a.txt", "--record", "1").stderr


def test_fields_are_named_by_flags_or_settings(corpus: Corpus) -> None:
    corpus.write("boats.jsonl", lines({"story": ORIGINAL, "text": "short"}))
    assert corpus.run("clean", "boats.jsonl", "--text-field", "story").returncode == 0
    assert json.loads(corpus.read("boats.clean.jsonl"))["story"] == CLEAN
    corpus.configure('text-field = "stroy"\n')
    done = corpus.run("clean", "boats.jsonl")
    assert "has a field 'stroy'; did you mean 'story'?" in done.stderr


def test_a_container_without_a_text_in_a_folder_is_passed_over(corpus: Corpus) -> None:
    corpus.write("prices.jsonl", lines({"day": "Monday", "price": 3}))
    corpus.write("a.txt")
    done = corpus.run("clean", ".")
    assert done.returncode == 0, done.stderr
    assert "1 no field with a text" in done.stderr
    assert corpus.run("clean", "prices.jsonl").returncode == 1


def test_a_difference_is_shown_record_by_record(corpus: Corpus) -> None:
    corpus.write("boats.jsonl", lines(RECORD))
    done = corpus.run("clean", "boats.jsonl", "--diff")
    assert "-See: snow" in done.stdout
    assert corpus.names() == {"boats.jsonl"}


TABLE = f'id,text,url\r\n1,"{ORIGINAL}",https://example.com/1\r\n2,"It rained.",\r\n1,2\r\n'


def test_a_table_comes_back_clean(corpus: Corpus) -> None:
    corpus.write("boats.csv", TABLE)
    done = corpus.run("clean", ".")
    assert done.returncode == 1
    assert "boats.csv:9: failed: malformed: line 9: it has 2 fields, and the header 3" in done.stderr
    assert corpus.read("boats.clean.csv").startswith(
        f'id,text,url,cleaner\r\n1,"{CLEAN}",https://example.com/1,"{{""version"": '
    )
    assert corpus.run("undo", "boats.clean.csv").stdout == TABLE.removesuffix("1,2\r\n")
    done = corpus.run("clean", "-", "--format", "csv", data=TABLE.encode())
    assert done.stdout == corpus.read("boats.clean.csv")
    assert "See: snow" in corpus.run("explain", "boats.csv", "--record", "2").stdout


def test_pages_in_a_table_become_texts_beside_them(corpus: Corpus) -> None:
    page = PAGE.replace('"', "'")
    data = f"html\turl\r\n{page}\thttps://example.com/1\r\n".encode("cp1252")
    corpus.write("pages.tsv", data)
    assert corpus.run("clean", ".").returncode == 0
    assert corpus.read("pages.clean.tsv").startswith(f"html\turl\ttext\tcleaner\r\n{page}\thttps://example.com/1\t")
    assert corpus.run("undo", "pages.clean.tsv").stdout.encode() == data


def test_parquet_comes_back_clean(corpus: Corpus) -> None:
    table = pa.table({"id": [7, 8], "html": [PAGE, ""], "url": ["https://example.com/1", None]})
    parquet.write_table(table, corpus.folder / "pages.parquet")
    done = corpus.run("clean", ".")
    assert "pages.parquet:2: failed: no-content" in done.stderr
    clean = parquet.read_table(corpus.folder / "pages.clean.parquet")
    assert clean.column_names == ["id", "html", "url", "text", "cleaner"]
    assert clean["text"][0].as_py().startswith("The harbour was closed")
    assert [clean["text"][1].as_py(), clean["cleaner"][1].as_py()["status"]] == [None, "failed"]
    assert corpus.run("undo", "pages.clean.parquet", "-o", "back.parquet").returncode == 0
    assert parquet.read_table(corpus.folder / "back.parquet").equals(table)


def test_a_missing_library_fails_its_files_alone(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus.write("a.parquet", b"PAR1")
    corpus.write("b.jsonl", lines(RECORD))
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = corpus.run("clean", ".")
    needs = "a.parquet: failed: not-installed: Parquet needs pyarrow: pip install 'article-cleaner[parquet]'"
    assert (done.returncode, needs in done.stderr) == (1, True)
    assert CLEAN in json.loads(corpus.read("b.clean.jsonl"))["text"]


def test_pages_in_an_archive_become_texts(corpus: Corpus) -> None:
    page = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}".encode()
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http\r\n"
    data = f"{head}Content-Length: {len(page)}\r\n\r\n".encode() + page + b"\r\n\r\n"
    corpus.write("lake.warc.gz", gzip.compress(data) + gzip.compress(data.replace(b":1>", b":2>")[:-300]))
    done = corpus.run("clean", ".")
    assert f"lake.warc.gz:2: failed: damaged: record 2, at byte {len(data)}: it ends before its end" in done.stderr
    assert done.returncode == 1
    clean = gzip.decompress((corpus.folder / "lake.clean.warc.gz").read_bytes()).decode()
    assert clean.count("WARC-Type: conversion") == 1
    assert "\r\n\r\nThe harbour was closed" in clean
    assert "See: snow" in json.loads(clean.split("\r\n\r\n")[-2])["cleaner"]["removed"][0]["text"]


def test_what_is_before_the_end_of_a_truncated_container_is_written(corpus: Corpus) -> None:
    corpus.write(
        "boats.jsonl.gz", gzip.compress(lines(*[RECORD | {"id": number} for number in range(300)]).encode())[:-99]
    )
    done = corpus.run("clean", ".")
    assert done.returncode == 1
    assert "damaged: line " in done.stderr
    assert "and what follows cannot be read: its compressed data is damaged" in done.stderr
    records = gzip.decompress((corpus.folder / "boats.clean.jsonl.gz").read_bytes()).splitlines()
    assert [json.loads(record)["id"] for record in records] == [*range(len(records))]
    assert len(records) > 100


def test_rejects_get_what_failed_and_what_is_suspicious_whole(corpus: Corpus) -> None:
    withheld = {"text": LIST, "id": 1.50}
    corpus.write("boats.jsonl", lines(RECORD, withheld, {"text": [1]}) + "{\n")
    corpus.write("lake.csv", 'text,n\n"a"b,1\n' + f'"{LIST}",2\ndry,3\n')
    for _ in range(2):
        done = corpus.run("clean", ".", "--rejects", "out/rejects.jsonl")
        assert done.returncode == 1, done.stderr
    rejects = [json.loads(line) for line in corpus.read("out/rejects.jsonl").splitlines()]
    assert [(each["container"], each["place"], each["status"]) for each in rejects] == [
        ("boats.jsonl", "line 2", "suspicious"),
        ("boats.jsonl", "line 3", "failed"),
        ("boats.jsonl", "line 4", "failed"),
        ("lake.csv", "line 2", "failed"),
        ("lake.csv", "line 3", "suspicious"),
    ]
    assert [each["record"] for each in rejects] == [
        *(withheld, {"text": [1]}, "{"),
        *('"a"b,1\n', {"text": LIST, "n": "2"}),
    ]
    assert rejects[0]["reasons"] == [WITHHELD]
    assert rejects[1]["reasons"] == ["no-text: its field 'text' is a list, not a string"]


def test_rejects_never_replace_a_file_of_another(corpus: Corpus) -> None:
    corpus.write("boats.jsonl", lines(RECORD))
    done = corpus.run("clean", "boats.jsonl", "--rejects", "boats.jsonl")
    assert (done.returncode, corpus.read("boats.jsonl")) == (2, lines(RECORD))
    assert "--rejects boats.jsonl: there is another file of this name" in done.stderr
    assert corpus.run("clean", ".", "--check", "--rejects", "new.jsonl").returncode == 2
    assert corpus.names() == {"boats.jsonl"}


def test_an_archive_comes_through_a_pipe(corpus: Corpus) -> None:
    text = ORIGINAL.encode()
    head = "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: text/plain\r\n"
    data = f"{head}Content-Length: {len(text)}\r\n\r\n".encode() + text + b"\r\n\r\n"
    done = corpus.run("clean", "-", "--format", "wet", data=data)
    assert (done.returncode, f"\r\n\r\n{CLEAN}\r\n\r\nWARC/1.0" in done.stdout) == (0, True), done.stderr


def test_metadata_of_pages_become_fields(corpus: Corpus) -> None:
    head = '<html lang="en-GB"><head><title>Lake</title><meta name="author" content="Ada Lund"></head>'
    corpus.write("pages.jsonl", lines({"html": head + PAGE.removeprefix("<html>")}))
    assert corpus.run("clean", ".", "--with-metadata").returncode == 0
    page = json.loads(corpus.read("pages.clean.jsonl"))
    assert [page[name] for name in ("title", "date", "author", "language")] == ["Lake", None, "Ada Lund", "en"]
    assert corpus.run("undo", "pages.clean.jsonl").stdout == corpus.read("pages.jsonl")
    assert "title" not in json.loads(corpus.run("clean", "-", "--format", "jsonl", data=b'{"html": "<p>a"}').stdout)


def test_a_container_without_records_is_one_when_it_is_clean(corpus: Corpus) -> None:
    corpus.write("none.jsonl", "")
    corpus.write("broken.jsonl", "{\n")
    done = corpus.run("clean", "none.jsonl")
    assert (done.returncode, corpus.read("none.clean.jsonl")) == (0, "")
    assert "broken.jsonl:1: failed: malformed" in corpus.run("clean", "broken.jsonl").stderr
