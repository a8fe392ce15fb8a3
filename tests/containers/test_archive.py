"""WARC and WET: pages become texts, texts are cleaned, and all other records pass through byte for byte."""

import gzip
import io
import json
import zlib
from hashlib import sha1

import pytest
from rewritten import SNOW, without_snow

from cleaner.containers.compression import compressed
from cleaner.containers.fields import Fields, Wanted
from cleaner.containers.record import CleanRecord
from cleaner.containers.warc.archive import Warc, Wet

TEXT = f"It rained.\n{SNOW}It was wet."
INFO = b"WARC/1.1\r\nwarc-type:warcinfo\r\nX-Note: one\r\n  and two\r\nContent-Length: 3\r\n\r\na:b\r\n\r\n"


def record(kind: str, block: bytes, content_type: str, name: str = "1", more: str = "") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.com/{name}\r\n{more}"
        f"WARC-Date: 2024-05-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nContent-Type: {content_type}\r\n"
    )
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def conversion(text: str, name: str = "1") -> bytes:
    digest = f"WARC-Block-Digest: sha1:{sha1(text.encode(), usedforsecurity=False).hexdigest()}\r\n"
    return record("conversion", text.encode(), "text/plain", name, digest)


def response(body: bytes, headers: str = "Content-Type: text/html", status: str = "200 OK", name: str = "1") -> bytes:
    return record(
        "response",
        f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body,
        "application/http; msgtype=response",
        name,
    )


def opened(data: bytes, limit: int = 10_000) -> Warc:
    return Warc(io.BytesIO(data), "boats.warc", Wanted(Fields(), limit))


def restored(data: bytes) -> tuple[bytes, list[tuple[str, str]]]:
    out = io.BytesIO()
    faults = list(Warc.undo(io.BytesIO(data), "boats.clean.warc", out))
    return out.getvalue(), faults


def test_texts_are_cleaned_and_undone_and_all_else_passes() -> None:
    request = record("request", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request", "0")
    data = INFO + request + conversion(TEXT) + conversion("dry", "2") + request
    clean = without_snow(Wet(io.BytesIO(data), "a.wet", Wanted(Fields(), 1000)))
    assert clean.startswith(INFO + request)
    assert clean.endswith(request)
    assert conversion(TEXT.replace(SNOW, "")) in clean
    assert conversion("dry", "2") in clean
    assert clean.count(b"WARC-Type: metadata") == 2
    assert restored(clean) == (data, [])


def test_a_page_becomes_a_conversion_and_a_record_of_metadata() -> None:
    container = opened(INFO + response("<p>ä</p>".encode("latin-1"), "Content-Type: text/html; charset=iso-8859-1"))
    [found] = container.records()
    assert (found.content, found.url, found.page, found.number) == ("<p>ä</p>", "https://example.com/1", True, 2)
    assert found.place == f"record 2, at byte {len(INFO)}"
    out = io.BytesIO()
    container.write(found, CleanRecord("It rained.\n", {"status": "ok", "page": True}), out)
    container.end(out)
    _, text, metadata = out.getvalue().split(b"WARC/1.0\r\n")
    assert text.splitlines()[0] == b"WARC-Type: conversion"
    assert b"WARC-Refers-To: <urn:uuid:1>\r\nContent-Type: text/plain\r\nContent-Length: 11\r\n\r\nIt rained.\n" in text
    [own_id] = [line.partition(b": ")[2] for line in text.splitlines() if line.startswith(b"WARC-Record-ID")]
    assert b"WARC-Refers-To: " + own_id in metadata
    assert json.loads(metadata.splitlines()[-2])["cleaner"]["field"] == "text/plain"
    assert [record.content for record in opened(out.getvalue()).records()] == ["It rained.\n"]
    assert restored(out.getvalue())[1] == [
        ("boats.clean.warc:2", "the page that its text is from is in the original archive alone")
    ]


# the headers of a response, its body, and the content that is read
BODIES = [
    ("Content-Type: text/html\r\nContent-Encoding: gzip", gzip.compress(b"<p>dry"), b"<p>dry"),
    ("Content-Type: text/html\r\nTransfer-Encoding: chunked", b"3\r\n<p>\r\n3\r\ndry\r\n0\r\n\r\n", b"<p>dry"),
    ("Content-Type: application/xhtml+xml; charset=utf-8", "\ufeff<p>ä".encode(), "\ufeff<p>ä".encode()),
    ("Content-Type: text/html; charset=nonsense", b"<p>dry", b"<p>dry"),
]


@pytest.mark.parametrize(("headers", "body", "content"), BODIES)
def test_a_page_is_unpacked(headers: str, body: bytes, content: bytes) -> None:
    [found] = opened(response(body, headers)).records()
    assert found.content == content


@pytest.mark.parametrize(
    "data", [response(b"%PDF", "Content-Type: application/pdf"), response(b"<p>no", status="404 Not Found"), INFO]
)
def test_what_is_no_page_passes_through(data: bytes) -> None:
    assert list(opened(data).records()) == []
    assert without_snow(opened(data)) == data


def test_a_page_that_fails_stays() -> None:
    data = response(b"<p>" + b"a" * 200)
    [found] = opened(data, 100).records()
    assert found.fault == ("too-large", "record 1, at byte 0: more than 100 bytes; --max-bytes raises the limit")
    clean = without_snow(opened(data, 100))
    assert clean.startswith(data)
    assert restored(clean) == (data, [])


def test_a_page_that_unpacks_to_more_than_the_limit_fails() -> None:
    bomb = response(gzip.compress(b"<p>" + b"a" * 1_000_000), "Content-Type: text/html\r\nContent-Encoding: gzip")
    [found] = opened(bomb).records()
    assert (found.fault or ("",))[0] == "too-large"


# what follows good records, where it is damaged, and what is said of it
DAMAGE = [
    (conversion("dry")[:-30], "it ends before its end"),
    (b"garbage\r\n\r\nmore", "no record from here on can be read: "),
    (b"WARC/1.0\r\nWARC-Ty", "it ends before its end"),
]


@pytest.mark.parametrize(("damaged", "message"), DAMAGE)
def test_what_is_before_the_damage_is_written_and_the_damage_is_named(damaged: bytes, message: str) -> None:
    data = INFO + conversion(TEXT)
    records = list(opened(data + damaged).records())
    assert records[-1].fault is not None
    assert records[-1].fault[1].startswith(f"record 3, at byte {len(data)}: {message}")
    assert restored(without_snow(opened(data + damaged)))[0] == data


@pytest.mark.parametrize("length", [0, 20, 3_000_000])
def test_what_follows_a_malformed_record_is_read(length: int) -> None:
    malformed = b"no header\r\n" + b"-" * length + b"\r\n\r\n"
    data = INFO + conversion(TEXT) + malformed
    first, fault, last = opened(data + conversion("dry", "2") + INFO).records()
    assert (first.content, last.content, last.number) == (TEXT, "dry", 4)
    assert fault.fault is not None
    assert fault.fault[1].startswith(
        f"record 3, at byte {len(data) - len(malformed):,}: no record up to byte {len(data):,} can be read: "
    )
    back, _ = restored(without_snow(opened(data + conversion("dry", "2") + INFO)))
    assert back == INFO + conversion(TEXT) + conversion("dry", "2") + INFO


def test_each_record_can_be_decompressed_alone() -> None:
    out = io.BytesIO()
    with compressed(out, "a.warc.gz") as packed:
        container = opened(INFO + response(b"<p>no", status="404 Not Found"))
        assert list(container.records()) == []
        container.end(packed)
    unpacker = zlib.decompressobj(31)
    assert unpacker.decompress(out.getvalue()) == INFO
    assert zlib.decompressobj(31).decompress(unpacker.unused_data).startswith(b"WARC/1.0")
