"""The file of `--rejects`: records that failed or were withheld, whole, with the reason."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cleaner.commands.own_files import require_ours
from cleaner.containers.record import Container, Record
from cleaner.errors import UsageError

# How each line begins; a file that begins otherwise is not ours.
OURS = b'{"container": '


class Rejects:
    """Takes records, and writes each as a line of JSON; without a file, none."""

    def __init__(self, file: BinaryIO | None = None) -> None:
        self._file = file

    def add(self, container: Container, record: Record, status: str, reasons: Sequence[str]) -> None:
        """Write a record with its status and the reasons for it."""
        if self._file is None:
            return
        about = {"container": record.container, "number": record.number, "place": record.place}
        said = json.dumps({**about, "status": status, "reasons": list(reasons)})
        self._file.write(f'{said[:-1]}, "record": {container.whole(record)}}}\n'.encode("utf-8", "backslashreplace"))


@contextmanager
def rejects_in(path: Path | None) -> Iterator[Rejects]:
    """What takes records for a file, which is written anew. Raises `UsageError` if it is not ours, or not writable."""
    if path is None:
        yield Rejects()
        return
    try:
        require_rejects(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("wb")
    except OSError as error:
        raise UsageError(f"--rejects {path}: {error.strerror}") from error
    with file:
        yield Rejects(file)


def require_rejects(path: Path) -> None:
    """Raise `UsageError` if a file is there that another run did not write."""
    require_ours("--rejects", path, OURS)
