"""`cleaner undo`: restores the original of a clean text."""

import sys
from pathlib import Path

from cleaner.corpus.marks import MarksError
from cleaner.corpus.marksfile import undo_file
from cleaner.corpus.writing import write_new
from cleaner.errors import UsageError
from cleaner.regularfile import exists
from cleaner.report.console import Console
from cleaner.report.exitcode import ExitCode


def undo(path: Path, output: Path | None) -> ExitCode:
    """Restore the original of a clean text, to a new file or stdout; if it cannot be restored, stderr says why."""
    if not exists(path):
        raise UsageError(f"{path}: no such file")
    console = Console()
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
