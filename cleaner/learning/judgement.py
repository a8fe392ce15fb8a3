"""Which recurring lines are residue, and which are left for a person to decide."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from cleaner.learning.kinds_of_residue import family_of
from cleaner.learning.masks import letters_spelled
from cleaner.learning.outline import Stand
from cleaner.learning.patterns_of import literal
from cleaner.learning.reaches import Reach
from cleaner.learning.repeats import Portion, RepeatedLine
from cleaner.rules.rule import Family

# The share of documents from which on a line is residue wherever it stands, and the share of its occurrences that must
# stand beside another line that recurs if it is in fewer. Measured on six folders whose repeated lines were labelled by
# hand: 100 and 98 to 100 of 100 such lines were residue.
HALF, BESIDE = 0.5, 0.5
# The share of occurrences from which on a line counts as always first, last, inside and the like; chosen by hand.
NEARLY_ALL = 0.9
# Documents that a line must be in that is in fewer than half, if no word in it says that it is residue. Chosen by hand.
FEWEST_DOCUMENTS = 5
# Characters of a field such as "Status: open", or of a heading of one word, at most; chosen by hand.
LONGEST_FIELD = 40
# Letters that a line spells out at least, with fewer it is as good as a number; and words of an end that is in fewer
# than half of the documents. Chosen by hand.
FEWEST_LETTERS, FEWEST_WORDS = 2, 3
# Families whose headings say that what is below them is no article.
TELLING = frozenset({Family.RELATED, Family.COMMENTS})
QUESTION = ("?", "？", "؟", ";")


class Doubt(StrEnum):
    """Why a line that recurs is not proposed."""

    RARE = "in less than half of the documents, and alone"
    QUESTION = "a question"
    HEADLINE = "may be a headline"
    SUBHEAD = "stands alone between other text, as a subhead or a dateline does"
    DATELINE = "names alone, as a dateline or a headline has"
    PROSE = "a sentence within the prose"
    FIELD = "between lines of the text, as in a form, a list or a record"
    FEW = "in few documents, and nothing in it says that it is residue"
    NUMBER = "hardly a letter in it"
    ELSEWHERE = "in articles of other sites"
    ABSENT = "in none of the documents that were held back"
    PROSE_BEYOND = "heads what varies, with prose or long lines in it"
    OWN_BEYOND = "heads what varies, and may be part of the articles"
    TAKES = "its pattern takes something else from the documents that were held back"


class Judged(NamedTuple):
    """A line that recurs, the number of documents that were read for it, and why it is not proposed, if it is not.

    `instead` has what is proposed if this is not: the same line alone, and lines that are beyond it.
    """

    repeat: RepeatedLine
    of: int
    doubt: Doubt | None = None
    elsewhere: tuple[str, ...] = ()
    instead: tuple["Judged", ...] = ()


def judge(repeat: RepeatedLine, documents: int) -> Judged:
    """The verdict on a line that recurs in a site of so many documents."""
    share = repeat.documents / documents
    doubt = _of_line(repeat, share) if repeat.part is Portion.LINE else _of_part(repeat, share)
    return Judged(repeat, documents, _of_words(repeat, share) or doubt)


def judge_reach(reach: Reach, documents: int) -> Judged:
    """The verdict on a line that recurs, with all that is beyond it."""
    return Judged(reach.repeat, documents, _of_reach(reach))


def _of_reach(reach: Reach) -> Doubt | None:
    repeat = reach.repeat
    if repeat.key.endswith(QUESTION):
        return Doubt.QUESTION
    if letters_spelled(repeat.key) < FEWEST_LETTERS:
        return Doubt.NUMBER
    if reach.prose:
        return Doubt.PROSE_BEYOND
    if repeat.part is Portion.ABOVE and reach.headed < NEARLY_ALL * repeat.documents:
        return Doubt.HEADLINE
    family, is_shared = family_of(repeat.key), reach.shared >= HALF * (reach.own + reach.shared)
    is_told = family in TELLING if repeat.part is Portion.BELOW else family is not Family.META and is_shared
    return None if is_told else Doubt.OWN_BEYOND


def widened(judged: Sequence[Judged], reaches: Iterable[Reach], documents: int) -> list[Judged]:
    """What was judged, with lines that take all beyond them in place of these lines.

    Those beyond which nothing varies take nothing more: rules for lines are narrower.
    """
    lines = {each.repeat.key: each for each in judged if each.repeat.part is Portion.LINE}
    wide = []
    for reach in sorted(reaches, key=lambda each: (-each.lines, each.repeat.key)):
        line = lines.get(reach.repeat.key)
        if line is None or reach.varying < HALF * reach.repeat.documents:
            continue
        verdict = judge_reach(reach, documents)
        if verdict.doubt is None:
            taken = [key for key in lines if key == reach.repeat.key or _is_beyond(lines[key], reach)]
            wide.append(verdict._replace(instead=tuple(lines.pop(key) for key in taken)))
        elif line.doubt is None:
            wide.append(verdict)
    return [*wide, *lines.values(), *(each for each in judged if each.repeat.part is not Portion.LINE)]


def _is_beyond(line: Judged, reach: Reach) -> bool:
    return reach.beyond[line.repeat.key] >= NEARLY_ALL * line.repeat.occurrences


def _of_words(repeat: RepeatedLine, share: float) -> Doubt | None:
    """The doubt that the words alone raise."""
    if repeat.key.endswith(QUESTION):
        return Doubt.QUESTION
    if letters_spelled(repeat.key) >= FEWEST_LETTERS:
        return None
    constant = literal(repeat) != repeat.key
    at_end = repeat.part is Portion.END or repeat.last >= NEARLY_ALL * repeat.occurrences
    return None if constant and at_end and share >= 1 - NEARLY_ALL else Doubt.NUMBER


def _of_part(repeat: RepeatedLine, share: float) -> Doubt | None:
    if repeat.part is Portion.END:
        few = len(repeat.key.split()) < FEWEST_WORDS
        return Doubt.RARE if few and share < HALF else None
    words = [word for word in repeat.key.split(" ") if word[0].isalpha()]
    has_number = len(words) < len(repeat.key.split(" ")) and repeat.part is Portion.START
    if names_alone(repeat.key) and not has_number and family_of(repeat.key) is Family.META:
        return Doubt.DATELINE
    return None


def _of_line(repeat: RepeatedLine, share: float) -> Doubt | None:
    shares = _shares(repeat)
    if shares["first"] >= HALF and share < HALF:
        return Doubt.HEADLINE
    if shares["prose"] >= HALF and share < HALF and shares["last"] < NEARLY_ALL:
        return Doubt.PROSE
    if shares["inside"] >= HALF and shares["prose_below"] >= HALF:
        return Doubt.SUBHEAD
    in_block = shares["beside"] >= BESIDE or shares["last"] >= NEARLY_ALL
    at_edge = shares["first"] >= HALF or shares["last"] >= HALF
    if not (in_block or at_edge) and family_of(repeat.key) is Family.META:
        return Doubt.SUBHEAD if share >= HALF or shares["prose_below"] >= HALF else Doubt.RARE
    if share < HALF and not in_block:
        return Doubt.SUBHEAD if shares["prose_below"] >= HALF else Doubt.RARE
    return _of_unsaid(repeat, share) if family_of(repeat.key) is Family.META else None


def _of_unsaid(repeat: RepeatedLine, share: float) -> Doubt | None:
    """The doubt of a line that no word in it says is residue."""
    if share < HALF and (repeat.documents < FEWEST_DOCUMENTS or names_alone(repeat.key)):
        return Doubt.FEW
    whole, key = repeat.occurrences, repeat.key
    at_side = max(repeat.places[Stand.HEAD], repeat.places[Stand.FOOT]) >= NEARLY_ALL * whole
    in_block = at_side and repeat.beside >= BESIDE * whole
    is_field = len(key) <= LONGEST_FIELD and (":" in key or " " not in key)
    if in_block or repeat.edge >= HALF * whole or not (is_field or share < HALF):
        return None
    return Doubt.FIELD


def names_alone(key: str) -> bool:
    """Whether a masked line has words, and all begin with a capital letter."""
    words = [word for word in key.split(" ") if word[0].isalpha()]
    return bool(words) and all(word[0].isupper() for word in words)


def _shares(repeat: RepeatedLine) -> dict[str, float]:
    whole = repeat.occurrences
    counts = {name: getattr(repeat, name) for name in ("first", "last", "prose", "prose_below", "beside")}
    counts["inside"] = repeat.places[Stand.INSIDE]
    return {name: count / whole for name, count in counts.items()}
