"""Public collections of pages with reference texts; README.md describes the folder that holds them."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KINDS = ("leftovers", "dumps")


@dataclass(frozen=True, slots=True)
class Article:
    """The reference text of a page, snippets that belong to it, and snippets of the page that do not."""

    id: str
    url: str
    text: str
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """The texts that one program made from the pages of one set."""

    kind: str
    set: str
    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Collections:
    """The folder of collections; `limit` is the number of pages to read of each set (None: all)."""

    folder: Path
    limit: int | None = None

    def sets(self) -> list[str]:
        return sorted(path.parent.name for path in self.folder.glob("pages/*/gold.jsonl.gz"))

    def articles(self, name: str) -> list[Article]:
        rows = [row for row in _rows(self.folder / "pages" / name / "gold.jsonl.gz") if row["text"]]
        step = max(1, len(rows) // self.limit) if self.limit else 1
        return [_article(row) for row in rows[::step][: self.limit]]

    def html(self, name: str, article: Article) -> bytes:
        return gzip.decompress((self.folder / "pages" / name / f"{article.id}.html.gz").read_bytes())

    def sources(self) -> list[Source]:
        """The sources made from pages that have a reference."""
        paths = [path for kind in KINDS for path in sorted(self.folder.glob(f"{kind}/*/*.jsonl.gz"))]
        sources = [Source(path.parts[-3], path.parent.name, path.name.partition(".")[0], path) for path in paths]
        return [source for source in sources if source.set in self.sets()]

    def texts(self, source: Source) -> Iterator[tuple[Article, str]]:
        """The texts of a source that are not empty, each with the reference article of its page."""
        articles = {article.id: article for article in self.articles(source.set)}
        for row in _rows(source.path):
            if row["id"] in articles and row["text"].strip():
                yield articles[row["id"]], row["text"]


def _article(row: dict[str, Any]) -> Article:
    text = one_spaced(row["text"])
    wanted, unwanted = (filter(None, map(one_spaced, row.get(key, ()))) for key in ("with", "without"))
    outside = (snippet for snippet in unwanted if snippet not in text)
    return Article(row["id"], row["url"], row["text"], tuple(wanted), tuple(outside))


def one_spaced(text: str) -> str:
    """Replace each run of white space with one space, so that snippets are found across line ends."""
    return " ".join(text.split())


def _rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]
