"""`cleaner undo`: restores the original of a clean text."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedWriter
from pathlib import Path
from typing import Any

from cleaner.containers.compression import compressed
from cleaner.containers.opening import originals
from cleaner.corpus.marks import MarksError
from cleaner.corpus.marksfile import undo_file
from cleaner.corpus.naming import container_format
from cleaner.corpus.writing import new_token, scratch_for, write_new
from cleaner.errors import UsageError
from cleaner.regularfile import exists
from cleaner.report.console import Console
from cleaner.report.exitcode import ExitCode


def undo(path: Path, output: Path | None) -> ExitCode:
    """Restore the original of a clean text, to a new file or stdout; if it cannot be restored, stderr says why."""
    if not exists(path):
        raise UsageError(f"{path}: no such file")
    console = Console()
    if container_format(path.name):
        return _undo_container(path, output, console)
    try:
        undone = undo_file(path)
    except MarksError as error:
        console.error(f"cleaner: {error}")
        return ExitCode.FOUND
    if output is None:
        sys.stdout.buffer.write(undone.data)
    else:
        write_new(output, undone.data)
    if undone.note:
        console.error(undone.note)
    return ExitCode.DONE


def _undo_container(path: Path, output: Path | None, console: Console) -> ExitCode:
    """Restore the original of a clean container; records that cannot be restored stay as they are, and are named."""
    faults = 0
    with _sink(output) as file, compressed(file, (output or path).name) as out:
        for name, fault in originals(path, out):
            console.error(f"{name}: not restored: {fault}")
            faults += 1
    return ExitCode.FOUND if faults else ExitCode.DONE


@contextmanager
def _sink(output: Path | None) -> Iterator[Any]:
    """Where the original is written: a new file, which is there only once it is whole, or standard output."""
    if output is None:
        yield sys.stdout.buffer
        return
    if exists(output):
        raise UsageError(f"{output}: File exists; an existing file is never changed")
    with scratch_for(output, None, new_token()) as scratch, BufferedWriter(scratch.file) as file:
        yield file
        file.flush()
        scratch.take_place()
