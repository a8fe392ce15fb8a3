"""White space left over at the edges of what was removed.

Removing never joins two words. At most one blank line stands where something went, and none where the
text now starts or ends because of it; a final newline is there if and only if the original had one.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner.resolve import Span

SEAM = "seam"
LINE_END = re.compile(r"\r\n|\n|\r")
BLANK = re.compile(r"\s*")
# Punctuation that stands close to the word before it, so that no space is owed there.
CLOSING = frozenset(".,;:!?)]}…”’»。，、；：！？）」』】")
# Scripts that put no space between words: from here on, and Thai to Khmer.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


class _Group(NamedTuple):
    """Neighbouring spans with nothing but white space between, around and in them."""

    left: int
    start: int
    end: int
    right: int
    spans: tuple[Span, ...]


def sew(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans, and between them those of the white space that goes with them.

    >>> for span in sew("One. [See: two] Three.", [Span(5, 15, ("rule",))]):
    ...     print(*span)
    5 15 ('rule',)
    15 16 ('seam',)
    """
    sewn: list[Span] = []
    for group in _groups(text, spans):
        keep = _kept_white_space(text, group)
        if keep is None:
            continue
        for piece in _with_gaps(group):
            sewn.extend(_without(piece, keep))
    return sewn


def _groups(text: str, spans: Sequence[Span]) -> Iterator[_Group]:
    trimmed = [s for s in (_trimmed(text, span) for span in spans) if s.start < s.end]
    chain: list[Span] = []
    for span in trimmed:
        if chain and text[chain[-1].end : span.start].strip():
            yield _group(text, chain)
            chain = []
        chain.append(span)
    if chain:
        yield _group(text, chain)


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space at its edges: that is the seams' to judge."""
    piece = text[span.start : span.end]
    return Span(span.start + len(piece) - len(piece.lstrip()), span.start + len(piece.rstrip()), span.rules)


def _group(text: str, chain: Sequence[Span]) -> _Group:
    start, end = chain[0].start, chain[-1].end
    left = start
    while left and text[left - 1].isspace():
        left -= 1
    found = BLANK.match(text, end)
    return _Group(left, start, end, found.end() if found else end, tuple(chain))


def _with_gaps(group: _Group) -> Iterator[Span]:
    position = group.left
    for span in group.spans:
        if position < span.start:
            yield Span(position, span.start, (SEAM,))
        yield span
        position = span.end
    if position < group.right:
        yield Span(position, group.right, (SEAM,))


def _without(piece: Span, keep: Sequence[tuple[int, int]]) -> Iterator[Span]:
    position = piece.start
    for start, end in keep:
        if end <= position or start >= piece.end:
            continue
        if position < start:
            yield Span(position, start, piece.rules)
        position = end
    if position < piece.end:
        yield Span(position, piece.end, piece.rules)


def _kept_white_space(text: str, group: _Group) -> list[tuple[int, int]] | None:
    """Which stretches of white space in the group stay, in order; None where removing would join two words."""
    left = [m.span() for m in LINE_END.finditer(text, group.left, group.start)]
    right = [m.span() for m in LINE_END.finditer(text, group.end, group.right)]
    if group.left == 0:
        # an indent belongs to the line that now comes first
        return [(right[-1][1], group.right)] if right and group.right < len(text) else []
    if group.right == len(text):
        return _final_line_end(text, left + right)
    if not left and not right:
        return _between_words(text, group)
    if not right:
        return [(group.left, group.start)]
    if not left:
        return [(group.end, group.right)]
    return _between_lines(group, left, right)


def _final_line_end(text: str, ends: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [ends[-1]] if ends and text.endswith(("\n", "\r")) else []


def _between_lines(
    group: _Group, left: Sequence[tuple[int, int]], right: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """White space that ends the line before, one line end or two, and the indent of the line after."""
    wanted = 2 if len(left) > 1 or len(right) > 1 else 1
    ends = list(left[:wanted])
    ends += right[: wanted - len(ends)]
    return [(group.left, left[0][0]), *ends, (right[-1][1], group.right)]


def _between_words(text: str, group: _Group) -> list[tuple[int, int]] | None:
    before, after = text[group.left - 1], text[group.right]
    if group.left < group.start or group.right > group.end:
        if after in CLOSING:
            return []
        return [(group.left, group.left + 1)] if group.left < group.start else [(group.end, group.end + 1)]
    if not (before.isalnum() and after.isalnum()) or UNSPACED.match(before) or UNSPACED.match(after):
        return []
    inside = next((i for i in range(group.start, group.end) if text[i].isspace()), None)
    return None if inside is None else [(inside, inside + 1)]
