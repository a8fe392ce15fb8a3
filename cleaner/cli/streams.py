"""stdin, stdout and stderr, any of which may be closed, full or a broken pipe."""

import os
import sys
from contextlib import suppress

from cleaner.report.terminal import one_line

STDOUT, STDERR = 1, 2


def prepare_streams() -> None:
    """Make stdout and stderr write UTF-8, file names byte for byte, and line ends as they are in the text.

    A closed stream gets a file, or the next file that is opened would take its number. Nothing can be read from that of
    stdin, and nothing written to that of stdout: an answer that is lost is an error. What stderr would say is lost.
    """
    for number in (0, STDOUT, STDERR):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_WRONLY if number == STDERR else os.O_RDONLY)
    sys.stdout = sys.stdout or os.fdopen(STDOUT, "w", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(STDERR, "w", closefd=False)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="")  # type: ignore[union-attr]


def complain(line: str) -> None:
    """Write a line to stderr, if that can be written to."""
    with suppress(OSError):
        sys.stderr.write(f"{one_line(line)}\n")
        sys.stderr.flush()


def drop_stdout() -> None:
    """Let what is left in the buffer of stdout go nowhere: it must not be written again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
