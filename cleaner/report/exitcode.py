"""What the command's exit code means."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The only codes that the command exits with; a bug keeps Python's, which is 1."""

    DONE = 0
    FOUND = 1
    USAGE = 2
    INTERRUPTED = 130  # 128 + SIGINT, as a shell reports it
    TERMINATED = 143  # 128 + SIGTERM
