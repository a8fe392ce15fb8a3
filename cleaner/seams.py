"""White space left over at the edges of what was removed.

Removing never joins two words. At most one blank line stands where something went, and none where the
text now starts or ends because of it; a final newline is there if and only if the original had one.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import category

from cleaner.resolve import Span

SEAM = "seam"
LINE_END = re.compile(r"\r\n|\n|\r")
BLANK = re.compile(r"\s*")
WHITE_SPACE = re.compile(r"\r\n|\s")
# Punctuation that stands close to the word before it or after it, so that no space is owed there.
CLOSING = frozenset(".,;:!?)]}…”’»。，、；：！？）」』】")
OPENING = frozenset("([{“‘„«¿¡（「『【")
# Scripts that put no space between words: from here on, and Thai to Khmer.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


class _Gap(NamedTuple):
    """White space beside a span, and the line ends in it."""

    start: int
    end: int
    line_ends: list[tuple[int, int]]


class _Group(NamedTuple):
    """Neighbouring spans with nothing but white space between and around them: one more gap than spans."""

    spans: list[Span]
    gaps: list[_Gap]

    @property
    def left(self) -> int:
        return self.gaps[0].start

    @property
    def right(self) -> int:
        return self.gaps[-1].end


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


def _group(text: str, chain: list[Span]) -> _Group:
    left = chain[0].start
    while left and text[left - 1].isspace():
        left -= 1
    found = BLANK.match(text, chain[-1].end)
    starts = [left, *(span.end for span in chain)]
    ends = [*(span.start for span in chain), found.end() if found else len(text)]
    gaps = [
        _Gap(start, end, [m.span() for m in LINE_END.finditer(text, start, end)])
        for start, end in zip(starts, ends, strict=True)
    ]
    return _Group(chain, gaps)


def _with_gaps(group: _Group) -> Iterator[Span]:
    for gap, span in zip(group.gaps, [*group.spans, None], strict=True):
        if gap.start < gap.end:
            yield Span(gap.start, gap.end, (SEAM,))
        if span:
            yield span


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
    last = group.gaps[-1]
    if group.left == 0:
        # an indent belongs to the line that now comes first
        return [(last.line_ends[-1][1], last.end)] if last.line_ends and last.end < len(text) else []
    if group.right == len(text):
        return last.line_ends[-1:] if text.endswith(("\n", "\r")) else []
    broken = [gap for gap in group.gaps if gap.line_ends]
    return _between_lines(group, broken[0], broken[-1]) if broken else _between_words(text, group)


def _between_lines(group: _Group, first: _Gap, last: _Gap) -> list[tuple[int, int]]:
    """White space that ends the line before, one line end or two, and the indent of the line after."""
    wanted = 2 if len(first.line_ends) > 1 or len(last.line_ends) > 1 else 1
    ends = first.line_ends[:wanted]
    if first is not last:
        ends += last.line_ends[: wanted - len(ends)]
    line_before = [(first.start, ends[0][0])] if first is group.gaps[0] else []
    return [*line_before, *ends, (last.line_ends[-1][1], last.end)]


def _between_words(text: str, group: _Group) -> list[tuple[int, int]] | None:
    before, after = text[group.left - 1], text[group.right]
    left, right = group.gaps[0], group.gaps[-1]
    if left.start < left.end:
        closed = after in CLOSING and right.start == right.end
        return [] if closed else [(left.start, left.start + 1)]
    if right.start < right.end:
        return [] if before in OPENING else [(right.start, right.start + 1)]
    if not (_in_word(before) and _in_word(after)) or UNSPACED.match(before) or UNSPACED.match(after):
        return []
    inside = WHITE_SPACE.search(text, group.left, group.right)
    return [inside.span()] if inside else None


def _in_word(char: str) -> bool:
    """Letters, digits, and the marks that follow letters: Hindi words end in them."""
    return char.isalnum() or category(char).startswith("M")
