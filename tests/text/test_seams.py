"""White space next to removed text. In the tables, ‹these brackets› surround the text that rules remove."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.text.resolve import Span
from cleaner.text.seams import sew

REMOVED = re.compile("‹([^›]*)›")


def read(marked: str) -> tuple[str, list[Span]]:
    """The text without its brackets, and a span of rule "r" for each pair."""
    spans = [
        Span(m.start() - 2 * n, m.start() - 2 * n + len(m[1]), ("r",)) for n, m in enumerate(REMOVED.finditer(marked))
    ]
    return marked.replace("‹", "").replace("›", ""), spans


def removed(marked: str) -> list[tuple[str, str]]:
    """Each removed text, with its rules."""
    text, spans = read(marked)
    return [(text[s.start : s.end], " ".join(s.rules)) for s in sew(text, spans)]


def sewn(marked: str) -> str:
    text, spans = read(marked)
    for span in reversed(sew(text, spans)):
        text = text[: span.start] + text[span.end :]
    return text


WHOLE_LINES = {
    "between two lines": ("One\n‹X›\nTwo", "One\nTwo"),
    "between two paragraphs": ("One\n\n‹X›\n\nTwo", "One\n\nTwo"),
    "at the end of a paragraph": ("One\n‹X›\n\nTwo", "One\n\nTwo"),
    "at the start of a paragraph": ("One\n\n‹X›\nTwo", "One\n\nTwo"),
    "between many blank lines": ("One\n\n\n\n‹X›\n\n\nTwo", "One\n\nTwo"),
    "several in a row": ("One\n‹X›\n‹Y›\n‹Z›\nTwo", "One\nTwo"),
    "several with blank lines between": ("One\n‹X›\n\n‹Y›\nTwo", "One\nTwo"),
    "several paragraphs in a row": ("One\n\n‹X›\n\n‹Y›\n\nTwo", "One\n\nTwo"),
    "one span over several": ("One\n\n‹X\n\nY›\n\nTwo", "One\n\nTwo"),
    "two apart": ("One\n‹X›\nTwo\n‹Y›\nThree", "One\nTwo\nThree"),
    "span with its line end": ("One\n‹X\n›Two", "One\nTwo"),
    "span with all white space around it": ("One‹\n\nX\n\n›Two", "One\n\nTwo"),
    "indent of the next line stays": ("One\n‹X›\n    Two", "One\n    Two"),
    "white space at the end of the line before stays": ("One  \n‹X›\nTwo", "One  \nTwo"),
    "white space at the edges of the line is removed": ("One\n  ‹X›  \nTwo", "One\nTwo"),
    "blank lines that contain white space": ("One\n \t\n‹X›\n\xa0\nTwo", "One\n\nTwo"),
    "no blank line at the text's start": ("‹X›\n\nOne", "One"),
    "indent at the text's start": ("‹X›\n\n  One", "  One"),
    "blank lines before the first": ("\n\n‹X›\nOne", "One"),
    "last line, no final newline": ("One\n‹X›", "One"),
    "last line, final newline": ("One\n‹X›\n", "One\n"),
    "last paragraph, final newline": ("One\n\n‹X›\n", "One\n"),
    "last lines, many final newlines": ("One\n\n‹X›\n\n‹Y›\n\n\n", "One\n"),
    "last line, then white space": ("One\n‹X›\n  ", "One"),
    "everything": ("‹X›", ""),
    "everything, final newline": ("\n‹X›\n\n‹Y›\n", ""),
}
LINE_ENDS = {
    "CRLF": ("One\r\n‹X›\r\nTwo\r\n", "One\r\nTwo\r\n"),
    "CRLF between paragraphs": ("One\r\n\r\n‹X›\r\n\r\nTwo", "One\r\n\r\nTwo"),
    "CRLF, span over the carriage return": ("One\r\n‹X\r›\nTwo", "One\r\nTwo"),
    "CRLF at the end": ("One\r\n‹X›\r\n", "One\r\n"),
    "CRLF at the start": ("‹X›\r\n\r\nOne", "One"),
    "CRLF, phrase at the end of a line": ("One ‹X›\r\nTwo", "One\r\nTwo"),
    "CRLF, phrase at the start of a line": ("One\r\n‹X› two", "One\r\ntwo"),
    "CR": ("One\r‹X›\rTwo\r", "One\rTwo\r"),
    "CR between paragraphs": ("One\r\r‹X›\r\rTwo", "One\r\rTwo"),
    "CR at the end": ("One\r\r‹X›\r", "One\r"),
    "mixed": ("One\r\n\n‹X›\r\rTwo", "One\r\n\nTwo"),
    "LINE SEPARATOR is no line end": ("One ‹X›\u2028two", "One two"),
    "form feed is no line end": ("One ‹X›\ftwo", "One two"),
    "NEXT LINE is no line end": ("One\x85‹X›\x85two", "One\x85two"),
    "LINE SEPARATOR on a blank line": ("One\n\u2028\n‹X›\nTwo", "One\n\nTwo"),
    "form feed before the next line": ("One\n‹X›\n\fTwo", "One\n\fTwo"),
}
PHRASES = {
    "in the middle": ("One ‹X› two", "One two"),
    "wide space": ("One   ‹X›   two", "One two"),
    "no-break space": ("One\xa0‹X› two", "One\xa0two"),
    "at the start of the text": ("‹X› One", "One"),
    "at the start of an indented text": ("  ‹X› One", "One"),
    "at the start of a line": ("One\n‹X› two", "One\ntwo"),
    "at the start of an indented line": ("One\n  ‹X› two", "One\n  two"),
    "at the start of a paragraph": ("One\n\n\n\n‹X› two", "One\n\ntwo"),
    "at the end of the text": ("One ‹X›", "One"),
    "at the end of the text, final newline": ("One ‹X›\n", "One\n"),
    "at the end of a line": ("One ‹X›\nTwo", "One\nTwo"),
    "at the end of a line with white space": ("One ‹X› \n Two", "One\n Two"),
    "at the end of a paragraph": ("One ‹X›\n\n\n\nTwo", "One\n\nTwo"),
    "at the end of a line and the start of the next": ("One ‹X›\n‹Y› two", "One\ntwo"),
    "at the end of a paragraph and the start of the next": ("One ‹X›\n\n‹Y› two", "One\n\ntwo"),
    "at the end of a line, and the next line": ("One ‹X›\n‹Y›\nTwo", "One\nTwo"),
    "at the end of a line, and the next paragraph": ("One ‹X›\n\n‹Y›\nTwo", "One\n\nTwo"),
    "a line, and the start of the next": ("One\n‹X›\n  ‹Y› two", "One\n  two"),
    "neighbours": ("One ‹X› ‹Y› two", "One two"),
    "over a soft break": ("One ‹X\nY› two", "One two"),
    "before punctuation": ("One ‹X›, two", "One, two"),
    "before punctuation that stands apart": ("Un ‹X› : deux", "Un : deux"),
    "after an opening bracket": ("One (‹X› two)", "One (two)"),
    "all of a bracket": ("One (‹X›) two", "One () two"),
}
MARKS = {
    "go with their letter": ("One ‹e›\u0301 two", "One two"),
    "stay with their letter": ("One e‹\u0301\u0327 X› two", "One e\u0301\u0327 two"),
    "variation selector of a symbol": ("One ‹X ❤›\ufe0f two", "One two"),
    "joiner at the end": ("One ‹X›\u200d two", "One two"),
    "between two spans": ("One ‹X›‹\u0301 Y› two", "One two"),
    "at the start of a line": ("One\n‹\u0301X›\nTwo", "One\nTwo"),
    "at the start of the next line": ("One\n‹X\n›\u0301Two", "One\n\u0301Two"),
    "of a letter that stays, alone": ("One e‹\u0301› two", "One e\u0301 two"),
}
WORDS = {
    "glued, no space in it": ("one‹X›two", "oneXtwo"),
    "glued, a space in it": ("one‹X Y›two", "one two"),
    "glued, a soft break in it": ("one‹X\nY›two", "one\ntwo"),
    "glued, a CRLF soft break in it": ("one‹X\r\nY›two", "one\r\ntwo"),
    "glued to digits": ("2‹X›3", "2X3"),
    "glued to a combining accent": ("cafe\u0301‹X›two", "cafe\u0301Xtwo"),
    "glued to a vowel sign": ("की‹X›की", "कीXकी"),
    "glued to a non-joiner": ("می\u200c‹X›شود", "می\u200cXشود"),
    "glued neighbours with a space between": ("one‹X› ‹Y›two", "one two"),
    "glued to the word before only": ("one‹X› two", "one two"),
    "glued to the word after only": ("one ‹X›two", "one two"),
    "glued to punctuation": ("One.‹X›Two", "One.Two"),
    "glued between Japanese": ("川の水‹X›道路", "川の水道路"),
    "glued between Japanese and Latin": ("川の水‹X›one", "川の水one"),
    "glued between Thai": ("น้ำ‹X›ถนน", "น้ำถนน"),
    "glued between Korean": ("강물‹X›도로", "강물X도로"),
    "spaced between Chinese": ("河水 ‹X› 道路", "河水 道路"),
}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(*case, id=f"{table}: {name}")
        for table, cases in (
            ("whole lines", WHOLE_LINES),
            ("line ends", LINE_ENDS),
            ("phrases", PHRASES),
            ("words", WORDS),
            ("marks", MARKS),
        )
        for name, case in cases.items()
    ],
)
def test_white_space_next_to_removed_text(marked: str, expected: str) -> None:
    assert sewn(marked) == expected


LETTERS = st.text(st.sampled_from("ab \n\u0301\u200c\u0902कي\ufe0f"), max_size=30)


@given(LETTERS, st.lists(st.integers(0, 30), max_size=6, unique=True))
def test_a_mark_that_stays_is_at_its_letter(text: str, edges: list[int]) -> None:
    edges = sorted(edge for edge in edges if edge <= len(text))
    spans = [Span(start, end, ("r",)) for start, end in zip(edges[::2], edges[1::2], strict=False)]
    stays = set(range(len(text)))
    for span in sew(text, spans):
        stays -= set(range(span.start, span.end))
    for offset in stays:
        if text[offset] in "\u0301\u200c\u0902\ufe0f" and offset and not text[offset - 1].isspace():
            assert offset - 1 in stays


def test_nothing_removed() -> None:
    assert sew("One\n\n\n\nTwo  \n\n", []) == []


def test_span_of_white_space_removes_nothing() -> None:
    assert sew("One\n\n\n\nTwo", [Span(3, 6, ("r",))]) == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("One ‹X› two", [("X", "r"), (" ", "seam")], id="phrase"),
        pytest.param("One\n\n‹X›\n\nTwo", [("X", "r"), ("\n\n", "seam")], id="paragraph"),
        pytest.param("One\n‹X›\n‹Y›\n", [("\n", "seam"), ("X", "r"), ("\n", "seam"), ("Y", "r")], id="last lines"),
        pytest.param("One‹\nX\n›Two", [("X", "r"), ("\n", "seam")], id="white space in the span"),
        pytest.param("one‹X Y›two", [("X", "r"), ("Y", "r")], id="the space in it stays"),
    ],
)
def test_removed_text_is_attributed(marked: str, expected: list[tuple[str, str]]) -> None:
    assert removed(marked) == expected
