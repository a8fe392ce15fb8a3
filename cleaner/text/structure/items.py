"""Bodies that are made of items: numbered clauses, dialogue, transcripts, references, results, entries of a list."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from cleaner.text.structure import evidence
from cleaner.text.structure.block import (
    CHANGES,
    CLAUSES,
    DEFINITIONS,
    DIALOGUE,
    ENTRIES,
    LINK_DEFINITIONS,
    REFERENCES,
    RESULTS,
    SIGNATORIES,
    TRANSCRIPT,
    Block,
)
from cleaner.text.structure.evidence import BodyText, Items
from cleaner.text.structure.heads import Form, Head, heads


class BodyKind(NamedTuple):
    """A kind of body: the form of its heads, and the evidence that it takes.

    `fewest` heads with at most `gap` lines of text from one to the next are looked at. `continues`: an item may go on
    below its first line.
    """

    rule: str
    form: Form
    fewest: int
    gap: int
    evidence: Callable[[Items], bool] = evidence.anything
    continues: bool = False


# What may stand around a label.
AROUND_LABEL = " *_#:.[]()"
# Chosen by hand on texts of 15 genres, and on 1,574 flattened pages and 3,252 extracted texts of the write part, whose
# menus and lists of links these kinds must not hold.
LINK_KINDS = (BodyKind(LINK_DEFINITIONS, Form.LINK, 1, 2, evidence.cited),)
OTHER_KINDS = (
    BodyKind(REFERENCES, Form.REFERENCE, 3, 3, evidence.references, continues=True),
    BodyKind(TRANSCRIPT, Form.CUE, 4, 30, evidence.rising_times, continues=True),
    BodyKind(RESULTS, Form.RESULT, 4, 3),
    BodyKind(CHANGES, Form.CHANGE, 4, 3, evidence.written_out),
    BodyKind(ENTRIES, Form.ENTRY, 4, 1),
    BodyKind(CLAUSES, Form.NUMBERED, 4, 20, evidence.clauses, continues=True),
    BodyKind(DEFINITIONS, Form.MEANING, 2, 2),
    BodyKind(DEFINITIONS, Form.LABELLED, 5, 1, evidence.definitions),
    BodyKind(DIALOGUE, Form.LABELLED, 4, 20, evidence.dialogue, continues=True),
    BodyKind(DIALOGUE, Form.SPEAKER, 4, 30, evidence.dialogue, continues=True),
    BodyKind(DIALOGUE, Form.NAME, 6, 30, evidence.dialogue, continues=True),
    BodyKind(SIGNATORIES, Form.PERSON, 6, 0),
)


def item_bodies(lines: Sequence[str], kinds: Sequence[BodyKind] = (*LINK_KINDS, *OTHER_KINDS)) -> Iterator[Block]:
    """Blocks of some kinds of items, if not of all. Blocks of different kinds may overlap.

    >>> list(item_bodies(["Ada:", "[1] On tides. Holm, 1981.", "[2] On fees. Holm, 1990.", "[3] On fees again, 1999."]))
    [Block(first=1, last=3, rule='structure/references')]
    """
    found = heads(lines)
    text, filled = BodyText(lines), list[int]()
    for kind in kinds:
        of_kind = found.get(kind.form, [])
        if len(of_kind) < kind.fewest:
            continue
        filled = filled or list(accumulate(map(bool, map(str.strip, lines)), initial=0))
        for run in _runs(of_kind, kind.gap, filled):
            if len(run) >= kind.fewest:
                last = _last(lines, run[-1]) if kind.continues else run[-1].line
                if kind.evidence(Items(text, run, last + 1)):
                    yield Block(_first(lines, run[0].line), last, kind.rule)


def _runs(of_kind: Sequence[Head], gap: int, filled: Sequence[int]) -> Iterator[Sequence[Head]]:
    """Runs of heads with at most `gap` lines of text between neighbours."""
    cuts = [
        i for i, (head, after) in enumerate(pairwise(of_kind), 1) if filled[after.line] - filled[head.line + 1] > gap
    ]
    return (of_kind[first:end] for first, end in pairwise([0, *cuts, len(of_kind)]))


def _first(lines: Sequence[str], first: int) -> int:
    """The first line of a block, or the Markdown heading above it."""
    above = first - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    return above if above >= 0 and lines[above].startswith("#") else first


def _last(lines: Sequence[str], head: Head) -> int:
    """The last line of the paragraph that begins with the last head, or of the one below a head that stands alone."""
    last = head.line
    stands_alone = lines[last].strip(AROUND_LABEL) == head.label.strip(AROUND_LABEL)
    if stands_alone and last + 2 < len(lines) and not lines[last + 1].strip():
        last += 2
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    return last
