"""Blocks Ctrl-C and SIGTERM while a process starts, and while its work is prepared."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def interrupts_blocked() -> Iterator[None]:
    """Block SIGINT and SIGTERM: an exception that a handler raises during a fork, or an import, would be lost.

    The new process inherits the signal mask. It must never see Ctrl-C, which the terminal sends to all its processes:
    the parent alone handles it.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
