"""Where the lines of a page are in its tree, as arrays."""

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

import numpy as np

from cleaner.linemodel.arrays import Numbers
from cleaner.pages.elements import KINDS
from cleaner.pages.flatten import PageLine

KIND_NUMBERS = {tag: number for number, tag in enumerate(KINDS)}
OTHER_KIND = len(KINDS)


class Places(NamedTuple):
    """Arrays with an entry for each line, but for `parents`, which is that of `PageLines`.

    A container is all lines inside elements of the same names, a group those of them with the same element inside the
    same kinds. Both are numbered from 0.
    """

    linked: Numbers  # the share of the line that is in links
    depth: Numbers
    within: Numbers  # a bit for each of the KINDS around the line
    kind: Numbers  # the number of the line's own kind, OTHER_KIND if it has none
    container: Numbers
    group: Numbers
    block: Numbers
    parents: Numbers


def places(lines: Sequence[PageLine], parents: Sequence[int]) -> Places:
    """The places of lines, of which there is one at least.

    >>> found = places([PageLine(tag, tag, 0.0, 2, 4, names=7) for tag in ("p", "p", "li")], (0,))
    >>> found.container.tolist(), found.group.tolist()
    ([0, 0, 0], [0, 0, 1])
    """
    _, tag, linked, depth, within, names, _, _, _, _, block = zip(*lines, strict=True)
    container, group = numbered(names), numbered(zip(tag, within, names, strict=True))
    kind = [KIND_NUMBERS.get(name, OTHER_KIND) for name in tag]
    return Places(np.array(linked), *map(np.array, (depth, within, kind, container, group, block, parents)))


def numbered(keys: Iterable[Hashable]) -> list[int]:
    """A number for each key, the same for equal ones."""
    number: dict[Hashable, int] = {}
    return [number.setdefault(key, len(number)) for key in keys]
