"""Writing to a file that a user names with `--output`."""

from pathlib import Path

from cleaner.cli.documents import UsageError
from cleaner.files import unchanged


def write_new(output: Path, data: bytes) -> None:
    """Write a new file; one that is there with the same content will do, any other is left alone."""
    if unchanged(output, data):
        return
    try:
        with output.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise UsageError(f"{output}: {error.strerror}; an existing file is never changed") from error
