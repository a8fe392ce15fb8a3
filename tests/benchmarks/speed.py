"""How fast texts are cleaned: run this file on a folder of public collections; README.md here says what is in it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import product
from time import process_time

from contenders import Contender, page_contenders, text_contenders
from figures import Row
from report import arguments, finish
from sources import KINDS, Collections

LIMIT = 20  # pages of each set unless --limit says more: takes two minutes or three
SMALL = "<p>Read more: The bridge is open.</p>"


def measure(collections: Collections) -> Iterator[Row]:
    collections = replace(collections, limit=collections.limit or LIMIT)
    pages = [
        (collections.html(name, article), article.url)
        for name in collections.sets()
        for article in collections.articles(name)
    ]
    yield from race("pages", page_contenders(), pages)
    for kind in KINDS:
        sources = [source for source in collections.sources() if source.kind == kind]
        documents = [(text, article.url) for source in sources for article, text in collections.texts(source)]
        yield from race(kind, text_contenders(), documents)


def race(kind: str, contenders: Sequence[Contender], documents: Sequence[tuple[bytes | str, str]]) -> Iterator[Row]:
    """Time all contenders on each document in turn, so that a machine that slows down slows all of them.

    What counts is the time of this process. What is read and compiled once for a site is ready before. The order moves
    on with every document, as the first to see one finds it cold.
    """
    spent = {contender.name: 0.0 for contender in contenders}
    if not documents:
        return
    for contender, (document, url) in product(contenders, documents):
        timed(contender, SMALL if isinstance(document, str) else SMALL.encode(), url)
    for number, (document, url) in enumerate(documents):
        first = number % len(contenders)
        for contender in (*contenders[first:], *contenders[:first]):
            spent[contender.name] += timed(contender, document, url)
    size = sum(len(document.encode() if isinstance(document, str) else document) for document, _ in documents)
    for contender in contenders:
        seconds = spent[contender.name]
        figures = {
            "documents": len(documents),
            "milliseconds": 1e3 * seconds / len(documents),
            "megabytes_per_second": size / 1e6 / seconds,
        }
        yield Row(contender.name, contender.version, kind, "", "", figures)


def timed(contender: Contender, document: bytes | str, url: str) -> float:
    """Seconds for one document."""
    started = process_time()
    with suppress(Exception):  # a failure is counted where quality is measured
        contender.run(document, url)
    return process_time() - started


if __name__ == "__main__":
    asked = arguments(__doc__)
    finish("speed", measure(asked.collections), asked)
