"""Lines for people on stdout and stderr, and the progress of a long run."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from cleaner.report.terminal import one_line

if TYPE_CHECKING:
    from cleaner.report.progress import Bar

# Seconds before the progress of a run is shown; chosen by hand: a shorter run needs none, and does not pay for rich.
PROGRESS_AFTER = 2.0


class Console:
    """stdout and stderr. `quiet` leaves only what went wrong; `verbose` adds a line for each document."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet = quiet
        self.verbose = verbose
        self._bar: Bar | None = None

    def out(self, line: str) -> None:
        """Write a line of the command's answer, to stdout."""
        self.write(one_line(line) + "\n")

    def write(self, text: str) -> None:
        """Write a text of the command's answer as it is, to stdout."""
        if sys.stdout.isatty():
            self._hide_bar()
        sys.stdout.write(text)

    def note(self, line: str) -> None:
        """Write a line about the run, to stderr, unless the console is quiet."""
        if not self.quiet:
            self.error(line)

    def error(self, line: str) -> None:
        """Write a line about what went wrong, to stderr."""
        self._hide_bar()
        if sys.stdout.isatty():
            sys.stdout.flush()
        with suppress(OSError):  # what stderr cannot take is lost, and the work goes on
            sys.stderr.write(one_line(line) + "\n")

    @contextmanager
    def progress(self, total: int | None, noun: str) -> Iterator[Callable[[int], None]]:
        """Show on a terminal how many of `total` items, if that is known, are done; give a function to be told it.

        `noun` names one item. The bar appears after `PROGRESS_AFTER` seconds, and nothing of it is left at the end.
        """
        began = time.monotonic()
        wanted = sys.stderr.isatty() and not self.quiet and os.environ.get("TERM") != "dumb"

        def show(done: int) -> None:
            if self._bar is None and wanted and time.monotonic() - began >= PROGRESS_AFTER:
                from cleaner.report.progress import Bar

                self._bar = Bar(total, noun)
            if self._bar is not None:
                self._bar.show(done)

        try:
            yield show
        finally:
            self._hide_bar()
            self._bar = None

    def _hide_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()
