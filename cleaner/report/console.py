"""Lines for people on stdout and stderr: colours only where they are wanted, progress only on a terminal."""

import os
import re
import sys
import time
from typing import TextIO

RED, GREEN, YELLOW, CYAN, DIM, BOLD = "31", "32", "33", "36", "2", "1"
STRUCK_OUT = "9;31"
# Often enough to look alive, seldom enough to cost nothing.
PROGRESS_SECONDS = 0.1
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
CONTROL_IN_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f]")
FIRST_PICTURE = 0x2400
ERASE_LINE = "\r\x1b[K"


class Console:
    """stdout and stderr. `quiet` leaves only what went wrong; `verbose` adds a line for each document."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet = quiet
        self.verbose = verbose
        self._progress = sys.stderr.isatty() and not quiet
        self._shown = 0.0

    def out(self, line: str, *, end: str = "\n") -> None:
        """A line of the answer itself."""
        self._erase_progress()
        sys.stdout.write(line + end)

    def note(self, line: str) -> None:
        """A line about the run, on stderr; not when quiet."""
        if not self.quiet:
            self.error(line)

    def error(self, line: str) -> None:
        """A line about what went wrong, on stderr."""
        self._erase_progress()
        if sys.stdout.isatty():
            sys.stdout.flush()
        sys.stderr.write(line + "\n")

    def progress(self, done: int, total: int, things: str = "documents") -> None:
        """How far the run has come; the last call leaves nothing behind."""
        now = time.monotonic()
        if not self._progress or (done < total and now - self._shown < PROGRESS_SECONDS):
            return
        if done >= total:
            self._erase_progress()
            return
        self._shown = now
        sys.stderr.write(f"{ERASE_LINE}{done:,} of {total:,} {things}")
        sys.stderr.flush()

    def _erase_progress(self) -> None:
        if self._shown:
            sys.stderr.write(ERASE_LINE)
            sys.stderr.flush()
            self._shown = 0.0


def coloured(stream: TextIO) -> bool:
    """Whether to write colours: NO_COLOR, FORCE_COLOR (in this order), else on a terminal that knows them."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def paint(text: str, style: str, *, on: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if on and text else text


def printable(text: str) -> str:
    """The text without what would steer a terminal; line ends stay.

    >>> printable("a\\x1b[2Jb\\n")
    'a␛[2Jb\\n'
    """
    return CONTROL.sub(_picture, text)


def shown_name(name: str) -> str:
    r"""A file's name on one line, whatever is in it.

    >>> shown_name("a\nb.txt")
    'a\\nb.txt'
    """
    return CONTROL_IN_NAME.sub(lambda match: repr(match[0])[1:-1], name)


def _picture(match: re.Match[str]) -> str:
    """Unicode has a picture for each of the old control characters; `\\r` stands at line ends and stays."""
    code = ord(match[0])
    if match[0] == "\r":
        return "\r"
    return chr(FIRST_PICTURE + code) if code < ord(" ") else "\N{REPLACEMENT CHARACTER}"
