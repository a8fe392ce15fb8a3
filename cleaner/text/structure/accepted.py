"""Lines that a person has accepted by a comment beside them: no rule and no judgement takes these."""

import re
from collections.abc import Iterator, Sequence

from cleaner.text.mark import Mark, Verb

# The name that the keep marks bear; no rule passes it, as some pass structure.
ACCEPTED = "accepted/comment"
COMMENT = re.compile(r"<!-- ?cleaner: ?keep ?-->")


def accepted_keeps(lines: Sequence[str]) -> Iterator[Mark]:
    """Keep marks over each comment: on a line of its own together with the next line that is not blank.

    Within a line it keeps that line. `lines` are those of a text, without the one character between two.

    >>> [(mark.start, mark.end) for mark in accepted_keeps(["<!-- cleaner: keep -->", "", "Tags: quay", "Tags: pier"])]
    [(0, 34)]
    """
    start, first = 0, None
    for line in lines:
        end = start + len(line)
        if COMMENT.fullmatch(line.strip()):
            first = start if first is None else first
        elif line.strip() and (first is not None or COMMENT.search(line)):
            yield Mark(start if first is None else first, end, ACCEPTED, Verb.KEEP)
            first = None
        start = end + 1
    if first is not None:
        yield Mark(first, start - 1, ACCEPTED, Verb.KEEP)
