"""Seams: the white space at the edges of removed spans, and how much of it is removed too.

A removal never joins two words. It leaves at most one blank line, and none at the start or end of the text. The result
ends with a line end if and only if the original does.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from unicodedata import category

from cleaner.text.lines import LINE_END
from cleaner.text.resolve import Span
from cleaner.text.scripts import CLOSING, STOPS, WIDE_STOPS, has_unspaced

SEAM = "seam"
OF_SEAM = (SEAM,)
WHITE_SPACE = re.compile(r"\r\n|\s")
# Marks that stand close to the word before them, and to the word after them: no space is owed there.
CLOSE_BEFORE = frozenset(STOPS + WIDE_STOPS + CLOSING + ",;:、，；：")
CLOSE_AFTER = frozenset("([{“‘„«¿¡（「『【《〈")
# What joins letters or keeps them apart within a word. No character up to LAST_UNMARKED is one of these, or a mark.
JOINERS = "\u200c\u200d"
LAST_UNMARKED = "\u02ff"
# Start and end of a stretch of white space.
Gap = tuple[int, int]


def sew(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans, and spans of rule `seam` for the white space that is removed with them.

    >>> for span in sew("One. [See: two] Three.", [Span(5, 15, ("rule",))]):
    ...     print(*span)
    5 15 ('rule',)
    15 16 ('seam',)
    """
    sewn: list[Span] = []
    for group, end in _groups(text, spans):
        gaps = _gaps(text, group, end)
        keep = _kept_white_space(text, gaps)
        if keep is not None:
            pieces = _in_turn(gaps, group)
            sewn += _without(pieces, keep) if keep else pieces
    return sewn


def _groups(text: str, spans: Iterable[Span]) -> Iterator[tuple[list[Span], int]]:
    """Groups of neighbouring spans with nothing but white space between them, and where the white space behind ends."""
    group: list[Span] = []
    reached = 0
    for span in spans:
        trimmed = _trimmed(text, span)
        start, end, _ = trimmed
        if start >= end:
            continue
        if group and start > reached:
            yield group, reached
            group = []
        group.append(trimmed)
        reached = end
        while reached < len(text) and text[reached].isspace():
            reached += 1
    if group:
        yield group, reached


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space at its edges, which the seam rules decide on, and with marks at their letters."""
    start, end, rules = span
    piece = text[start:end]
    if len(piece.strip()) < end - start:
        start, end = end - len(piece.lstrip()), start + len(piece.rstrip())
    if text[start : start + 1] > LAST_UNMARKED:
        start = _past_marks(text, start)
    if text[end : end + 1] > LAST_UNMARKED:
        end = _past_marks(text, end)
    return span if span[0] == start and span[1] == end else Span(start, end, rules)


def _past_marks(text: str, offset: int) -> int:
    """The offset, or the end of the marks and joiners there that belong to the letter before it."""
    if offset and not text[offset - 1].isspace():
        while text[offset : offset + 1] > LAST_UNMARKED and _is_attached(text[offset]):
            offset += 1
    return offset


def _gaps(text: str, group: Sequence[Span], right: int) -> list[Gap]:
    """The white space before, between and behind the spans, up to `right`: one gap more than spans, some empty."""
    left = group[0].start
    while left and text[left - 1].isspace():
        left -= 1
    starts, ends, _ = zip(*group, strict=True)
    return list(zip((left, *ends), (*starts, right), strict=True))


def _in_turn(gaps: Sequence[Gap], group: Sequence[Span]) -> list[Span]:
    pieces = []
    for (start, end), span in zip_longest(gaps, group):
        if start < end:
            pieces.append(Span(start, end, OF_SEAM))
        if span:
            pieces.append(span)
    return pieces


def _without(pieces: Iterable[Span], keep: Sequence[Gap]) -> Iterator[Span]:
    """The parts of the pieces that are not kept; both are in order."""
    kept = [*reversed(keep)]
    for piece in pieces:
        position, stop, rules = piece
        while kept and kept[-1][0] < stop:
            start, end = kept[-1]
            if position < start:
                yield Span(position, start, rules)
            position = max(position, end)
            if end > stop:
                break
            kept.pop()
        if position == piece.start:
            yield piece
        elif position < stop:
            yield Span(position, stop, rules)


def _kept_white_space(text: str, gaps: Sequence[Gap]) -> list[Gap] | None:
    """The white space that stays, in order; None if the removal would join two words."""
    left, right = gaps[0][0], gaps[-1][1]
    if left == 0:
        # The indent stays: it belongs to what is now the first line.
        line_ends = _line_ends(text, gaps[-1])
        return [(line_ends[-1][1], right)] if line_ends and right < len(text) else []
    if right == len(text):
        return _line_ends(text, gaps[-1])[-1:] if text.endswith(("\n", "\r")) else []
    before, after = text[left : gaps[0][1]], text[gaps[-1][0] : right]
    if before and after and not (before + after).strip("\n"):
        # Fast path for the usual case, whole lines: same result as `_between_lines`.
        wanted = 2 if len(before) > 1 or len(after) > 1 else 1
        kept, end = min(len(before), wanted), gaps[-1][0]
        return [(left, left + kept), (end, end + wanted - kept)]
    broken = [gap for gap in gaps if _is_broken(text, gap)]
    return _between_lines(text, left, broken) if broken else _between_words(text, gaps)


def _is_broken(text: str, gap: Gap) -> bool:
    space = text[gap[0] : gap[1]]
    return "\n" in space or "\r" in space


def _line_ends(text: str, gap: Gap) -> list[tuple[int, int]]:
    return [found.span() for found in LINE_END.finditer(text, *gap)]


def _between_lines(text: str, left: int, broken: Sequence[Gap]) -> list[Gap]:
    """What stays between lines: the end of the line before, one or two line ends, and the indent of the line after."""
    first, last = broken[0], broken[-1]
    ends = _line_ends(text, first)
    last_ends = _line_ends(text, last) if len(broken) > 1 else ends
    wanted = 2 if len(ends) > 1 or len(last_ends) > 1 else 1
    kept = ends[:wanted]
    if len(broken) > 1:
        kept += last_ends[: wanted - len(kept)]
    line_before = [(left, ends[0][0])] if first[0] == left else []
    return [*line_before, *kept, (last_ends[-1][1], last[1])]


def _between_words(text: str, gaps: Sequence[Gap]) -> list[Gap] | None:
    (left, start), (end, right) = gaps[0], gaps[-1]
    before, after = text[left - 1], text[right]
    if left < start:
        closed = after in CLOSE_BEFORE and end == right
        return [] if closed else [(left, left + 1)]
    if end < right:
        return [] if before in CLOSE_AFTER else [(end, end + 1)]
    if not (_in_word(before) and _in_word(after)):
        return []
    inside = WHITE_SPACE.search(text, left, right)
    return [inside.span()] if inside else None


def _in_word(char: str) -> bool:
    """Whether it is a letter, a digit, a mark or joiner, as Hindi words end in them, and has spaces beside words."""
    return (char.isalnum() or _is_attached(char)) and not has_unspaced(char)


def _is_attached(char: str) -> bool:
    return char in JOINERS or category(char).startswith("M")
