"""The headline of a page: the <h1>, or another line, that the titles of the page name. It stands once in the text."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import normalize

import regex

from cleaner.pages.elements import BITS
from cleaner.pages.flatten import PageLine, flatten
from cleaner.pages.hidden import is_shown
from cleaner.pages.metadata import Metadata
from cleaner.pages.page import Tree
from cleaner.text.scripts import CJK, SOUTH_EAST_ASIAN

# Marks, joiners and soft hyphens: a title may lack them where the <h1> has them. Where words have no spaces between
# them, marks and zero width spaces divide what would be a single word.
WITHIN_WORDS = regex.compile(rf"[[\p{{M}}\p{{Cf}}]--[{SOUTH_EAST_ASIAN}\u200b]]+", regex.V1)
WORD = re.compile(rf"{CJK.pattern}|[^\W_]+")
# The share of the words of an <h1> or of a title, whichever has fewer, that must be in the other: the rest may be a
# number, a kicker or a later change. Chosen by hand.
NAMED = 0.7
# Words. One word is as likely the name of a section or site as a headline, and no line of more is one. Chosen by hand.
LEAST_WORDS, MOST_WORDS = 2, 60
# What separates the parts of a title, one of which may be the name of the site.
SEPARATOR = re.compile(r"\s+[|•·»«:–—-]+\s+|\s*[|»]\s*")
# A headline may be broken into so many lines. Chosen by hand.
PIECES = 4
# A line has at most so many times the letters of its words; longer ones need not be split. Chosen by hand.
ROOM = 4
# Of copies of the headline among so many lines at the start of a text, one stays. A later copy may be the heading of a
# section or a refrain. Chosen by hand.
START = 12


def find_headline(lines: Sequence[PageLine], said: Metadata) -> str:
    """The headline as the page shows it, or "" where no line is named by a title.

    >>> find_headline([PageLine("Rye keeps", "h1", 0.0, 1, BITS["h1"], 0)], Metadata(("Rye keeps - The Baker",)))
    'Rye keeps'
    """
    titles = [words(title) for title in said.titles]
    site = words(said.site)
    best, shown = 0.0, ""
    for text in _first_headings(lines):
        own = words(text)
        if own != site and LEAST_WORDS <= len(own) <= MOST_WORDS:
            likeness = max((_likeness(own, title) for title in titles), default=0.0)
            if likeness > best:
                best, shown = likeness, text
    return shown or _titled_line(lines, said, site)


def only_heading(tree: Tree, said: Metadata) -> str:
    """The headline of a page as `find_headline` finds it, if it is the only <h1>; else ""."""
    headings = list(tree.iter("h1"))
    return find_headline(flatten(headings[0]).lines, said) if len(headings) == 1 and is_shown(headings[0]) else ""


def with_headline(text: str, headline: str) -> str:
    r"""The text with the headline: where it is, or as the first line. Of copies near the start one stays.

    >>> with_headline("News\nRye keeps\nRye keeps.\nSays the miller.", "Rye keeps")
    'News\nRye keeps\nSays the miller.'
    >>> with_headline("Says the miller.", "Rye keeps")
    'Rye keeps\nSays the miller.'
    """
    if not headline or not text:
        return text
    lines = text.split("\n")
    copies = list(_copies(lines, words(headline)))
    if not copies:
        return f"{headline}\n{text}"
    for rows in reversed(copies[1:]):
        if rows.start < START:
            del lines[rows.start : rows.stop]
    return "\n".join(lines)


def without_headline(text: str, headline: str) -> str:
    """The text without the first line that is the headline."""
    lines = text.split("\n")
    rows = next(_copies(lines, words(headline)), range(0)) if headline else range(0)
    return "\n".join(lines[: rows.start] + lines[rows.stop :])


def headline_rows(lines: Sequence[PageLine], headline: str) -> list[int]:
    """The rows of the headline: of the first <h1> that is the headline, else of the first copy."""
    if not headline:
        return []
    copies = list(_copies([line.text for line in lines], words(headline)))
    inside = (rows for rows in copies if lines[rows.start].within & BITS["h1"])
    return list(next(inside, copies[0] if copies else ()))


def words(text: str) -> list[str]:
    """The words of a text in lower case, without marks and joiners; each CJK character is one.

    >>> words("Das Abend\u00adlied"), words("Das ABENDLIED")
    (['das', 'abendlied'], ['das', 'abendlied'])
    """
    if not text.isascii():
        text = WITHIN_WORDS.sub("", normalize("NFD", text))
    return WORD.findall(text.lower())


def _first_headings(lines: Sequence[PageLine]) -> Iterator[str]:
    """Each line of an <h1>, and all lines of those with several."""
    for inside, group in groupby(lines, key=lambda line: line.within & (BITS["h1"] | BITS["hidden"])):
        if inside == BITS["h1"]:
            texts = [line.text for line in group]
            yield from texts
            yield " ".join(texts)


def _likeness(own: Sequence[str], title: Sequence[str]) -> float:
    """The share of words that both have of all their words; 0 where the title does not name these words."""
    ours, theirs = set(own), set(title)
    same = len(ours & theirs)
    return same / len(ours | theirs) if same >= NAMED * min(len(ours), len(theirs)) else 0.0


def _titled_line(lines: Sequence[PageLine], said: Metadata, site: Sequence[str]) -> str:
    """The line that is a title of the page, or the longest part of one."""
    parts = {title: max((words(part) for part in SEPARATOR.split(title)), key=len) for title in said.titles}
    wanted = [words(title) for title in said.titles] + list(parts.values())
    wanted = [title for title in wanted if LEAST_WORDS <= len(title) <= MOST_WORDS and title != site]
    longest = max((sum(map(len, title)) for title in wanted), default=0)
    seen = (line.text for line in lines if not line.within & BITS["hidden"])
    short = (text for text in seen if len(text) <= ROOM * longest)
    return next((text for text in short if words(text) in wanted), "")


def _copies(lines: Sequence[str], headline: Sequence[str]) -> Iterator[range]:
    """The runs of at most PIECES lines whose words are the headline's."""
    row = 0 if headline else len(lines)
    while row < len(lines):
        end = row + _pieces(lines[row : row + PIECES], headline) if _may_begin(lines[row], headline[0]) else row
        if end > row:
            yield range(row, end)
        row = max(end, row + 1)


def _may_begin(line: str, word: str) -> bool:
    """Whether the first word of a line may be this one; what is not ASCII has to be read whole."""
    first = WORD.search(line.lower()) if line.isascii() else None
    return first[0] == word if first else not line.isascii()


def _pieces(lines: Sequence[str], headline: Sequence[str]) -> int:
    """How many of the lines, from the first on, have the words of the headline; 0 where they do not."""
    left = headline
    for count, line in enumerate(lines, 1):
        own = words(line) if len(line) <= ROOM * sum(map(len, left)) else []
        if not own or own != left[: len(own)]:
            return 0
        left = left[len(own) :]
        if not left:
            return count
    return 0
