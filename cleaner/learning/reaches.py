"""Lines with all that is beyond them: a heading at the foot and the titles below it, which vary; and the same above."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from cleaner.learning.outline import Outline, OutlinedLine, Stand
from cleaner.learning.repeats import WITNESSES, Portion, Recurrence, RepeatedLine, Witness

# The share of its occurrences that such a line must have below the prose, or above it; chosen by hand.
NEARLY_ALL = 0.9
# Characters of a line that is no title of another story; chosen by hand.
LONG = 150


@dataclass(slots=True)
class Reach:
    """A line that recurs, with all that is beyond it: below a line of the foot, above one of the head.

    Of the lines beyond that do not recur, `own` counts those that no other document has, `shared` the others, and
    `prose` those that are prose or long. `varying` counts the documents with any of them, and `headed` those where a
    line of the document's own stands between the line and the prose. `beyond` has how often each line that recurs is
    beyond it.
    """

    repeat: RepeatedLine
    own: int = 0
    shared: int = 0
    prose: int = 0
    varying: int = 0
    headed: int = 0
    beyond: Counter[str] = field(default_factory=Counter)

    @property
    def lines(self) -> int:
        """The number of lines beyond it, in all documents."""
        return self.own + self.shared + self.beyond.total()


class OrderedLine(NamedTuple):
    """A line of a document as it is read towards the prose, the number of documents that have it, and its key."""

    line: OutlinedLine
    documents: int
    key: str


def reaches(recurrence: Recurrence, outlines: Iterable[Outline]) -> list[Reach]:
    """The lines that nearly always stand below the prose, or above it, each with what is beyond it."""
    found: dict[Portion, dict[str, Reach]] = {Portion.BELOW: {}, Portion.ABOVE: {}}
    sides = {Portion.BELOW: Stand.FOOT, Portion.ABOVE: Stand.HEAD}
    for repeat in recurrence.repeats:
        for part, side in sides.items():
            if repeat.places[side] >= NEARLY_ALL * repeat.occurrences:
                found[part][repeat.key] = Reach(replace(repeat, part=part, witnesses=[]))
    recurring = {repeat.key for repeat in recurrence.repeats}
    for outline, keys in zip(outlines, recurrence.keys, strict=True):
        lines = [
            OrderedLine(line, recurrence.documents[line.key], key)
            for line, key in zip(outline.lines, keys, strict=True)
        ]
        for part, side in sides.items():
            ordered = lines[::-1] if part is Portion.BELOW else lines
            at_side = [each for each in ordered if each.line.place is side]
            _count(outline.name, at_side, found[part], recurring)
    return [reach for part in found.values() for reach in part.values()]


def _count(name: str, lines: Sequence[OrderedLine], found: dict[str, Reach], recurring: set[str]) -> None:
    """Count what is beyond each line of one side; `lines` are read from the edge of the document on."""
    innermost = {each.key: number for number, each in enumerate(lines) if each.key in found}
    for key, number in innermost.items():
        reach, beyond = found[key], lines[:number]
        vary = [each for each in beyond if each.key not in recurring]
        reach.beyond.update(each.key for each in beyond if each.key in recurring)
        reach.own += sum(each.documents == 1 for each in vary)
        reach.shared += sum(each.documents > 1 for each in vary)
        reach.prose += sum(each.line.prose or len(each.line.text) >= LONG for each in vary)
        reach.varying += bool(vary)
        reach.headed += any(each.documents == 1 for each in lines[number + 1 :])
        if vary and len(reach.repeat.witnesses) < WITNESSES:
            reach.repeat.witnesses.append(_witness(name, lines, number, reach.repeat.part))


def _witness(name: str, lines: Sequence[OrderedLine], number: int, part: Portion) -> Witness:
    """The line with the next one beyond it, and the next one towards the prose."""
    outer = lines[number - 1].line.text
    inner = lines[number + 1].line.text if number + 1 < len(lines) else ""
    above, below = (inner, outer) if part is Portion.BELOW else (outer, inner)
    return Witness(name, above, lines[number].line.text, below)
