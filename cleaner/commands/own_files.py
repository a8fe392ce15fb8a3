"""Files besides clean texts that a run writes where its user says: never over another's file."""

from pathlib import Path

from cleaner.errors import UsageError
from cleaner.regularfile import open_regular
from cleaner.report.formats import REPORT_PAGE


def require_ours(option: str, path: Path, beginning: bytes) -> None:
    """Raise `UsageError` if there is a file, and it does not begin as those that this option writes."""
    if path.is_dir():
        raise UsageError(f"{option} {path}: this is a folder; name a file")
    try:
        with open_regular(path) as file:
            found = file.read(len(beginning))
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise UsageError(f"{option} {path}: {error.strerror}") from error
    if found not in (b"", beginning):
        raise UsageError(f"{option} {path}: there is another file of this name; an existing file is never changed")


def is_report(path: Path) -> bool:
    """Whether a page is one that `--report` wrote, and so no document."""
    try:
        with open_regular(path) as file:
            return file.read(len(REPORT_PAGE)) == REPORT_PAGE.encode()
    except OSError:
        return False
