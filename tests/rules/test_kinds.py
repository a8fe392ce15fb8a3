"""How far the mark of a match reaches.

In the sketches, `X` is a line that matches, `P` a long paragraph, `p` a short one, and the other letters are `LINES`.
"""

from dataclasses import replace

import pytest

from cleaner.rules.kinds import FEW_WORDS, MOST_CORES, MOST_WORDS, mark_of
from cleaner.rules.longest_line import LONGEST_LINE
from cleaner.rules.match import Matcher
from cleaner.rules.rule import Family, Kind, Rule
from cleaner.text.document import Document
from cleaner.text.mark import Verb
from cleaner.text.zones import Where

SHORT = "The river rose by half a metre during the night, and the lower road was closed at once."
LONG = f"{SHORT} {SHORT} {SHORT} {SHORT}"
LINES = {"p": SHORT, "P": LONG, "-": "", "t": "A title", "X": "Marker", "E": "The end"}


def text_of(sketch: str) -> str:
    return "\n".join(LINES[letter] for letter in sketch)


def marker(kind: Kind, where: Where = Where.ANYWHERE, max_lines: int = 0, end: tuple[str, ...] = ()) -> Rule:
    return Rule("r", Family.META, kind, ("Marker",), "why", where, end=end, max_lines=max_lines)


def marked(sketch: str, rule: Rule) -> list[str]:
    """The part of the sketch that each mark covers."""
    document = Document(text_of(sketch))
    letters = {line: letter for letter, line in LINES.items()}
    marks = [mark_of(hit, document) for hit in Matcher([rule]).hits(document, set())]
    return ["".join(letters[line] for line in document.text[m.start : m.end].split("\n")) for m in marks if m]


@pytest.mark.parametrize(
    ("sketch", "marks"),
    [
        pytest.param("PXtt", ["Xtt"], id="to the end"),
        pytest.param("PXtt-", ["Xtt-"], id="to the end with its line end"),
        pytest.param("PX", ["X"], id="the last line"),
        pytest.param("PXtPt", ["Xt"], id="up to a long paragraph"),
        pytest.param("PXtttPt", ["Xtt"], id="up to its heading"),
        pytest.param("PXt-t-Pt", ["Xt-"], id="up to its heading with blank lines"),
        pytest.param("PXtt", ["Xtt"], id="no heading because no prose follows"),
        pytest.param("PXtptt", ["Xtptt"], id="a teaser within"),
        pytest.param("PXt-p-p", ["Xt-"], id="up to two paragraphs"),
        pytest.param("PXtptt", ["Xtptt"], id="a teaser is no run"),
        pytest.param("PXptptt", ["Xptptt"], id="two teasers apart are no run"),
        pytest.param("XP", ["X"], id="prose follows at once"),
        pytest.param("XtXt", ["XtXt", "Xt"], id="twice"),
        pytest.param("PXtttP", ["Xtt"], id="up to the heading of the next run"),
        pytest.param("PXt-t-P", ["Xt-"], id="up to a heading between blank lines"),
        pytest.param("PXttpP", ["Xt"], id="up to the heading of a run that begins short"),
    ],
)
def test_after(sketch: str, marks: list[str]) -> None:
    assert marked(sketch, marker(Kind.AFTER)) == marks


@pytest.mark.parametrize(
    ("sketch", "marks"),
    [
        pytest.param("ttXP", ["ttX"], id="from the start"),
        pytest.param("XP", ["X"], id="the first line"),
        pytest.param("tPtXP", ["tX"], id="down from a long paragraph"),
        pytest.param("p-p-tXP", ["-tX"], id="down from two paragraphs"),
        pytest.param("tptXP", ["tptX"], id="a teaser is no run"),
        pytest.param("PX", ["X"], id="prose ends just above"),
    ],
)
def test_before(sketch: str, marks: list[str]) -> None:
    assert marked(sketch, marker(Kind.BEFORE)) == marks


@pytest.mark.parametrize(
    ("kind", "sketch", "marks"),
    [
        pytest.param(Kind.AFTER, "pXtPPt", ["XtPPt"], id="to the end"),
        pytest.param(Kind.AFTER, "t-XtPP", [], id="nothing but a title above"),
        pytest.param(Kind.AFTER, "XtPP", [], id="nothing above"),
        pytest.param(Kind.BEFORE, "tPPXp", ["tPPX"], id="to the start"),
        pytest.param(Kind.BEFORE, "tPPX-t", [], id="nothing but a title below"),
        pytest.param(Kind.BEFORE, "tPPX", [], id="nothing below"),
    ],
)
def test_over_prose(kind: Kind, sketch: str, marks: list[str]) -> None:
    assert marked(sketch, replace(marker(kind), over_prose=True)) == marks


@pytest.mark.parametrize(
    ("sketch", "marks"),
    [
        pytest.param("PXttEP", ["XttE"], id="through its end"),
        pytest.param("PXEP", ["XE"], id="end on the next line"),
        pytest.param("PXttP", [], id="no end"),
        pytest.param("PXtttEP", [], id="end too far"),
        pytest.param("EXtt", [], id="end above it"),
        pytest.param("PX", [], id="last line"),
        pytest.param("XEtE", ["XE"], id="up to the first end"),
        pytest.param("XXE", ["XXE", "XE"], id="begins twice"),
        pytest.param("XpE", ["XpE"], id="through prose"),
        pytest.param("PX-t-t--E-P", ["X-t-t--E"], id="blank lines do not count"),
        pytest.param("PX-t-t-t-E", [], id="end too far between blank lines"),
    ],
)
def test_block(sketch: str, marks: list[str]) -> None:
    assert marked(sketch, marker(Kind.BLOCK, max_lines=4, end=("No", "The end"))) == marks


@pytest.mark.parametrize(
    ("where", "marks"),
    [(Where.TOP, 1), (Where.BOTTOM, 2), (Where.OUTSIDE, 3), (Where.ANYWHERE, 4)],
)
@pytest.mark.parametrize("kind", [Kind.LINE, Kind.PHRASE])
def test_the_zone_of_a_match_is_that_of_its_line(where: Where, marks: int, kind: Kind) -> None:
    assert marked("XPXPXX", marker(kind, where)) == ["X"] * marks


@pytest.mark.parametrize("where", [Where.TOP, Where.BOTTOM, Where.OUTSIDE])
def test_without_a_core_no_line_is_in_a_zone(where: Where) -> None:
    assert marked("XttX", marker(Kind.LINE, where)) == []


@pytest.mark.parametrize(
    ("kind", "trigger"),
    [
        pytest.param(Kind.LINE, None, id="line"),
        pytest.param(Kind.PHRASE, None, id="phrase"),
        pytest.param(Kind.AFTER, (8, 14), id="after"),
        pytest.param(Kind.BEFORE, (8, 14), id="before"),
        pytest.param(Kind.BLOCK, (8, 14), id="block"),
    ],
)
def test_marks_beyond_a_line_name_the_line_that_matched(kind: Kind, trigger: tuple[int, int] | None) -> None:
    document = Document("A title\nMarker\nThe end")
    rule = Rule("r", Family.META, kind, ("Marker",), "why", verb=Verb.KEEP, end=("The end",), max_lines=2)
    [mark] = [mark_of(hit, document) for hit in Matcher([rule]).hits(document, set())]
    starts = {Kind.BEFORE: 0}
    ends = {Kind.AFTER: 22, Kind.BLOCK: 22}
    assert mark is not None
    assert mark[:6] == (starts.get(kind, 8), ends.get(kind, 14), "r", Verb.KEEP, "why", trigger)


# The words of a prose core of one long paragraph, and a list in which each line has four.
CORE_WORDS = len(LONG.split())
ENTRY = "Boat of the harbour"


def taken(kind: Kind, family: Family, lines: int, core: str, verb: Verb = Verb.DROP) -> bool:
    """Whether a rule takes a list of so many lines, with its marker, beside this core."""
    entries = [ENTRY] * lines
    text = [core, "Marker", *entries] if kind is Kind.AFTER else [*entries, "Marker", core]
    rule = Rule("r", family, kind, ("Marker",), "why", verb=verb)
    document = Document("\n".join(text))
    return any(mark_of(hit, document) for hit in Matcher([rule]).hits(document, set()))


@pytest.mark.parametrize("kind", [Kind.AFTER, Kind.BEFORE])
def test_no_more_is_taken_than_lists_of_the_family_have(kind: Kind) -> None:
    lines, core = (MOST_WORDS[Family.RELATED] - 1) // 4, "\n".join([LONG] * 9)
    assert taken(kind, Family.RELATED, lines, core)
    assert not taken(kind, Family.RELATED, lines + 1, core)
    assert taken(kind, Family.RELATED, lines + 1, core, Verb.KEEP)


@pytest.mark.parametrize("kind", [Kind.AFTER, Kind.BEFORE])
@pytest.mark.parametrize(("core", "words"), [(LONG, MOST_CORES * CORE_WORDS), ("A title", FEW_WORDS)])
def test_a_list_much_longer_than_the_prose_may_be_the_body(kind: Kind, core: str, words: int) -> None:
    lines = (words - 1) // 4
    assert taken(kind, Family.RELATED, lines, core)
    assert not taken(kind, Family.RELATED, lines + 1, core)


def test_every_family_has_a_longest_line_and_a_longest_list() -> None:
    assert set(LONGEST_LINE) == set(MOST_WORDS) == set(Family)
