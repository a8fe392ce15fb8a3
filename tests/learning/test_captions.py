"""Captions that end in the same words: each differs, and none is of the article."""

from harbour import AUTHORS, THINGS, article
from lessons import lesson, patterns

ENDING = "Buy a print , new window"


def caption(number: int) -> str:
    return f"The old {THINGS[number % 11]} in the rain of May {number + 3}. {AUTHORS[number % 4]}/Fen Photo {ENDING}"


def with_caption(number: int, text: str) -> str:
    head, *rest = article(number).split("\n\n")
    return "\n\n".join([head, text, *rest])


def test_captions_with_a_common_end_become_one_pattern() -> None:
    learnt = lesson(*(with_caption(n, caption(n)) for n in range(12)))
    assert patterns(learnt) == {r".{1,160} Photo Buy a print , new window"}
    [draft] = learnt.drafts
    assert draft.rule.kind == "line"
    shown = draft.rule.examples[0]
    assert ENDING in shown.before
    assert ENDING not in shown.after


def test_captions_are_proposed_where_documents_are_held_back() -> None:
    learnt = lesson(*(with_caption(n, caption(n)) for n in range(30)))
    assert learnt.tried_on
    assert len(patterns(learnt)) == 1


def test_sentences_that_end_alike_and_lines_without_a_picture_are_none() -> None:
    said = [with_caption(n, f"The {THINGS[n % 11]} of {n} was shown in a photo of the fair.") for n in range(12)]
    assert patterns(lesson(*said)) == set()
    boats = [with_caption(n, f"The {THINGS[n % 11]} of {n} and its boats near the upper lock") for n in range(12)]
    assert patterns(lesson(*boats)) == set()
