"""Measure how fast documents are cleaned on a folder of public collections; README.md describes the folder."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import product
from operator import itemgetter
from time import process_time

from contenders import Contender, page_contenders, text_contenders
from figures import Row
from report import arguments, finish
from sources import KINDS, Collections
from stages import measured

from cleaner import Cleaner

# Documents of each set, without --limit. There are more texts than pages because a text takes less time, and because
# the pattern matcher builds its states over the first hundreds of texts. Chosen by hand.
PAGES, TEXTS = 20, 100
SMALL = "<p>Read more: The bridge is open.</p>"


def measure(collections: Collections) -> Iterator[Row]:
    read = replace(collections, limit=collections.limit or PAGES)
    pages = [(read.html(name, article), article.url) for name in read.sets() for article in read.articles(name)]
    yield from race("pages", page_contenders(), pages)
    read = replace(collections, limit=collections.limit or TEXTS)
    for kind in KINDS:
        sources = [source for source in read.sources() if source.kind == kind]
        texts = [(text, article.url) for source in sources for article, text in read.texts(source)]
        yield from race(kind, text_contenders(), texts)
        print_stages(kind, texts)


def race(kind: str, contenders: Sequence[Contender], documents: Sequence[tuple[bytes | str, str]]) -> Iterator[Row]:
    """Time all contenders on each document in turn, so that a machine that slows down slows all of them.

    Only CPU time of the warm process counts. First a small document with each URL compiles the rules of every site;
    then half of the documents serve as a warm-up, and the other half are timed. The order of contenders rotates:
    the first one to read a document meets cold caches.
    """
    spent = {contender.name: 0.0 for contender in contenders}
    if len(documents) < 2:
        return
    for contender, (document, url) in product(contenders, documents):
        timed(contender, SMALL if isinstance(document, str) else SMALL.encode(), url)
    for contender, (document, url) in product(contenders, documents[::2]):
        timed(contender, document, url)
    counted = documents[1::2]
    for number, (document, url) in enumerate(counted):
        first = number % len(contenders)
        for contender in (*contenders[first:], *contenders[:first]):
            spent[contender.name] += timed(contender, document, url)
    size = sum(len(document.encode() if isinstance(document, str) else document) for document, _ in counted)
    for contender in contenders:
        seconds = spent[contender.name]
        figures = {
            "documents": len(counted),
            "milliseconds": 1e3 * seconds / len(counted),
            "megabytes_per_second": size / 1e6 / seconds,
        }
        yield Row(contender.name, contender.version, kind, "", "", figures)


def print_stages(kind: str, documents: Sequence[tuple[str, str]]) -> None:
    """Print where `cleaner` spends the time of a text, in microseconds, on the documents that `race` timed."""
    cleaner, counted = Cleaner(), documents[1::2]
    for text, url in documents[::2]:
        cleaner.clean(text, url=url)
    with measured() as spent:
        for text, url in counted:
            cleaner.clean(text, url=url)
    for stage, seconds in sorted(spent.seconds.items(), key=itemgetter(1), reverse=True):
        sys.stderr.write(f"{kind}: {stage}: {1e6 * seconds / max(1, len(counted)):.0f} µs\n")


def timed(contender: Contender, document: bytes | str, url: str) -> float:
    """CPU time for one document, in seconds."""
    started = process_time()
    with suppress(Exception):  # quality.py counts failures
        contender.run(document, url)
    return process_time() - started


if __name__ == "__main__":
    given = arguments(__doc__)
    finish("speed", measure(given.collections), given)
