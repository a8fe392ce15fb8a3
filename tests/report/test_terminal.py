"""Colours, and control characters that a terminal must not get."""

import io

import pytest

from cleaner.report.terminal import coloured, printable


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


# NO_COLOR, FORCE_COLOR, TERM, whether there is a terminal, and whether there are colours.
COLOURS = [
    (None, None, "xterm", True, True),
    (None, None, "dumb", True, False),
    (None, None, "xterm", False, False),
    ("1", None, "xterm", True, False),
    (None, "1", "xterm", False, True),
    ("1", "1", "xterm", True, False),
    ("", None, "xterm", True, True),
]


@pytest.mark.parametrize(("no", "force", "term", "terminal", "colours"), COLOURS)
def test_colours(  # noqa: PLR0913, PLR0917
    monkeypatch: pytest.MonkeyPatch, no: str | None, force: str | None, term: str, terminal: bool, colours: bool
) -> None:
    for name, value in (("NO_COLOR", no), ("FORCE_COLOR", force), ("TERM", term)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert coloured(Terminal() if terminal else io.StringIO()) is colours


def test_control_characters_are_made_visible() -> None:
    assert printable("a\x1b]0;title\x07b\tc\r\n\x9b") == "a␛]0;title␇b\tc\r\n�"
