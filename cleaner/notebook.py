"""What a notebook shows of a result: the original, with what went struck out, and what was withheld underlined.

The HTML needs no style sheet and no script. Its colours are see-through, over those of the notebook, so that they suit
a dark theme as well as a light one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple, TypeAlias

# A removed span: where it starts in the original, its text, its rules. A withheld stretch: its start, end and rules.
Piece: TypeAlias = tuple[int, str, tuple[str, ...]]
Stretch: TypeAlias = tuple[int, int, tuple[str, ...]]


class Extent(NamedTuple):
    """Characters shown at each end of a stretch of text that is longer than both, and the spans that are shown."""

    edge: int
    spans: int


# Chosen by hand: a text of any length is at most 0.2 MB of HTML in a notebook, and 30 kB in a report.
NOTEBOOK, REPORT = Extent(500, 100), Extent(300, 20)
# Characters that are worth leaving out; chosen by hand: the words in their place take a third of that.
LEAST = 60

BOX = "white-space: pre-wrap; overflow-wrap: anywhere; max-width: 50em; padding: .5em 1em; border: 1px solid #8886"
DOUBTED = "text-decoration: underline dotted"
GONE = "background: rgba(220, 50, 50, .25); text-decoration: line-through"
FAINT = "opacity: .7"


def shown(facts: Sequence[str], original: str, removed: Sequence[Piece], withheld: Sequence[Stretch] = ()) -> str:
    """HTML of the facts, a line each, and of the original, with what was removed and what was withheld marked in it.

    >>> "Rain &amp; wind. <del " in shown([], "Rain & wind. See: two.", [(13, "See: two.", ("common/en/see-also",))])
    True
    """
    lines = "".join(f'<div style="{FAINT}">{_safe(fact)}</div>' for fact in facts)
    return f"<div>{lines}\n{marked(original, removed, withheld)}</div>"


def marked(original: str, removed: Sequence[Piece], withheld: Sequence[Stretch] = (), extent: Extent = NOTEBOOK) -> str:
    """HTML of the original alone, with the same marks."""
    text = "".join(_pieces(original, removed, withheld[: extent.spans], extent))
    return f'<pre dir="auto" style="{BOX}">\n{text}</pre>'


def _pieces(original: str, removed: Sequence[Piece], withheld: Sequence[Stretch], extent: Extent) -> Iterator[str]:
    position = 0
    for start, gone, rules in removed[: extent.spans]:
        yield from _kept(original, range(position, start), withheld, extent.edge)
        yield f'<del style="{GONE}" title="{_safe(", ".join(rules))}">{_short(gone, extent.edge)}</del>'
        position = start + len(gone)
    yield from _kept(original, range(position, len(original)), withheld, extent.edge)
    if len(removed) > extent.spans:
        yield _note(f"{len(removed) - extent.spans:,} more spans were removed")


def _kept(original: str, kept: range, withheld: Sequence[Stretch], edge: int) -> Iterator[str]:
    start = kept.start
    for withheld_start, withheld_end, rules in withheld:
        first, last = max(withheld_start, start), min(withheld_end, kept.stop)
        if first < last:
            yield _short(original[start:first], edge)
            title = _safe(f"withheld: {', '.join(rules)}")
            yield f'<u style="{DOUBTED}" title="{title}">{_short(original[first:last], edge)}</u>'
            start = last
    yield _short(original[start : kept.stop], edge)


def _short(text: str, edge: int) -> str:
    left_out = len(text) - 2 * edge
    if left_out < LEAST:
        return _safe(text)
    return f"{_safe(text[:edge])}{_note(f'{left_out:,} characters')}{_safe(text[-edge:])}"


def _note(words: str) -> str:
    return f'<span style="{FAINT}"> [… {words} …] </span>'


def _safe(text: str) -> str:
    """The text escaped, and without what UTF-8 cannot write: a notebook is a file in UTF-8."""
    return escape(text.encode(errors="replace").decode())


def counts(ids: Iterable[str]) -> str:
    """How often each id occurs, in the order in which they do.

    >>> counts(["a/x", "b/y", "a/x"])
    'a/x (2), b/y'
    """
    return ", ".join(f"{each} ({n})" if n > 1 else each for each, n in Counter(ids).items())
