"""What goes and what stays of made pages in many languages: python tests/benchmarks/languages.py

Each file in `made_pages/` is the page of an invented paper, flattened: furniture above the article, `---`, the article,
`---`, furniture below. Its name is the code of the language.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cleaner.api import Cleaner
from cleaner.text.functionwords import Language

PAGES = Path(__file__).parent / "made_pages"


class MadePage(NamedTuple):
    """A flattened page, as the lines above its article, of it, and below it."""

    language: Language
    above: list[str]
    article: list[str]
    below: list[str]

    @property
    def furniture(self) -> list[str]:
        return [*self.above, *self.below]

    @property
    def text(self) -> str:
        return "\n".join([*self.above, *self.article, *self.below, ""])


class Figures(NamedTuple):
    """The share of the furniture that is gone, and of the article that is lost, in characters."""

    gone: float
    lost: float


def pages() -> Iterator[MadePage]:
    """All made pages, by language."""
    for path in sorted(PAGES.glob("*.txt")):
        parts = path.read_text(encoding="utf-8").split("---\n")
        yield MadePage(Language(path.stem), *(part.splitlines() for part in parts))


def figures(page: MadePage, cleaner: Cleaner) -> Figures:
    """The figures of one page."""
    left = set(cleaner.clean(page.text).text.splitlines())
    return Figures(*(_missing(lines, left) for lines in (page.furniture, page.article)))


def _missing(lines: list[str], left: set[str]) -> float:
    return sum(len(line) for line in lines if line not in left) / sum(map(len, lines))


def main() -> None:
    cleaner = Cleaner()
    sys.stdout.write("| language | furniture gone | article lost |\n| --- | ---: | ---: |\n")
    for page in pages():
        gone, lost = figures(page, cleaner)
        sys.stdout.write(f"| {page.language.english_name} | {gone:.0%} | {lost:.0%} |\n")


if __name__ == "__main__":
    main()
