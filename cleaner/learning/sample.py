"""A sample of the documents of each site: the same in whatever order they come, in bounded memory, without copies."""

import zlib
from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

# Documents that are kept of one site, and of all sites together. A line in a tenth of the documents is in 100 of 1,000,
# give or take 19 in 95 of 100 samples. Chosen by hand.
MOST_OF_SITE, MOST_OF_ALL = 1_000, 20_000
# Characters that are kept of a longer document, half from its start and half from its end; chosen by hand.
LONGEST = 60_000


class Kept(NamedTuple):
    """A document of the sample: its rank, its name, and its text, compressed."""

    rank: bytes
    name: str
    packed: bytes

    @classmethod
    def of(cls, rank: bytes, name: str, text: str) -> "Kept":
        return cls(rank, name, zlib.compress(_ends(text).encode(errors="surrogatepass"), 1))

    @property
    def text(self) -> str:
        return zlib.decompress(self.packed).decode(errors="surrogatepass")


class Sample:
    """The documents of each site with the lowest ranks; a rank is a digest of the text without white space.

    So the same documents give the same sample in any order and number of parts, and copies of a text are one document.
    If all sites together have more than MOST_OF_ALL documents, fewer of each are kept.
    """

    def __init__(self) -> None:
        self._kept: defaultdict[str, list[Kept]] = defaultdict(list)
        self._ranks: defaultdict[str, set[bytes]] = defaultdict(set)
        self._most, self._size = MOST_OF_SITE, 0
        self.seen: defaultdict[str, int] = defaultdict(int)

    def add(self, site: str, name: str, text: str) -> None:
        """Add a document of a site; `name` is what people know it by."""
        self.seen[site] += 1
        if text and not text.isspace():
            rank = blake2b("".join(text.split()).encode(errors="surrogatepass"), digest_size=8).digest()
            self._put(site, rank, lambda: Kept.of(rank, name, text))

    def join(self, site: str, seen: int, documents: Iterable[Kept]) -> None:
        """Add what another sample kept of a site, of which it has seen so many documents."""
        self.seen[site] += seen
        for each in documents:
            self._put(site, each.rank, lambda each=each: each)  # type: ignore[misc]  # bound now

    def _put(self, site: str, rank: bytes, document: Callable[[], Kept]) -> None:
        kept, ranks = self._kept[site], self._ranks[site]
        if len(kept) >= self._most and rank > kept[-1].rank:
            return
        if rank in ranks:
            return
        ranks.add(rank)
        insort(kept, document())
        self._size += 1
        self._shorten(site)
        while self._size > MOST_OF_ALL and self._most > 1:
            self._most = self._most * 4 // 5
            for each in self._kept:
                self._shorten(each)

    def _shorten(self, site: str) -> None:
        kept = self._kept[site]
        while len(kept) > self._most:
            self._ranks[site].remove(kept.pop().rank)
            self._size -= 1

    def sites(self) -> list[str]:
        """All sites, in order."""
        return sorted(self.seen)

    def of(self, site: str) -> Iterator[Kept]:
        """The documents of a site, by rank: their order tells nothing of them."""
        return iter(self._kept.get(site, ()))


def _ends(text: str) -> str:
    """The text, or its start and its end if it is longer than LONGEST, without the parts of lines where it is cut."""
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2
    return text[:half].rpartition("\n")[0] + "\n" + text[-half:].partition("\n")[2]
