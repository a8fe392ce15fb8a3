"""What long lines begin with and end with."""

from harbour import THINGS, prose
from lessons import doubts, lesson, patterns

from cleaner.learning.judgement import Doubt

GAP = " " * 50


def line(number: int, start: str = "", end: str = "") -> str:
    """A text on one line; wide gaps stand where lines were joined."""
    return GAP.join(part for part in (start, " ".join(prose(number).split()), end) if part)


def test_an_end_that_recurs_becomes_a_phrase() -> None:
    learnt = lesson(*(line(n, end=f"May {n + 3}{GAP}Harbour Office{GAP}Browse by quay") for n in range(12)))
    assert patterns(learnt) == {r"\p{L}+ \d+\s{1,1000}Harbour Office\s{1,1000}Browse by quay$"}
    [draft] = learnt.drafts
    assert (draft.rule.kind, draft.rule.name) == ("phrase", "meta-at-end")


def test_a_beginning_stops_before_the_headline() -> None:
    """All headlines begin with one word, which no date and no gap divides from what follows."""
    texts = [line(n, f"Office news{GAP}May {n + 3}, 1907 Council opens the {THINGS[n % 11]}") for n in range(12)]
    assert patterns(lesson(*texts)) == {r"^Office news\s{1,1000}\p{L}+ \d+, \d+"}


def test_beginnings_of_names_alone_are_left_for_a_person() -> None:
    learnt = lesson(*(line(n, "PORT EXAMPLE") for n in range(12)))
    assert not learnt.drafts
    assert doubts(learnt) == {"PORT EXAMPLE": Doubt.DATELINE}


def test_how_sentences_end_is_no_end() -> None:
    learnt = lesson(*(line(n)[:-1] + ", the mayor said." for n in range(12)))
    assert (learnt.drafts, learnt.left) == ((), ())


def test_a_part_between_gaps_that_is_in_most_lines_becomes_a_phrase() -> None:
    headed = [line(n, f"Mayor opens the {THINGS[n % 11]} again{GAP}For immediate release {n}") for n in range(12)]
    assert patterns(lesson(*headed)) == {r"(?<=\s{3,40})For immediate release \d+(?=\s{3,40})"}
