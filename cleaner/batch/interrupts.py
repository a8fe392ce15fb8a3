"""Ctrl-C and SIGTERM, and when they are heard."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held_back() -> Iterator[None]:
    """While a process is started, no signal is heard: what a handler raises amid a fork is lost.

    A process inherits the mask, so it never sees Ctrl-C, which reaches all processes of the terminal: the parent alone
    shall.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
