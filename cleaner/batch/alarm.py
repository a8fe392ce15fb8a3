"""Ends this process if a piece of work takes much too long, even if a library never gives Python's lock back."""

import faulthandler
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def allow_alarms() -> None:
    """Let alarms end this process, whatever it has inherited."""
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """End this process if the block takes longer. The system itself keeps the time, but on Windows a thread in C.

    To start and end a thread takes as long as to clean a text of a few lines.
    """
    if sys.platform == "win32":
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            faulthandler.dump_traceback_later(seconds, file=nowhere, exit=True)
            try:
                yield
            finally:
                faulthandler.cancel_dump_traceback_later()
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
