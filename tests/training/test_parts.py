"""Dealing hosts into parts: every document is in one part, and a part is a collection of the same layout."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.training.collections import read
from cleaner.training.parts import Part, host_of, part_of, records, write_part

HOSTS = 40


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A collection of one page of each host, flattened, and of one clean text of each repository."""
    pages = [
        {"id": str(n), "url": f"https://www.site{n}.example/a", "text": f"It rained for {n} days."}
        for n in range(HOSTS)
    ]
    clean = [
        {
            "id": str(n),
            "source": f"owner/name{n}:a.md@0",
            "part": "all",
            "licence": "PD",
            "lang": "en",
            "text": "Bread.",
        }
        for n in range(HOSTS)
    ]
    for name, rows in (("pages/made/gold", pages), ("dumps/made/whole", pages), ("clean/recipes", clean)):
        path = tmp_path / "all" / f"{name}.jsonl.gz"
        path.parent.mkdir(parents=True)
        with gzip.open(path, "wt", encoding="utf-8") as file:
            file.writelines(f"{json.dumps(row)}\n" for row in rows)
    (tmp_path / "all" / "leftovers").mkdir()
    return tmp_path / "all"


def test_the_parts_hold_every_document_once(tree: Path, tmp_path: Path) -> None:
    for part in Part:
        write_part(tree, part, tmp_path / part)
    for name in ("pages/made/gold", "clean/recipes"):
        dealt = [row for part in Part for row in records(tmp_path / part / f"{name}.jsonl.gz")]
        assert sorted(row["id"] for row in dealt) == sorted(str(n) for n in range(HOSTS))


def test_half_of_the_hosts_are_for_writing() -> None:
    parts = [part_of(f"site{n}.example") for n in range(2000)]
    assert 900 < parts.count(Part.WRITE) < 1100


def test_a_part_can_be_read_as_a_collection(tree: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cleaner.training.parts", str(tree), "choose", str(tmp_path / "choose")]
    subprocess.run(command, check=True, timeout=60)
    texts = list(read(tmp_path / "choose"))
    assert texts
    assert {text.origin.part for text in texts} == {Part.CHOOSE}


def test_a_document_belongs_to_its_domain_its_repository_or_itself() -> None:
    assert host_of({"id": "1", "url": "https://news.example.co.uk/a"}) == "example.co.uk"
    assert host_of({"id": "1", "source": "owner/name:a.md@0", "part": "all", "licence": "PD"}) == "owner/name"
    assert host_of({"id": "1"}) == "1"
