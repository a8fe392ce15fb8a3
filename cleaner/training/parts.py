"""Deals hosts into three parts, so that no figure is from a host that a rule, a weight or a choice was made with.

    python -m cleaner.training.parts COLLECTIONS PART FOLDER

writes one part of a folder of collections into a new folder of the same layout. Unchanged files are linked.
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from zlib import crc32

from tld import get_fld

# Of four shares, the first two are for writing. The salt was picked from 3,000 by the names and document counts of the
# repositories alone: the parts then hold 239, 130 and 119 of the texts without boilerplate, with 7 genres or more each.
SHARES, FOR_WRITING, SALT = 4, 2, "488:"


class Part(StrEnum):
    """A part of the hosts, and what may be done with it."""

    WRITE = "write"  # rules are written and weights fitted on it: half of the hosts
    CHOOSE = "choose"  # thresholds, features and rules to narrow are chosen on it: a quarter
    UNTOUCHED = "untouched"  # nobody reads it; it is measured when all choices are made: a quarter


def part_of(host: str) -> Part:
    """The part of a host or repository, by a checksum of its name: all of its documents are in one part.

    >>> str(part_of("example.com")), str(part_of("example.org"))
    ('write', 'untouched')
    """
    share = crc32(f"{SALT}{host}".encode()) % SHARES
    return Part.WRITE if share < FOR_WRITING else (Part.CHOOSE, Part.UNTOUCHED)[share - FOR_WRITING]


def host_of(row: dict[str, str]) -> str:
    """What a document belongs to: its repository, the registrable domain of its URL, or itself where it has neither."""
    if "licence" in row and "part" in row:
        return row["source"].partition(":")[0]
    url = row.get("url")
    domain = url and get_fld(url, fail_silently=True, fix_protocol=True)
    return str(domain or url or row["id"])


def records(path: Path) -> list[dict[str, str]]:
    """The rows of a gzipped JSON Lines file."""
    with gzip.open(path) as lines:
        return [json.loads(line) for line in lines]


def html_of(folder: Path, ident: str) -> bytes | None:
    """The page of a collection; None where only its text was collected."""
    path = folder / f"{ident}.html.gz"
    return gzip.decompress(path.read_bytes()) if path.exists() else None


def write_part(tree: Path, part: Part, folder: Path) -> None:
    """Write a part into `folder`, which must not exist: gold texts and `clean` are filtered, other files linked."""
    folder.mkdir(parents=True)
    for kind in ("leftovers", "dumps"):
        (folder / kind).symlink_to((tree / kind).resolve())
    for pages in sorted((tree / "pages").iterdir()):
        (folder / "pages" / pages.name).mkdir(parents=True)
        for file in pages.iterdir():
            if file.name != "gold.jsonl.gz":
                (folder / "pages" / pages.name / file.name).symlink_to(file.resolve())
        _write_rows(folder / "pages" / pages.name / "gold.jsonl.gz", _rows_of(pages / "gold.jsonl.gz", part))
    (folder / "clean").mkdir()
    for file in sorted((tree / "clean").glob("*.jsonl.gz")):
        if rows := list(_rows_of(file, part)):
            _write_rows(folder / "clean" / file.name, rows)


def _rows_of(file: Path, part: Part) -> Iterator[dict[str, str]]:
    return (row for row in records(file) if part_of(host_of(row)) is part)


def _write_rows(path: Path, rows: Iterator[dict[str, str]] | list[dict[str, str]]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m cleaner.training.parts", description="Write one part.")
    parser.add_argument("collections", type=Path, help="folder with pages/, leftovers/, dumps/ and clean/")
    parser.add_argument("part", type=Part, choices=list(Part))
    parser.add_argument("folder", type=Path, help="folder that is written; it must not exist")
    given = parser.parse_args()
    write_part(given.collections, given.part, given.folder)


if __name__ == "__main__":
    main()
