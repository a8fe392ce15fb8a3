"""Whether a page is of a shape that can be read in little time and memory, told from its bytes before parsing."""

import re

# The largest of 1,396 pages of news, blogs and others has 9,770 tags, and its longest tag 14 attributes. With 150,000
# tags a page takes 10 s and 400 MB, with 600,000 a minute and 1.4 GB. The time of a tag grows with the square of its
# attributes: 5,000 take 0.3 s, 20,000 take 2 s.
MOST_TAGS, MOST_ATTRIBUTES = 150_000, 5_000
# Bytes of a tag that may have so many attributes: a name and a space each.
LONG_TAG = 2 * MOST_ATTRIBUTES
QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")


def too_complex(data: bytes) -> str:
    """What the page has too much of, in words; empty if it can be read.

    >>> too_complex(b"<p>One.</p>"), too_complex(b"<p " + b"a " * 6000 + b">")
    ('', 'a tag with more than 5,000 attributes')
    """
    if data.count(b"<") > MOST_TAGS:
        return f"more than {MOST_TAGS:,} tags"
    long_tags = (piece for piece in data.split(b"<") if len(piece) > LONG_TAG and piece[:1].isalpha())
    if any(len(QUOTED.sub(b"", tag).partition(b">")[0].split()) > MOST_ATTRIBUTES for tag in long_tags):
        return f"a tag with more than {MOST_ATTRIBUTES:,} attributes"
    return ""
