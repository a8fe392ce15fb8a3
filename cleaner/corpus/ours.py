"""Which files `cleaner` may replace: those that it wrote, as it wrote them."""

import subprocess
from pathlib import Path

from cleaner.corpus.journal import Journal
from cleaner.corpus.marks import MarksError, digest_of, read_marks
from cleaner.corpus.naming import marks_path
from cleaner.regularfile import read_regular


def may_replace(path: Path, journal: Journal) -> bool:
    """Whether nothing is lost if this file is replaced: there is none, we wrote it so, or git has it as it is.

    We wrote it so if the journal has its digest, or if clean text and marks beside each other belong together.
    """
    try:
        content = read_regular(path)
    except FileNotFoundError:
        return True
    except OSError:  # no regular file, which is never replaced, and says so when it is written
        return True
    return journal.has(path, digest_of(content)) or _belongs(path, content) or _is_committed(path)


def _belongs(path: Path, content: bytes) -> bool:
    """Whether a clean text has the digest in the marks beside it, or marks that of the clean text beside them."""
    try:
        if path.suffix != ".json":
            return read_marks(read_regular(marks_path(path)), path).clean == digest_of(content)
        clean = read_marks(content, path).clean
        beside = (path.with_suffix(suffix) for suffix in (".txt", ".text", ".md"))
        return any(text.is_file() and digest_of(read_regular(text)) == clean for text in beside)
    except (OSError, MarksError):
        return False


def _is_committed(path: Path) -> bool:
    """Whether the last commit of a repository has the file as it is: git then says nothing of its status."""
    command = ("git", "--no-optional-locks", "status", "--porcelain", "--ignored", "--", f"./{path.name}")
    try:
        done = subprocess.run(command, cwd=path.parent, capture_output=True, check=False)  # noqa: S603 (no shell)
    except OSError:
        return False
    return done.returncode == 0 and not done.stdout
