"""A sample of the pages of each site: the same in whatever order they come, in bounded memory, without copies."""

import json
import zlib
from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterator
from hashlib import blake2b
from typing import NamedTuple

from cleaner.learning.page_shape import OutlineElement, OutlineLine, PageOutline

# Pages that are kept of one site, and of all together. An outline takes 15 kB, compressed. Chosen by hand: with 24
# pages the selectors of an encyclopedia are those of 150, and to outline one takes as long as to clean it.
MOST_OF_SITE, MOST_OF_ALL = 24, 12_000
# Bytes of pages, compressed, that wait to be outlined: while they wait, others may take their place. Chosen by hand.
MOST_WAITING = 64_000_000


class KeptPage(NamedTuple):
    """A page of the sample: its rank, its name, and its bytes or its outline, compressed."""

    rank: bytes
    name: str
    packed: bytes
    is_outline: bool = False


class PageSample:
    """The pages of each site with the lowest ranks; a rank is a digest of the bytes.

    `outline` gives the outline of a page, of which it gets the site and the bytes, or None if it has no article. It is
    asked as late as memory allows, because it takes most of the time.
    """

    def __init__(self, outline: Callable[[str, bytes], PageOutline | None]) -> None:
        self._outline = outline
        self._kept: defaultdict[str, list[KeptPage]] = defaultdict(list)
        self._most, self._size, self._waiting = MOST_OF_SITE, 0, 0

    def add(self, site: str, name: str, data: bytes) -> None:
        """Add a page of a site; `name` is what people know it by."""
        rank, kept = blake2b(data, digest_size=8).digest(), self._kept[site]
        if (len(kept) >= self._most and rank > kept[-1].rank) or any(each.rank == rank for each in kept):
            return
        page = KeptPage(rank, name, zlib.compress(data, 1))
        insort(kept, page)
        self._size, self._waiting = self._size + 1, self._waiting + len(page.packed)
        self._shorten(kept)
        while self._size > MOST_OF_ALL and self._most > 1:
            self._most = self._most * 4 // 5
            for each in self._kept.values():
                self._shorten(each)
        if self._waiting > MOST_WAITING:
            self._outline_all()

    def sites(self) -> list[str]:
        """All sites, in order."""
        return sorted(self._kept)

    def of(self, site: str) -> Iterator[tuple[str, PageOutline]]:
        """The names and outlines of the pages of a site that have an article, by rank."""
        for page in self._kept.get(site, ()):
            packed = page.packed if page.is_outline else self._outlined(site, page)
            if packed:
                yield page.name, _unpacked(packed)

    def _shorten(self, kept: list[KeptPage]) -> None:
        while len(kept) > self._most:
            page = kept.pop()
            self._size -= 1
            self._waiting -= 0 if page.is_outline else len(page.packed)

    def _outline_all(self) -> None:
        for site, kept in self._kept.items():
            self._kept[site] = [
                page if page.is_outline else page._replace(packed=self._outlined(site, page), is_outline=True)
                for page in kept
            ]
        self._waiting = 0

    def _outlined(self, site: str, page: KeptPage) -> bytes:
        """The outline of a page, compressed; empty if it has no article."""
        outline = self._outline(site, zlib.decompress(page.packed))
        return zlib.compress(json.dumps(outline).encode(), 1) if outline else b""


def _unpacked(packed: bytes) -> PageOutline:
    headline, lines, elements, found = json.loads(zlib.decompress(packed))
    return PageOutline(
        headline,
        tuple(OutlineLine(*line) for line in lines),
        tuple(OutlineElement(parent, tuple(selectors), *rest) for parent, selectors, *rest in elements),
        tuple(found),
    )
