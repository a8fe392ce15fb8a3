"""What may be written to a terminal: colours where they are wanted, and no control characters from a document."""

import os
import re
from typing import TextIO

# SGR parameters: the numbers between ESC [ and m.
RED, GREEN, CYAN, DIM, BOLD = "31", "32", "36", "2", "1"
STRUCK_OUT, UNDERLINED = "9;31", "4;33"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
# In a line: control characters; Unicode's line ends, and marks that turn the direction of writing; surrogates that are
# no byte of a name; and what begins a command of GitHub's workflows (the old form anywhere in a line).
UNSAFE_IN_LINE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udc7f\udd00-\udfff]|\\A *:(?=:)|#(?=#\\[)"
)
# Unicode's block of pictures for the control characters U+0000 to U+001F, in their order.
FIRST_PICTURE = 0x2400


def coloured(stream: TextIO) -> bool:
    """Whether to write colours: as NO_COLOR and then FORCE_COLOR say, otherwise on any terminal that has colours."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def paint(text: str, style: str, *, on: bool) -> str:
    """The text in a style, or as it is where `on` is false."""
    return f"\x1b[{style}m{text}\x1b[0m" if on and text else text


def printable(text: str) -> str:
    """The text with its control characters made visible, so that it cannot control a terminal; line ends stay.

    >>> printable("a\\x1b[2Jb\\n")
    'a␛[2Jb\\n'
    """
    return CONTROL.sub(_picture, text)


def one_line(text: str) -> str:
    r"""The text as one line that commands nothing: no terminal, and no workflow of GitHub.

    >>> one_line("a\nb.txt"), one_line("::error::a.txt")
    ('a\\nb.txt', '\\x3a:error::a.txt')
    """
    return UNSAFE_IN_LINE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    before, last = match[0][:-1], match[0][-1]
    return before + (f"\\x{ord(last):02x}" if last in ":#" else repr(last)[1:-1])


def _picture(match: re.Match[str]) -> str:
    """The visible form of a control character."""
    code = ord(match[0])
    return chr(FIRST_PICTURE + code) if code < ord(" ") else "\N{REPLACEMENT CHARACTER}"
