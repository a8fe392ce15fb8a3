"""The names around a line: parts of class, id, role and itemprop of the elements that it is in."""

import re
from functools import lru_cache

from cleaner.pages.page import Tree

# Names in class, id, role and itemprop are split into parts: "relatedPosts" is "related" and "posts".
PART = re.compile(r"[a-z]{2,}|[A-Z]+[a-z]+|[A-Z]{2,}")
NAMED_BY = ("class", "id", "role", "itemprop")
# Of each element the first characters of its names are read, and the first parts of these: some frameworks write
# hundreds of names, and those that say what the element is come first. Chosen by hand; not measured.
NAME_CHARACTERS, PARTS_OF_ELEMENT = 200, 6
# Of each line the nearest parts are kept. Chosen by hand; not measured.
PARTS_OF_LINE = 12


class NameChains:
    """Chains of names as linked lists: the parts of an element's names, and the number of the chain around it."""

    def __init__(self) -> None:
        self._chains: list[tuple[tuple[str, ...], int]] = [((), 0)]
        self._numbers = {self._chains[0]: 0}
        self._of_names: dict[tuple[str, int], int] = {}

    def number(self, element: Tree, around: int) -> int:
        """The number of the chain of an element inside the chain `around`."""
        names = " ".join(filter(None, map(element.get, NAMED_BY)))
        if not names:
            return around
        number = self._of_names.get((names, around))
        if number is None:
            number = self._of_names[names, around] = self._number(_parts(names[:NAME_CHARACTERS]), around)
        return number

    def _number(self, parts: tuple[str, ...], around: int) -> int:
        if not parts:
            return around
        number = self._numbers.setdefault((parts, around), len(self._chains))
        if number == len(self._chains):
            self._chains.append((parts, around))
        return number

    def parts(self, number: int) -> tuple[str, ...]:
        """The parts of the names in a chain, the nearest first."""
        all_parts: tuple[str, ...] = ()
        while number and len(all_parts) < PARTS_OF_LINE:
            parts, number = self._chains[number]
            all_parts += parts
        return all_parts[:PARTS_OF_LINE]


@lru_cache(maxsize=4096)
def _parts(names: str) -> tuple[str, ...]:
    return tuple(map(str.lower, PART.findall(names)[:PARTS_OF_ELEMENT]))
