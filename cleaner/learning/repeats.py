"""Which lines recur over the documents of a site, how often, where, and beside what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from cleaner.learning.masks import NAME, letters_spelled, without_names
from cleaner.learning.outline import Outline, OutlinedLine, Stand

# Documents that show a line to people.
WITNESSES = 3
# The least share of the documents in which a line recurs, and the least share of its letters that a line with names
# spells out. The first was measured on six folders whose repeated lines were labelled by hand: lines in a tenth of the
# documents that stand beside others such are residue in 98 to 100 of 100 cases. The second was chosen by hand.
RECURS, SPELLED = 0.1, 0.15
# Letters that a line with names must spell out; chosen by hand.
LEAST_SPELLED = 4
# Characters of a line up to which names in it are looked for; chosen by hand.
LONGEST_NAMED = 200


class Portion(StrEnum):
    """Which part of lines recurs: all of a line, or the start, the end or a part between gaps of a long one.

    With a line that recurs, all that is below it or above it may go, which varies.
    """

    LINE = "line"
    BELOW = "below"
    ABOVE = "above"
    START = "start"
    END = "end"
    MIDDLE = "middle"

    @property
    def is_whole_line(self) -> bool:
        return self in {Portion.LINE, Portion.BELOW, Portion.ABOVE}


class Witness(NamedTuple):
    """A line in a document, with the line above it and the one below; empty at the edges of the document."""

    name: str
    above: str
    line: str
    below: str


@dataclass(slots=True)
class RepeatedLine:
    """A masked line that recurs. `prose_below` counts the occurrences with prose right below, `beside` those beside
    another line that recurs, `edge` those with only such lines between them and an end of the document,
    `forms` what stood in the documents.
    """

    key: str
    documents: int = 0
    occurrences: int = 0
    first: int = 0
    last: int = 0
    prose: int = 0
    prose_below: int = 0
    beside: int = 0
    edge: int = 0
    places: Counter[Stand] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    witnesses: list[Witness] = field(default_factory=list)
    part: Portion = Portion.LINE


class Recurrence(NamedTuple):
    """The lines that recur, those in most documents first, and the key of each line of each document.

    `documents` counts the documents of each masked line.
    """

    repeats: list[RepeatedLine]
    keys: list[list[str]]
    documents: Counter[str]


def recurrence(outlines: Sequence[Outline], least: int) -> Recurrence:
    """The lines in at least `least` documents and RECURS of all.

    Lines that are alike but for names are one, if that line recurs with more than one name.
    """
    enough = max(least, RECURS * len(outlines))
    counts = Counter[str]()
    for each in outlines:
        counts.update({line.key for line in each.lines})
    merged = _merged(counts, outlines, enough)
    recurring = {key for key, count in counts.items() if count >= enough} | merged.keys()
    found = {key: RepeatedLine(key) for key in {merged.get(key, key) for key in recurring}}
    keys = [[merged.get(line.key, line.key) for line in each.lines] for each in outlines]
    for each, own in zip(outlines, keys, strict=True):
        _count(each, own, found)
    return Recurrence(sorted(found.values(), key=lambda repeat: (-repeat.documents, repeat.key)), keys, counts)


def _merged(counts: Counter[str], outlines: Iterable[Outline], enough: float) -> dict[str, str]:
    """The form without names for each masked line that recurs with several names."""
    kin: defaultdict[str, set[str]] = defaultdict(set)
    for key in counts:
        if len(key) > LONGEST_NAMED:
            continue
        shape = without_names(key)
        if NAME in shape and letters_spelled(shape) >= max(LEAST_SPELLED, SPELLED * letters_spelled(key)):
            kin[shape].add(key)
    shape_of = {key: shape for shape, keys in kin.items() if len(keys) > 1 for key in keys}
    documents = Counter[str]()
    for each in outlines:
        documents.update({shape_of[line.key] for line in each.lines if line.key in shape_of})
    return {key: shape for key, shape in shape_of.items() if documents[shape] >= enough}


def _count(outline: Outline, keys: Sequence[str], found: dict[str, RepeatedLine]) -> None:
    lines, seen = outline.lines, set[str]()
    head, foot = _edges([key in found for key in keys])
    for index, (line, key) in enumerate(zip(lines, keys, strict=True)):
        repeat = found.get(key)
        if repeat is None:
            continue
        above = lines[index - 1] if index else None
        below = lines[index + 1] if index + 1 < len(lines) else None
        repeat.occurrences += 1
        repeat.first += above is None
        repeat.last += below is None
        repeat.prose += line.prose
        repeat.prose_below += below is not None and below.prose and keys[index + 1] not in found
        repeat.beside += any(near in found for near in (*keys[max(0, index - 1) : index], *keys[index + 1 : index + 2]))
        repeat.edge += index < head or index >= foot
        repeat.places[line.place] += 1
        repeat.forms[line.text] += 1
        if key not in seen:
            seen.add(key)
            repeat.documents += 1
            if len(repeat.witnesses) < WITNESSES:
                repeat.witnesses.append(Witness(outline.name, _text(above), line.text, _text(below)))


def _edges(recurring: Sequence[bool]) -> tuple[int, int]:
    """Where the lines that recur at the start of a document end, and where those at its end begin."""
    head = next((n for n, recurs in enumerate(recurring) if not recurs), len(recurring))
    foot = next((n + 1 for n in reversed(range(len(recurring))) if not recurring[n]), 0)
    return head, foot


def _text(line: OutlinedLine | None) -> str:
    return line.text if line else ""
