"""Measure how good clean texts are on a folder of public collections; README.md describes the folder."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from contenders import AS_IT_IS, ORACLE, Contender, page_contenders, text_contenders
from figures import Row
from report import arguments, finish
from sources import Article, Collections, Source, one_spaced
from wordscore import Score, best_lines, compare, mean

from cleaner.training.labels import words

# Losses beyond which a text counts as hurt, in word F1, and as having lost text, in recall. Chosen by hand.
HURT = 0.02
LOST = 0.01


@dataclass
class Snippets:
    """Counts of snippets: those that the input contained (all, for a page), and those in the output."""

    possible: int = 0
    there: int = 0

    def add(self, snippets: tuple[str, ...], before: str | None, text: str) -> None:
        possible = [snippet for snippet in snippets if before is None or snippet in before]
        self.possible += len(possible)
        self.there += sum(snippet in text for snippet in possible)


@dataclass
class Tally:
    """The scores of one contender on the documents of one source."""

    scores: list[Score] = field(default_factory=list)
    before: list[Score] = field(default_factory=list)
    wanted: Snippets = field(default_factory=Snippets)
    unwanted: Snippets = field(default_factory=Snippets)
    failed: int = 0

    def attempt(self, contender: Contender, document: bytes | str, url: str) -> str:
        """The output of the contender; if it raises, an empty text, and the failure is counted."""
        try:
            return contender.run(document, url)
        except Exception as error:  # noqa: BLE001  (a peer may raise anything)
            self.failed += 1
            sys.stderr.write(f"{contender.name} raises {error!r:.100}\n")
            return ""

    def add(self, article: Article, text: str, before: str | None = None) -> None:
        """Score an output against the article. `before` is the input text; None if the input was a page."""
        self.scores.append(compare(text, article.text))
        self.before.append(self.scores[-1] if before is None else compare(before, article.text))
        flat, flat_before = one_spaced(text), None if before is None else one_spaced(before)
        self.wanted.add(article.wanted, flat_before, flat)
        self.unwanted.add(article.unwanted, flat_before, flat)

    def figures(self) -> dict[str, float]:
        pairs = list(zip(self.before, self.scores, strict=True))
        return {
            **mean(self.scores)._asdict(),
            "documents": len(self.scores),
            "failed": self.failed,
            "before": mean(self.before).f1,
            "hurt": fmean(after.f1 < before.f1 - HURT for before, after in pairs),
            "lost_text": fmean(after.recall < before.recall - LOST for before, after in pairs),
            "wanted": self.wanted.possible,
            "wanted_there": self.wanted.there,
            "unwanted": self.unwanted.possible,
            "unwanted_there": self.unwanted.there,
        }


def pages(collections: Collections, name: str, contenders: Sequence[Contender]) -> Iterator[Row]:
    """Score each contender on the pages of one set."""
    for contender in contenders:
        tally = Tally()
        for article in collections.articles(name):
            html = collections.html(name, article)
            tally.add(article, tally.attempt(contender, html, article.url))
        yield Row(contender.name, contender.version, "pages", name, "", tally.figures())


def texts(collections: Collections, source: Source, contenders: Sequence[Contender]) -> Iterator[Row]:
    """Score each contender and the line oracle on the texts of one source."""
    documents = list(collections.texts(source))
    if not documents:
        return
    for contender in (AS_IT_IS, *contenders):
        tally = Tally()
        for article, text in documents:
            tally.add(article, tally.attempt(contender, text, article.url), text)
        yield Row(contender.name, contender.version, source.kind, source.set, source.name, tally.figures())
    tally = Tally()
    for article, text in documents:
        best = best_lines(text, article.text)
        better = compare(best, article.text).f1 > compare(text, article.text).f1
        tally.add(article, best if better else text, text)
    yield Row(ORACLE, "", source.kind, source.set, source.name, tally.figures())


def references(collections: Collections, name: str, contenders: Sequence[Contender]) -> Iterator[Row]:
    """Count the words that each contender removes from the true articles of one set."""
    for contender in contenders:
        tally, total, lost, touched = Tally(), 0, 0, 0
        articles = collections.articles(name)
        for article in articles:
            count = len(words(article.text))
            removed = count - len(words(tally.attempt(contender, article.text, article.url)))
            total, lost, touched = total + count, lost + removed, touched + (removed > 0)
        figures = {"documents": len(articles), "words": total, "words_lost": lost, "touched": touched / len(articles)}
        yield Row(contender.name, contender.version, "articles", name, "", figures | {"failed": tally.failed})


def measure(collections: Collections) -> Iterator[Row]:
    of_pages, of_texts = page_contenders(), text_contenders()
    for name in collections.sets():
        yield from pages(collections, name, of_pages)
        yield from references(collections, name, of_texts)
    for source in collections.sources():
        yield from texts(collections, source, of_texts)


if __name__ == "__main__":
    given = arguments(__doc__)
    finish("quality", measure(given.collections), given)
