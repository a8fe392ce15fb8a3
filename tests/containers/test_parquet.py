"""Parquet: schema, metadata, groups of rows and other columns stay, and a clean table gives its original back."""

import io
import json
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from rewritten import SNOW, without_snow

from cleaner.containers.fields import Fields, Wanted
from cleaner.containers.parquet.parquet_table import Parquet
from cleaner.containers.parquet.row_groups import BATCH_ROWS
from cleaner.errors import DocumentError

TEXT = f"It rained.\n{SNOW}It was wet."
NONE = Fields()


def written(table: pa.Table, **options: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(table, out, **options)
    return out.getvalue()


def opened(data: bytes, given: Fields = NONE) -> Parquet:
    return Parquet(io.BytesIO(data), "boats.parquet", Wanted(given, 1000))


def restored(data: bytes) -> tuple[pa.Table, list[tuple[str, str]]]:
    out = io.BytesIO()
    faults = list(Parquet.undo(io.BytesIO(data), "boats.clean.parquet", out))
    return pq.read_table(io.BytesIO(out.getvalue())), faults


def table(kind: Any = None, rows: int = 3) -> pa.Table:
    texts = [[TEXT, None, "dry"][n % 3] for n in range(rows)]
    columns = {
        "id": pa.array(range(rows), pa.uint16()),
        "text": pa.array(texts, pa.string()).cast(kind or pa.string()),
        "tags": pa.array([[{"a": n}] for n in range(rows)]),
        "when": pa.array([0] * rows, pa.timestamp("ms", "UTC")),
    }
    fields = [pa.field(name, column.type, metadata={"about": name}) for name, column in columns.items()]
    return pa.Table.from_arrays(list(columns.values()), schema=pa.schema(fields, metadata={"origin": "the harbour"}))


KINDS = [pa.string(), pa.large_string(), pa.binary(), pa.dictionary(pa.int32(), pa.string())]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_clean_table_has_a_column_more_and_gives_its_original_back(kind: Any) -> None:
    data = written(table(kind))
    before = pq.read_table(io.BytesIO(data))
    clean = without_snow(opened(data, Fields("text")))
    after = pq.read_table(io.BytesIO(clean))
    assert after.schema.remove(4).equals(before.schema, check_metadata=True)
    assert [str(value) for value in after["text"].cast("string").to_pylist()] == [
        "It rained.\nIt was wet.",
        "None",
        "dry",
    ]
    assert after.drop_columns(["text", "cleaner"]).equals(before.drop_columns(["text"]))
    column = after["cleaner"][0].as_py()
    assert column["removed"] == [{"start": 11, "end": 21, "rules": ["own/see"], "text": SNOW}]
    assert (column["status"], column["field"], column["page"]) == ("ok", "text", False)
    back, faults = restored(clean)
    assert back.equals(before, check_metadata=True)
    assert faults == []


@pytest.mark.parametrize("compression", ["zstd", "none", {"text": "gzip", "id": "snappy"}])
def test_groups_and_compression_stay(compression: Any) -> None:
    data = written(table(rows=BATCH_ROWS * 3), row_group_size=BATCH_ROWS + 7, compression=compression)
    before, after = (pq.ParquetFile(io.BytesIO(each)).metadata for each in (data, without_snow(opened(data))))
    groups = [after.row_group(n) for n in range(after.num_row_groups)]
    assert [group.num_rows for group in groups] == [BATCH_ROWS + 7, BATCH_ROWS + 7, BATCH_ROWS - 14]
    assert [groups[0].column(n).compression for n in range(4)] == [
        before.row_group(0).column(n).compression for n in range(4)
    ]


def test_pages_are_texts_or_bytes() -> None:
    data = pa.table({"html": [b"<p>\xe4</p>"], "url": ["https://example.com/1"], "n": [1]})
    container = opened(written(data))
    assert container.fields == Fields("text", "html", "url")
    [record] = container.records()
    assert (record.content, record.url, record.place) == (b"<p>\xe4</p>", "https://example.com/1", "row 1")
    [record] = opened(written(pa.table({"raw_html": ["<p>ä</p>"]}))).records()
    assert record.content == "<p>ä</p>"


def test_the_text_of_a_page_is_a_column_that_undo_removes() -> None:
    before = pa.table({"html": ["<p>dry</p>", None]})
    clean = without_snow(opened(written(before)))
    assert pq.read_table(io.BytesIO(clean)).column_names == ["html", "text", "cleaner"]


def test_a_text_that_is_not_utf_8_fails_alone_and_stays() -> None:
    texts = pa.array([b"M\xe4rz", TEXT.encode()], pa.binary()).cast(pa.string(), safe=False)
    data = written(pa.table({"text": texts}))
    first, second = opened(data).records()
    assert (first.fault or ("",))[0] == "undecodable"
    assert second.content == TEXT
    clean = pq.read_table(io.BytesIO(without_snow(opened(data))))
    assert clean["text"].cast(pa.binary()).to_pylist() == [b"M\xe4rz", b"It rained.\nIt was wet."]
    assert clean["cleaner"][0].as_py()["status"] == "failed"


def test_a_group_that_is_damaged_fails_and_the_next_is_read() -> None:
    data = bytearray(written(table(rows=30), row_group_size=10, compression="gzip"))
    place = pq.ParquetFile(io.BytesIO(data)).metadata.row_group(1).column(1).dictionary_page_offset
    data[place : place + 40] = b"\xff" * 40
    records = list(opened(bytes(data)).records())
    faults = [record.fault for record in records if record.fault]
    assert [(reason, message[:41]) for reason, message in faults] == [
        ("damaged", "row group 2, from row 11 on, cannot be re")
    ]
    assert [record.number for record in records if not record.fault] == [*range(1, 11), *range(21, 31)]
    assert pq.read_table(io.BytesIO(without_snow(opened(bytes(data))))).num_rows == 20


@pytest.mark.parametrize("data", [b"", b"PAR1 and no more PAR1", b"text\nIt rained.\n"])
def test_what_is_no_parquet_fails(data: bytes) -> None:
    with pytest.raises(DocumentError, match="it cannot be read as Parquet"):
        opened(data)


def test_a_field_that_holds_numbers_is_no_text() -> None:
    with pytest.raises(DocumentError, match="its field 'id' is uint16, not a string"):
        opened(written(table()), Fields("id"))


def test_a_row_that_was_changed_since_is_named_and_stays() -> None:
    clean = pq.read_table(io.BytesIO(without_snow(opened(written(table())))))
    texts = pa.array(["It rained.\nIt was dry.", None, "dry"])
    data = written(clean.set_column(1, clean.schema.field(1), texts))
    back, faults = restored(data)
    assert faults == [("boats.clean.parquet:1", "its text or its column was changed since it was cleaned")]
    assert back["text"][0].as_py() == "It rained.\nIt was dry."


def test_an_empty_table_comes_back_empty() -> None:
    clean = without_snow(opened(written(table().slice(0, 0))))
    assert pq.read_table(io.BytesIO(clean)).num_rows == 0
    assert restored(clean)[0].equals(table().slice(0, 0))


def test_a_row_is_told_whole() -> None:
    container = opened(written(table().append_column("raw", pa.array([b"\xff", b"", b"a"]))))
    first, *_ = container.records()
    row = {"id": 0, "text": TEXT, "tags": [{"a": 0}], "when": "1970-01-01 00:00:00+00:00", "raw": "\\xff"}
    assert json.loads(container.whole(first)) == row


def test_a_pipe_cannot_be_sought_in() -> None:
    stream = io.BytesIO(written(table()))
    stream.seekable = lambda: False  # type: ignore[method-assign]
    with pytest.raises(DocumentError, match="it cannot come through a pipe; name a file"):
        Parquet(stream, "-", Wanted(NONE, 1000))
