"""Documents by place, and records of containers by number."""

import json
from pathlib import Path

import pytest

from cleaner.config import Config
from cleaner.corpus.source import FileSource
from cleaner.errors import DocumentError
from cleaner.review.entries import Cursor, entries


@pytest.fixture
def files(tmp_path: Path) -> list[FileSource]:
    """A text, a container of five records of which one has no text, and one that is none."""
    (tmp_path / "a.txt").write_text("Rain.\n", encoding="utf-8")
    records = [{"text": f"Story {n}"} for n in range(5)]
    records[2] = {"title": "none"}
    (tmp_path / "b.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    (tmp_path / "c.parquet").write_bytes(b"rain")
    return [FileSource(tmp_path / name) for name in ("a.txt", "b.jsonl", "c.parquet")]


def test_records_are_documents_in_any_order(files: list[FileSource]) -> None:
    found = list(entries(files, Config().wanted))
    assert [Path(entry.name).name for entry in found] == [
        *("a.txt", "b.jsonl:1", "b.jsonl:2", "b.jsonl:4", "b.jsonl:5", "c.parquet")
    ]
    cursor = Cursor(Config().wanted)
    for number in (1, 2, 4, 0, 3, 1, 4):
        source = cursor.fetch(found[number])
        expected = b"Rain.\n" if number == 0 else f"Story {found[number].record - 1}"
        assert source.read(100) == expected


def test_what_cannot_be_read_says_why(files: list[FileSource]) -> None:
    *_, record, broken = entries(files, Config().wanted)
    cursor = Cursor(Config().wanted)
    with pytest.raises(DocumentError, match="Parquet"):
        cursor.fetch(broken)
    record.file.path.write_text('{"text": "Story"}\n', encoding="utf-8")
    with pytest.raises(DocumentError, match="has no record 5 any more"):
        cursor.fetch(record)
