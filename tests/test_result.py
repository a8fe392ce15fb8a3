"""Results: rendering the clean text, and undoing it."""

import pytest

from cleaner.result import Removed, Result, Status, render, restore
from cleaner.sites import UNKNOWN


def removed(*pieces: tuple[int, str]) -> tuple[Removed, ...]:
    return tuple(Removed(start, text, ("r",)) for start, text in pieces)


CASES = [
    pytest.param("", (), "", id="empty"),
    pytest.param("One", (), "One", id="nothing"),
    pytest.param("One", removed((0, "One")), "", id="everything"),
    pytest.param("One two", removed((0, "One ")), "two", id="start"),
    pytest.param("One two", removed((3, " two")), "One", id="end"),
    pytest.param("One two three", removed((3, " two")), "One three", id="middle"),
    pytest.param("abcdef", removed((1, "b"), (2, "c"), (4, "e")), "adf", id="touching and apart"),
    pytest.param("a🎈b\r\nİß", removed((1, "🎈"), (3, "\r\n")), "abİß", id="offsets are characters"),
]


@pytest.mark.parametrize(("original", "pieces", "clean"), CASES)
def test_render(original: str, pieces: tuple[Removed, ...], clean: str) -> None:
    assert render(original, pieces) == clean


@pytest.mark.parametrize(("original", "pieces", "clean"), CASES)
def test_undo(original: str, pieces: tuple[Removed, ...], clean: str) -> None:
    assert Result(clean, pieces).undo() == restore(clean, pieces) == original


def test_untouched() -> None:
    assert Result("One") == Result("One", (), Status.OK, (), UNKNOWN, (), None)
