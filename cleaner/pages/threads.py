"""Finds the posts of a thread: blocks alike below the headline, each with a date and the words of a person."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from cleaner.linemodel.arrays import Numbers
from cleaner.pages.branches import beside_path, with_blocks_around
from cleaner.pages.elements import HEADINGS
from cleaner.pages.flatten import ALL_LINK, PageLine, is_title

# A thread has at least this many posts. Chosen by hand.
POSTS = 3
# A day, a time of day, or how long ago. It stands in a line of at most DATED characters. Chosen by hand.
DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\b\d+ ?(?:[smhdwy]|min|hrs?|hours?|days?|weeks?|months?|years?)\b"
)
DATED = 100
# Characters from which a line that is not in a link is what somebody says. Chosen by hand.
SAID = 40
# Of the posts, this share must have a date and words, and none a title: a list of stories has titles. Chosen by hand.
MOST = 0.8
# A short line that so large a share of the posts has is a button. Chosen by hand.
BUTTON = 0.5


def thread(lines: Sequence[PageLine], parents: Numbers, headline: Numbers) -> Numbers:
    """A mask of the lines of all posts; empty where the page is no thread.

    The first prose below the headline is in the first post. So comments below an article are no thread.
    """
    found = np.zeros(len(lines), bool)
    start = int(headline.nonzero()[0][-1]) + 1 if headline.any() else 0
    opening = next((row for row in range(start, len(lines)) if _is_said(lines[row])), None)
    if opening is None:
        return found
    for posts in _alike(lines, parents, opening):
        if _are_posts([[lines[row] for row in rows] for rows in posts]):
            texts = Counter(text for rows in posts for text in {lines[row].text for row in rows})
            for row in (row for rows in posts for row in rows):
                found[row] = _is_said(lines[row]) or texts[lines[row].text] < BUTTON * len(posts)
            break
    return found


def _alike(lines: Sequence[PageLine], parents: Numbers, opening: int) -> Iterator[list[list[int]]]:
    """For each block around the line `opening`, from the outermost: the rows of it and of all blocks beside it."""
    around = with_blocks_around(lines[opening].block, parents.tolist())
    on_path = frozenset(around)
    top, level = (of_block.tolist() for of_block in beside_path(around, parents))
    level_of = [level[line.block] for line in lines]
    others: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))  # by level and block
    for row, line in enumerate(lines):
        if line.block not in on_path:
            others[level_of[row]][top[line.block]].append(row)
    for level in reversed(range(1, len(around))):
        posts = [rows for rows in others[level].values() if rows[-1] >= opening]
        if len(posts) + 1 >= POSTS:
            yield [[row for row, own in enumerate(level_of) if own < level], *posts]


def _are_posts(posts: Sequence[Sequence[PageLine]]) -> bool:
    least = MOST * len(posts)
    return (
        sum(any(map(_is_said, post)) for post in posts) >= least
        and not any(is_title(line) for post in posts for line in post)
        and sum(any(map(_is_dated, post)) for post in posts) >= least
    )


def _is_dated(line: PageLine) -> bool:
    return len(line.text) <= DATED and DATE.search(line.text) is not None


def _is_said(line: PageLine) -> bool:
    return len(line.text) >= SAID and line.linked <= ALL_LINK and not line.within & HEADINGS
