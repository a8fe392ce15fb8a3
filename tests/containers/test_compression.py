"""Compressed containers: damaged and truncated ones give what is before the damage, and a bomb is stopped."""

import gzip
import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleaner.containers import compression
from cleaner.containers.compression import Packing, decompressed
from cleaner.containers.delimited import Delimited
from cleaner.containers.fields import Fields, Wanted
from cleaner.containers.json_lines import JsonLines
from cleaner.containers.parquet import row_groups
from cleaner.containers.parquet.parquet_table import Parquet
from cleaner.containers.record import Container
from cleaner.errors import DocumentError

WANTED = Wanted(Fields(), 100_000)
LINES = b"".join(b'{"text": "Boat %d left."}\n' % number for number in range(3000))
ROWS = b"text,n\n" + b"".join(b"Boat %d left.,%d\n" % (number, number) for number in range(3000))


def opened(data: bytes, kind: type[JsonLines | Delimited]) -> Container:
    return kind(decompressed(io.BytesIO(data), "boats.gz"), "boats.gz", WANTED)


@pytest.mark.parametrize(("kind", "data"), [(JsonLines, LINES), (Delimited, ROWS)])
def test_what_is_before_the_end_of_a_truncated_file_is_read(kind: type[JsonLines | Delimited], data: bytes) -> None:
    *records, last = opened(gzip.compress(data)[:-2000], kind).records()
    assert len(records) > 1000
    assert all(record.fault is None for record in records)
    assert last.number == records[-1].number + 1
    assert last.fault is not None
    assert "cannot be read: its compressed data is damaged: Compressed file ended before" in last.fault[1]


def test_damage_in_the_middle_is_named() -> None:
    data = gzip.compress(LINES[:40_000]) + b"no member of a compressed file" + gzip.compress(LINES)
    *records, last = opened(data, JsonLines).records()
    assert len(records) > 1000
    assert (last.fault or ("",))[0] == "damaged"


def test_what_is_not_compressed_at_all_fails_as_a_whole() -> None:
    with pytest.raises(DocumentError, match=r"damaged: line 1 and what follows cannot be read: .*Not a gzipped file"):
        opened(LINES, JsonLines)


def test_several_members_are_one_file() -> None:
    data = gzip.compress(LINES) + gzip.compress(LINES) + bytes(512)
    assert len(list(opened(data, JsonLines).records())) == 6000


def test_a_bomb_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compression, "BOMB_BYTES", 200_000)
    data = gzip.compress(LINES + (b'{"text": "' + b"a" * 20_000 + b'"}\n') * 1000)
    *records, last = opened(data, JsonLines).records()
    assert len(records) > 3000
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


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        with (tmp_path / name).open("wb") as file:
            packing = Packing(file)
            packing.write(LINES)
            packing.end_member()
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert gzip.decompress((tmp_path / "a").read_bytes()) == LINES
