"""The logical text of a document: same length, with white space and hard-wrapped lines made uniform."""

import pytest
import regex

from cleaner.rules.parse import PROSE
from cleaner.text.document import Document, LineSpan
from cleaner.text.zones import Where

WRAPPED = (
    "This paragraph was folded at a width of about sixty columns by\n"
    "a careful hand with a ruler, and so it has several lines of\n"
    "text."
)


def test_white_space_is_a_space() -> None:
    spaces = {chr(i) for i in range(0x3100) if chr(i).isspace() or regex.match(r"\s", chr(i))} - {"\r", "\n"}
    assert Document("".join(spaces)).logical == " " * len(spaces)


@pytest.mark.parametrize(
    ("text", "logical"),
    [
        pytest.param("", "", id="empty"),
        pytest.param("One\ntwo\n", "One\ntwo\n", id="LF"),
        pytest.param("One\r\ntwo\r\n", "One \ntwo \n", id="CRLF"),
        pytest.param("One\rtwo\r", "One\ntwo\n", id="CR"),
        pytest.param("One\r\r\ntwo\n\r", "One\n \ntwo\n\n", id="mixed"),
        pytest.param("One\u2028two\x85three\ffour\x1cfive", "One two three four five", id="not line ends"),
        pytest.param("\tOne\vtwo", " One two", id="ASCII white space"),
        pytest.param("One\xa0two\u3000\u2009three", "One two  three", id="full-width and thin spaces"),
        pytest.param("One\u200btwo\ufeff", "One\u200btwo\ufeff", id="zero width"),
        pytest.param("ſ \N{KELVIN SIGN} İ ı ’", "s K I i '", id="letters"),
        pytest.param("ß ﬁ ŉ É", "ß ﬁ ŉ É", id="letters whose equivalents are longer"),
        pytest.param(WRAPPED, WRAPPED.replace("\n", " "), id="hard-wrapped"),
        pytest.param(WRAPPED.replace("\n", "\r\n"), WRAPPED.replace("\n", "  "), id="hard-wrapped with CRLF"),
        pytest.param(f"{WRAPPED}’\n\nÉté", f"{WRAPPED}'\n\nÉté".replace("\n", " ", 2), id="hard-wrapped beyond ASCII"),
        pytest.param("One \udc80", "One \ufffd", id="lone surrogate"),
    ],
)
def test_logical(text: str, logical: str) -> None:
    document = Document(text)
    assert document.logical == logical
    assert len(document.logical) == len(document.text)
    assert document.data == logical.encode()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [(0, 0)]),
        ("One", [(0, 3)]),
        ("One\n", [(0, 3), (4, 4)]),
        ("One\r\n\r\ntwo", [(0, 4), (5, 6), (7, 10)]),
        ("é\rü", [(0, 1), (2, 3)]),
        (f"{WRAPPED}\nX", [(0, len(WRAPPED)), (len(WRAPPED) + 1, len(WRAPPED) + 2)]),
    ],
)
def test_lines(text: str, lines: list[tuple[int, int]]) -> None:
    assert list(Document(text).lines) == [LineSpan(*line) for line in lines]


@pytest.mark.parametrize(("offset", "line"), [(0, 0), (2, 0), (3, 0), (4, 1), (5, 2), (9, 2)])
def test_line_at(offset: int, line: int) -> None:
    assert Document("One\n\nfour").line_at(offset) == line


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        pytest.param(
            f"X\n\n{PROSE}\n\nX", [{Where.TOP, Where.OUTSIDE}, {Where.BOTTOM, Where.OUTSIDE}], id="around the prose"
        ),
        pytest.param(f"{PROSE}\nX\n{PROSE}", [set()], id="in the prose"),
        pytest.param("X\nY\nX", [set(), set()], id="no prose"),
    ],
)
def test_zones(text: str, zones: list[set[Where]]) -> None:
    document = Document(text)
    of_marked_lines = [
        {where for where in (Where.TOP, Where.BOTTOM, Where.OUTSIDE) if document.in_zone(line.start, where)}
        for line in document.lines
        if text[line.start : line.end] == "X"
    ]
    assert of_marked_lines == zones
    assert all(document.in_zone(line.start, Where.ANYWHERE) for line in document.lines)


def test_only_lines_that_are_new_or_held_a_match_are_unread() -> None:
    document = Document("Pier news\nBy Ada Holm\nThe ferry is late.")
    document.matched["matcher"] = {"By Ada Holm"}
    assert document.unread("matcher") is None
    later = Document("Pier news\nThe ferry is late.\nBy Ada Holm\nThe ferry", document)
    assert (later.unread("matcher"), later.unread("another")) == ([2, 3], None)
    assert Document("Pier news", document).unread("matcher") == []


def test_furniture_of_lines_that_stay_is_known_unless_there_are_new_lines() -> None:
    document = Document("Pier news\nThe ferry is late. Share\nMenu")
    assert Document("Menu", document).furniture is None
    document.furniture = [("Pier news", 7), ("Menu", 8)]
    assert Document("Menu", document).furniture == [("Menu", 8)]
    assert Document("Pier news\nThe ferry is late.", document).furniture is None
