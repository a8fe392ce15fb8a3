"""The start of the command, as `cleaner` and as `python -m cleaner`. It imports nothing that takes time."""

import os
import signal

from cleaner.report.exitcode import ExitCode


def main() -> None:
    """Import and run the command; Ctrl-C ends it without a traceback from the first import on."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, lambda *_: os._exit(ExitCode.INTERRUPTED))
    from cleaner.cli.app import main as run

    signal.signal(signal.SIGINT, before)
    try:
        run()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done and said, and Python's own end takes a moment


if __name__ == "__main__":
    main()
