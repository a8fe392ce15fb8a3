"""List the texts and pages that cleaning twice changes more than cleaning once; there should be none.

    python tests/benchmarks/settled.py COLLECTIONS [--limit N]

The collections are those of README.md. The text of a page is cleaned again as a text with the same address. Each span
that goes the second time is listed with the rules that removed it.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sources import Collections

from cleaner import Cleaner
from cleaner.result import Result
from cleaner.training.parts import records

# Characters of a removed span that are shown.
SHOWN = 100


class Cleaned(NamedTuple):
    """What was cleaned: its collection and id, its address, and the result."""

    kind: str
    id: str
    url: str | None
    result: Result


def cleaned(cleaner: Cleaner, collections: Collections) -> Iterator[Cleaned]:
    """Every text and page, cleaned once."""
    for path in sorted((collections.folder / "clean").glob("*.jsonl.gz")):
        for row in records(path)[: collections.limit]:
            yield Cleaned("clean", row["id"], None, cleaner.clean(row["text"]))
    for name in collections.sets():
        for article in collections.articles(name):
            yield Cleaned("gold", article.id, article.url, cleaner.clean(article.text, url=article.url))
            page = collections.html(name, article)
            yield Cleaned("pages", article.id, article.url, cleaner.clean_html(page, url=article.url))
    for source in collections.sources():
        for article, text in collections.texts(source):
            yield Cleaned(source.kind, article.id, article.url, cleaner.clean(text, url=article.url))


def main() -> None:
    parser = argparse.ArgumentParser(description="List what cleaning twice changes more than cleaning once.")
    parser.add_argument("collections", type=Path, help="folder with pages/, leftovers/, dumps/ and clean/")
    parser.add_argument("--limit", type=int, help="pages or texts to read of each set")
    given = parser.parse_args()
    cleaner = Cleaner()
    total, differ = Counter[str](), Counter[str]()
    for kind, ident, url, once in cleaned(cleaner, Collections(given.collections, given.limit)):
        twice = cleaner.clean(once.text, url=url)
        total[kind] += 1
        differ[kind] += twice.text != once.text
        for piece in twice.removed:
            if piece.rule_ids:
                sys.stdout.write(f"{kind} {ident}: {', '.join(piece.rule_ids)}: {piece.text[:SHOWN]!r}\n")
    for kind, count in total.items():
        sys.stdout.write(f"{kind}: {differ[kind]} of {count} differ ({differ[kind] / count:.2%})\n")


if __name__ == "__main__":
    main()
