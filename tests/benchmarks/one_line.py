"""Measure what goes of texts whose lines are joined by spaces: half of all corpora hold an article on one line.

    python tests/benchmarks/one_line.py COLLECTIONS [--limit N] [--lines]

The texts are those that extractors returned, the true articles, and the texts without boilerplate in `clean/`; the
collections are those of README.md. Of each source: the share of the gap to the line oracle that is closed (the oracle
sees the lines), the share of the words of residue that goes, the share of the article's words that is lost, and the
share of the texts whose recall falls by more than LOST. With `--lines` all texts keep their lines, to compare.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sources import Collections, one_spaced
from wordscore import best_lines, compare

from cleaner import Cleaner
from cleaner.training.labels import words
from cleaner.training.parts import records

# The fall of recall from which a text counts as having lost text. Chosen by hand.
LOST = 0.01


@dataclass
class Tally:
    """Sums over the texts of a source: F1 gained and to be gained, and words."""

    texts: int = 0
    gain: float = 0
    room: float = 0
    residue: int = 0
    residue_gone: int = 0
    article: int = 0
    article_lost: int = 0
    lost_text: int = 0

    def add(self, before: str, clean: str, article: str, best: float) -> None:
        """Count a text; `best` is the F1 of the line oracle."""
        raw, ours, truth = (Counter(words(text)) for text in (before, clean, article))
        scores = compare(before, article), compare(clean, article)
        residue, true = raw - truth, raw & truth
        self.texts += 1
        self.gain += scores[1].f1 - scores[0].f1
        self.room += max(0.0, best - scores[0].f1)
        self.residue += residue.total()
        self.residue_gone += residue.total() - (ours - truth).total()
        self.article += true.total()
        self.article_lost += (true - ours).total()
        self.lost_text += scores[1].recall < scores[0].recall - LOST

    def __str__(self) -> str:
        closed, gone, lost, texts = (
            part / max(whole, 1e-9)
            for part, whole in (
                (self.gain, self.room),
                (self.residue_gone, self.residue),
                (self.article_lost, self.article),
                (self.lost_text, self.texts),
            )
        )
        if not self.room:
            return f"article lost {lost:.4%}  lost text {texts:.2%}"
        return f"closed {closed:7.1%}  residue gone {gone:6.1%}  article lost {lost:.4%}  lost text {texts:.2%}"


def true_texts(collections: Collections) -> Iterator[tuple[str, str, str | None]]:
    """Kind, text and address of every text of which nothing may go."""
    for path in sorted((collections.folder / "clean").glob("*.jsonl.gz")):
        for row in records(path)[: collections.limit]:
            yield "clean", row["text"], None
    for name in collections.sets():
        for article in collections.articles(name):
            yield "articles", article.text, article.url


def tallies(cleaner: Cleaner, collections: Collections, shaped: Callable[[str], str]) -> Iterable[tuple[str, Tally]]:
    """The tally of each source, and of the true texts."""
    found: dict[str, Tally] = {}
    for kind, text, url in true_texts(collections):
        before = shaped(text)
        found.setdefault(kind, Tally()).add(before, cleaner.clean(before, url=url).text, text, best=0.0)
    for source in collections.sources():
        if source.kind != "leftovers":
            continue
        tally = found.setdefault(f"{source.set} {source.name}", Tally())
        for article, text in collections.texts(source):
            before = shaped(text)
            best = max(compare(lines, article.text).f1 for lines in (text, best_lines(text, article.text)))
            tally.add(before, cleaner.clean(before, url=article.url).text, article.text, best)
    return found.items()


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what goes of texts that are one line.")
    parser.add_argument("collections", type=Path, help="folder with pages/, leftovers/ and clean/")
    parser.add_argument("--limit", type=int, help="pages or texts to read of each set")
    parser.add_argument("--lines", action="store_true", help="leave the lines as they are")
    given = parser.parse_args()
    shaped = str if given.lines else one_spaced
    total = Tally()
    for name, tally in tallies(Cleaner(), Collections(given.collections, given.limit), shaped):
        sys.stdout.write(f"{name:28} {tally.texts:5} texts  {tally}\n")
        if " " in name:
            for key, value in vars(tally).items():
                setattr(total, key, getattr(total, key) + value)
    sys.stdout.write(f"{'all leftovers':28} {total.texts:5} texts  {total}\n")


if __name__ == "__main__":
    main()
