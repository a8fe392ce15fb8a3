"""Count what each common rule removes from a folder of collections: words of boilerplate, and words of articles.

    python tests/benchmarks/rule_words.py COLLECTIONS [--lines GLOB] [--all-languages]

Only the common rules run: no site is known, and no heuristic judges. Texts are the true articles, the texts without
boilerplate in `clean/`, what extractors returned, and whole pages flattened to text. From a text that an extractor or a
converter made, a removed line of five words or more is of the article if at least half of its runs of five words are in
the reference; a shorter one if it is a line of the reference. A line counts once for each rule and page, however many
sources hold it. `--lines` also lists the article lines (`-`) and other lines (`+`) that the rules named by it removed.
With `--all-languages` the rules of every language run on every text, as if it were written in all of them.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

from sources import Collections

from cleaner import Cleaner
from cleaner.rules.settings import Settings
from cleaner.text.functionwords import Language
from cleaner.training.labels import SHINGLE, Reference, words
from cleaner.training.parts import host_of, records

COMMON = Settings(select=("common/*",))
IN_ALL_LANGUAGES = replace(COMMON, language=tuple(Language))


@dataclass(frozen=True)
class Truth:
    """What is true text: the reference of a page, or all (None)."""

    text: str | None

    def holds(self, line: str) -> bool:
        if self.text is None:
            return True
        found = words(line)
        return self._reference.share(found) >= 1 / 2 if len(found) >= SHINGLE else tuple(found) in self._lines

    @cached_property
    def _reference(self) -> Reference:
        return Reference(self.text or "")

    @cached_property
    def _lines(self) -> set[tuple[str, ...]]:
        return {tuple(words(line)) for line in (self.text or "").split("\n")}


@dataclass
class Tally:
    """The lines that a rule removed, each as (host, page, line): boilerplate, and lines of articles."""

    boilerplate: set[tuple[str, str, str]] = field(default_factory=set)
    article: set[tuple[str, str, str]] = field(default_factory=set)


def texts(folder: Path) -> Iterator[tuple[str, str, str, Truth]]:
    """Host, page, text and truth of every text."""
    for path in sorted((folder / "clean").glob("*.jsonl.gz")):
        for row in records(path):
            yield host_of(row), row["id"], row["text"], Truth(None)
    collections = Collections(folder)
    for name in collections.sets():
        for article in collections.articles(name):
            yield host_of({"url": article.url, "id": article.id}), article.id, article.text, Truth(None)
    for source in collections.sources():
        for article, text in collections.texts(source):
            yield host_of({"url": article.url, "id": article.id}), article.id, text, Truth(article.text)


def tallies(folder: Path, settings: Settings) -> dict[str, Tally]:
    """What each rule removed, by id."""
    cleaner = Cleaner(settings=settings)
    found: dict[str, Tally] = defaultdict(Tally)
    for host, page, text, truth in texts(folder):
        for piece in cleaner.clean(text).removed:
            for line in filter(words, map(str.strip, piece.text.split("\n"))):
                is_true = truth.holds(line)
                for rule in piece.rule_ids:
                    (found[rule].article if is_true else found[rule].boilerplate).add((host, page, line))
    return found


def summary(rule: str, tally: Tally) -> str:
    """One line of figures: words and hosts, first of boilerplate, then of articles."""
    figures = (f"{sum(len(words(line)) for *_, line in t):6} {len({host for host, *_ in t}):5}" for t in _sides(tally))
    return f"{'  '.join(figures)}  {rule}"


def _sides(tally: Tally) -> tuple[set[tuple[str, str, str]], set[tuple[str, str, str]]]:
    return tally.boilerplate, tally.article


def main() -> None:
    parser = argparse.ArgumentParser(description="Count what each common rule removes.")
    parser.add_argument("collections", type=Path, help="folder with pages/, leftovers/, dumps/ and clean/")
    parser.add_argument("--lines", metavar="GLOB", help="ids of rules whose removed lines are listed")
    parser.add_argument("--all-languages", action="store_true", help="run the rules of all languages on every text")
    given = parser.parse_args()
    sys.stdout.write(" words hosts   words hosts\n boilerplate       article\n")
    found = tallies(given.collections, IN_ALL_LANGUAGES if given.all_languages else COMMON)
    for rule, tally in sorted(found.items(), key=lambda item: -len(item[1].article)):
        sys.stdout.write(f"{summary(rule, tally)}\n")
        if given.lines and fnmatchcase(rule, given.lines):
            for sign, lines in zip("+-", _sides(tally), strict=True):
                sys.stdout.writelines(f"    {sign} {host}: {line[:200]}\n" for host, _, line in sorted(lines))


if __name__ == "__main__":
    main()
