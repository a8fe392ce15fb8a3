"""The fields that a record gets: what a page says of its article stands in fields of its own, and undo removes them."""

import csv
import io
import json
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from rewritten import change_of_page, rewritten

from cleaner.containers.delimited import Delimited
from cleaner.containers.fields import Fields, Wanted
from cleaner.containers.json_lines import JsonLines
from cleaner.containers.parquet.parquet_table import Parquet
from cleaner.containers.record import Container

PAGES = [{"html": "<p>It rained.", "title": "mine"}, {"html": "<p>It snowed.", "title": "too"}]
WANTED = Wanted(Fields(), 1000, metadata=True)
NAMES = ("page_title", "date", "author", "language")


def json_lines() -> bytes:
    return "".join(json.dumps(page) + "\n" for page in PAGES).encode()


def table() -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, ["html", "title"])
    writer.writeheader()
    writer.writerows(PAGES)
    return out.getvalue().encode()


def parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(PAGES), out)
    return out.getvalue()


def read(kind: type[Container], data: bytes) -> list[dict[str, object]]:
    if kind is Parquet:
        return list(pq.read_table(io.BytesIO(data)).to_pylist())
    if kind is JsonLines:
        return [json.loads(line) for line in data.splitlines()]
    return [{**row} for row in csv.DictReader(io.StringIO(data.decode(), newline=""))]


def opened(kind: type[Container], stream: BinaryIO) -> Container:
    made: Container = kind(stream, "boats", WANTED)  # type: ignore[call-arg]  # all have these parameters
    return made


@pytest.mark.parametrize(("kind", "data"), [(JsonLines, json_lines()), (Delimited, table()), (Parquet, parquet())])
def test_what_a_page_says_of_its_article_has_fields_of_its_own(kind: type[Container], data: bytes) -> None:
    container = opened(kind, io.BytesIO(data))
    assert container.fields == Fields("text", "html", None, NAMES)
    clean = rewritten(container, change_of_page)
    first, _ = read(kind, clean)
    assert list(first) == ["html", "title", "text", *NAMES, "cleaner"]
    assert [first[name] or None for name in ("title", "text", *NAMES)] == [
        *("mine", "It rained.\n", "Boats", "2024-05-01", None, "en")
    ]
    out = io.BytesIO()
    assert list(kind.undo(io.BytesIO(clean), "boats", out)) == []
    assert read(kind, out.getvalue()) == PAGES
