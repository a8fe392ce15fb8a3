"""Outcomes of the records of a container that is not written yet: a run that was killed goes on where it stopped."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from io import BufferedRandom
from pathlib import Path
from typing import Any

from cleaner.batch.worker import Failure
from cleaner.commands.memory import noted, remembered
from cleaner.corpus.journal import Journal
from cleaner.corpus.journal_lines import Made
from cleaner.corpus.source import Source
from cleaner.regularfile import regular_descriptor
from cleaner.report.outcomes import Cleaned

FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
FLAGS |= getattr(os, "O_BINARY", 0)


class Spool:
    """The outcomes in a file, a line each, in the order of the records; the first line names what they are made from.

    What a record is written as follows its line, as it is.

    A killed run may have left half a line: it and what follows is written anew. A file that cannot be written, as on a
    full disk, is given up, and the run goes on without.
    """

    def __init__(self, file: BufferedRandom, made: Made) -> None:
        self._file: BufferedRandom | None = file
        heading = json.dumps([made.source, made.key]).encode() + b"\n"
        self._known = file.readline() == heading
        if not self._known:
            file.seek(0)
            file.truncate()
            file.write(heading)
            file.flush()
        self._read = self._noted = 0
        self.kept = False  # whether it is left for a later run

    def recall(self, record: Source) -> Cleaned | Failure | None:
        """The outcome of the next record, if an earlier run came so far."""
        if not self._known or self._file is None:
            return None
        place = self._file.tell()
        outcome = _read(self._file, record.name)
        if outcome is None:
            self._known = False
            self._file.seek(place)
            self._file.truncate()
        else:
            self._read += 1
        return outcome

    def note(self, record: Source, outcome: Cleaned | Failure) -> None:
        """Keep the outcome of the next record, unless it was read from here."""
        self._noted += 1
        if self._file is None or self._noted <= self._read:
            return
        try:
            written = b"" if isinstance(outcome, Failure) else outcome.written
            self._file.write(json.dumps([record.name, *_values(outcome)]).encode() + b"\n" + written)
            self._file.flush()
        except OSError:
            self._file = None


def _values(outcome: Cleaned | Failure) -> tuple[Any, Any]:
    """A failure or an outcome, as JSON has it, and None for the other."""
    if isinstance(outcome, Failure):
        return (outcome.reason, outcome.message), None
    if outcome.written:
        return None, noted(outcome) | {"written": len(outcome.written)}
    return None, noted(outcome) | {"text": outcome.text, "column": outcome.column, "about": outcome.about}


def _read(file: BufferedRandom, name: str) -> Cleaned | Failure | None:
    """The next outcome, for the record of this name; None if there is none, or only a part."""
    with suppress(ValueError, TypeError, KeyError, RecursionError):
        line = file.readline()
        written_for, failure, values = json.loads(line)
        if written_for == name and line.endswith(b"\n"):
            if failure:
                return Failure(*map(str, failure))
            if "written" in values:
                written = file.read(min(values["written"], os.fstat(file.fileno()).st_size - file.tell()))
                return _if_whole(remembered(values)._replace(state=None, written=written), values["written"])
            texts = {"text": str(values["text"]), "column": dict(values["column"]), "about": values["about"]}
            return remembered(values)._replace(state=None, **texts)
    return None


def _if_whole(outcome: Cleaned, size: int) -> Cleaned | None:
    return outcome if len(outcome.written) == size else None


@contextmanager
def spool_for(target: Path, journal: Journal, made: Made) -> Iterator[Spool | None]:
    """The spool of a clean container that is being made; None where none can be written.

    It stands beside the journal, and is removed at the end unless it is `kept`.
    """
    path = journal.file.with_name(f"{sha256(os.fsencode(target.absolute())).hexdigest()[:16]}.spool")
    try:
        journal.make_folder()
        file = os.fdopen(regular_descriptor(path, FLAGS, 0o600), "r+b")
        spool = Spool(file, made)
    except OSError:
        yield None
        return
    try:
        with file:
            yield spool
    except Exception:  # the container failed, and would fail again
        path.unlink(missing_ok=True)
        raise
    if not spool.kept:
        path.unlink(missing_ok=True)
