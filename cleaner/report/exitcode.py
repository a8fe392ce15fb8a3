"""What the exit code of the command means."""

from enum import IntEnum


class ExitCode(IntEnum):
    """All exit codes of the command; a bug exits with 1, as any exception in Python does."""

    DONE = 0
    FOUND = 1
    USAGE = 2
    INTERRUPTED = 130  # 128 + SIGINT, as a shell reports it
    TERMINATED = 143  # 128 + SIGTERM
