"""Which files `cleaner` may replace: those that it wrote, as it wrote them."""

import hashlib
import os
import stat
import subprocess
from pathlib import Path

from cleaner.corpus.journal import Journal
from cleaner.corpus.marks import MarksError, digest_of, read_marks
from cleaner.corpus.naming import TEXT_EXTENSIONS, marks_path
from cleaner.regularfile import read_regular

# Git fetches nothing: the settings of a repository among scraped files may name a program for that.
NO_FETCH = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}
# Hexadecimal digits of a SHA-1, by which most repositories name a content; the others use SHA-256.
SHA1_DIGITS = 40


def may_replace(path: Path, journal: Journal) -> bool:
    """Whether nothing is lost if this file is replaced: there is none, we wrote it so, or git has it as it is.

    We wrote it so if the journal has its digest, or if clean text and marks beside each other belong together. Links,
    folders and the like are never replaced, and whoever writes says so.
    """
    try:
        is_file = stat.S_ISREG(path.lstat().st_mode)
    except OSError:  # there is none, or there can be none
        is_file = False
    if not is_file:
        return True
    try:
        content = read_regular(path)
    except OSError:
        return False
    return journal.has(path, digest_of(content)) or _belongs(path, content) or _is_committed(path, content)


def _belongs(path: Path, content: bytes) -> bool:
    """Whether a clean text has the digest in the marks beside it, or marks that of the clean text beside them."""
    try:
        if path.suffix != ".json":
            return read_marks(read_regular(marks_path(path)), path).clean == digest_of(content)
        clean = read_marks(content, path).clean
        beside = (path.with_suffix(suffix) for suffix in sorted(TEXT_EXTENSIONS))
        return any(text.is_file() and digest_of(read_regular(text)) == clean for text in beside)
    except (OSError, MarksError):
        return False


def _is_committed(path: Path, content: bytes) -> bool:
    """Whether the last commit of a repository has the file as it is, or with the line ends that git makes of them.

    `git status` would answer too, but runs the filters and monitors that a `.git/config` among scraped files may name.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | NO_FETCH
    command = ("git", "rev-parse", "--verify", "--quiet", f"HEAD:./{path.name}")
    try:
        done = subprocess.run(command, cwd=path.parent, env=environment, capture_output=True, check=False)  # noqa: S603
    except OSError:
        return False
    committed = done.stdout.decode(errors="replace").strip()
    return committed in (_object_id(each, len(committed)) for each in (content, content.replace(b"\r\n", b"\n")))


def _object_id(content: bytes, digits: int) -> str:
    """The name of a content in git, in a repository whose names have so many digits."""
    algorithm = "sha1" if digits == SHA1_DIGITS else "sha256"
    return hashlib.new(algorithm, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
