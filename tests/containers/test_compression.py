"""Compressed containers: damaged and truncated ones give what is before the damage, and a bomb is stopped."""

import gzip
import io
import sys
from hashlib import sha256

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleaner.containers import compression
from cleaner.containers.compression import compressed, decompressed
from cleaner.containers.delimited import Delimited
from cleaner.containers.fields import Fields, Wanted
from cleaner.containers.json_lines import JsonLines
from cleaner.containers.parquet import row_groups
from cleaner.containers.parquet.parquet_table import Parquet
from cleaner.containers.record import Container
from cleaner.errors import DocumentError

WANTED = Wanted(Fields(), 100_000)
BOATS = [sha256(b"%d" % number).hexdigest() for number in range(3000)]
LINES = "".join(f'{{"text": "Boat {boat} left."}}\n' for boat in BOATS).encode()
ROWS = b"text,n\n" + "".join(f"Boat {boat} left.,1\n" for boat in BOATS).encode()


def opened(data: bytes, kind: type[JsonLines | Delimited], name: str = "boats.gz") -> Container:
    return kind(decompressed(io.BytesIO(data), name), name, WANTED)


def packed(data: bytes, name: str) -> bytes:
    out = io.BytesIO()
    with compressed(out, name) as file:
        file.write(data)
    return out.getvalue()


@pytest.mark.parametrize("name", ["boats.gz", "boats.zst"])
@pytest.mark.parametrize(("kind", "data"), [(JsonLines, LINES), (Delimited, ROWS)])
def test_what_is_before_the_end_of_a_truncated_file_is_read(
    kind: type[JsonLines | Delimited], data: bytes, name: str
) -> None:
    whole = packed(data, name)
    *records, last = opened(whole[: len(whole) * 9 // 10], kind, name).records()
    assert len(records) > 1000
    assert all(record.fault is None for record in records)
    assert last.number == records[-1].number + 1
    assert last.fault is not None
    assert "cannot be read: its compressed data is damaged: Compressed file ended before" in last.fault[1]


def test_damage_in_the_middle_is_named() -> None:
    data = (
        gzip.compress(LINES[: LINES.index(BOATS[2000].encode())])
        + b"no member of a compressed file"
        + gzip.compress(LINES)
    )
    *records, last = opened(data, JsonLines).records()
    assert len(records) > 1000
    assert (last.fault or ("",))[0] == "damaged"


def test_what_is_not_compressed_at_all_fails_as_a_whole() -> None:
    with pytest.raises(DocumentError, match=r"damaged: line 1 and what follows cannot be read: .*Not a gzipped file"):
        opened(LINES, JsonLines)


@pytest.mark.parametrize("name", ["boats.gz", "boats.ZST"])
def test_several_members_are_one_file(name: str) -> None:
    data = packed(LINES, name) + packed(LINES, name)
    assert len(list(opened(data, JsonLines, name).records())) == 6000
    padded = data + bytes(512) if name.endswith("gz") else data
    assert len(list(opened(padded, JsonLines, name).records())) == 6000


@pytest.mark.parametrize("name", ["boats.gz", "boats.zst"])
def test_a_bomb_is_stopped(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(compression, "BOMB_BYTES", 200_000)
    data = packed(LINES[:10_000].rpartition(b"{")[0] + (b'{"text": "' + b"a" * 20_000 + b'"}\n') * 1000, name)
    *records, last = opened(data, JsonLines, name).records()
    assert len(records) > 100
    assert last.fault is not None
    assert last.fault[1].endswith("it unpacks to more than 250 times its bytes, as only a bomb does")


def test_a_group_of_parquet_that_is_a_bomb_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_groups, "BOMB_BYTES", 200_000)
    out = io.BytesIO()
    with pq.ParquetWriter(out, pa.schema({"text": pa.string()}), compression="zstd", use_dictionary=False) as writer:
        for texts in (["dry"], ["a" * 1_000_000], ["wet"]):
            writer.write_table(pa.table({"text": texts}))
    first, bomb, last = Parquet(out, "boats.parquet", WANTED).records()
    assert (first.content, last.content, last.number) == ("dry", "wet", 3)
    assert bomb.fault == (
        "damaged",
        "row group 2, from row 2 on, cannot be read: it unpacks to more than 250 times its bytes, as only a bomb does",
    )


@pytest.mark.parametrize("name", ["boats.gz", "boats.zst"])
def test_the_same_content_gives_the_same_bytes(name: str) -> None:
    assert packed(LINES, name) == packed(LINES, name)
    assert decompressed(io.BytesIO(packed(LINES, name)), name).read() == LINES


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    module = "compression" if sys.version_info >= (3, 14) else "backports"
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(DocumentError, match=r"Zstandard needs backports.zstd: pip install 'article-cleaner\[zstd\]'"):
        decompressed(io.BytesIO(b""), "a.jsonl.zst")
