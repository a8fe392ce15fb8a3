"""Whether a page is of a shape that can be read in little time and memory, told from its bytes before parsing."""

import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

# Of 1,397 pages of news, blogs and others none has more than 9,770 tags, or 73 attributes in one. With 150,000 tags a
# page takes 11 s and 410 MB, with 600,000 a minute and 1.4 GB. The time of a tag grows with the square of its
# attributes: 5,000 take 0.2 s, 20,000 take 2 s. That of tables within tables grows faster still, in the libraries that
# extract: 250 take 2 s, 500 take 9 s. Pages that are laid out by tables nest some 15. The limit is chosen by hand.
MOST_TAGS, MOST_ATTRIBUTES, MOST_NESTED_TABLES = 150_000, 5_000, 200
# Characters of a tag with so many attributes: a name and a space each.
LONG_TAG = 2 * MOST_ATTRIBUTES
TABLE = re.compile(rb"<(/?)table\b", re.IGNORECASE)
# A tag up to its end, which is the first ">" outside quotes. A script behind it is not read.
TAG = re.compile(rb"(?:[^>\"']+|\"[^\"]*\"|'[^']*'|[\"'])*+")
QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")


def too_complex(data: bytes) -> str:
    """What the page has too much of, in words; empty if it can be read.

    >>> too_complex(b"<p>One.</p>"), too_complex(b"<p " + b"a " * 6000 + b">")
    ('', 'a tag with more than 5,000 attributes')
    """
    characters = np.frombuffer(data, np.uint8)
    tags = np.flatnonzero(characters == ord("<"))
    if tags.size > MOST_TAGS:
        return f"more than {MOST_TAGS:,} tags"
    if any(len(QUOTED.sub(b"", tag).split()) > MOST_ATTRIBUTES for tag in _long_tags(data, tags)):
        return f"a tag with more than {MOST_ATTRIBUTES:,} attributes"
    if _may_be_tables(characters, tags) > MOST_NESTED_TABLES and _nested_tables(data) > MOST_NESTED_TABLES:
        return f"more than {MOST_NESTED_TABLES:,} tables within each other"
    return ""


def _may_be_tables(characters: npt.NDArray[np.uint8], tags: npt.NDArray[np.intp]) -> int:
    """How many tags begin with the letter that tables begin with: few, on most pages."""
    letters = characters[tags[tags < len(characters) - 1] + 1]
    return int(np.isin(letters, (ord("t"), ord("T"))).sum())


def _long_tags(data: bytes, tags: npt.NDArray[np.intp]) -> Iterator[bytes]:
    """The tags that may have too many attributes, without "<"."""
    lengths = np.diff(tags, append=len(data))
    for row in np.flatnonzero(lengths > LONG_TAG):
        part = data[tags[row] + 1 : tags[row] + lengths[row]]
        if part[:1].isalpha() and (tag := TAG.match(part)):
            yield tag[0]


def _nested_tables(data: bytes) -> int:
    """The most tables that are open at once."""
    depth = deepest = 0
    for tag in TABLE.finditer(data):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
