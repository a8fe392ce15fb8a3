"""What may be written to a terminal: colours where they are wanted, and no control characters from a document."""

import os
import re
from typing import TextIO

# SGR parameters: the numbers between ESC [ and m.
RED, GREEN, CYAN, DIM, BOLD = "31", "32", "36", "2", "1"
STRUCK_OUT, UNDERLINED = "9;31", "4;33"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
CONTROL_IN_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f]")
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


def shown_name(name: str) -> str:
    r"""A file's name on one line, with its control characters escaped.

    >>> shown_name("a\nb.txt")
    'a\\nb.txt'
    """
    return CONTROL_IN_NAME.sub(lambda match: repr(match[0])[1:-1], name)


def _picture(match: re.Match[str]) -> str:
    r"""The visible form of a control character; `\r` is part of a line end and stays."""
    code = ord(match[0])
    if match[0] == "\r":
        return "\r"
    return chr(FIRST_PICTURE + code) if code < ord(" ") else "\N{REPLACEMENT CHARACTER}"
