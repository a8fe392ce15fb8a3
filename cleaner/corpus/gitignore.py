"""Reads .gitignore files as git does, and says which paths they exclude. All paths are real paths."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

IGNORE_FILE = ".gitignore"


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns in .gitignore syntax and the folder that they are relative to."""

    folder: str
    spec: GitIgnoreSpec

    @classmethod
    def of(cls, folder: Path, lines: Iterable[str]) -> "Patterns":
        return cls(str(folder).rstrip(os.sep) + os.sep, GitIgnoreSpec.from_lines(map(_as_git_sees, lines)))

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        """True: excluded; False: included again by a `!` pattern; None: no pattern matches."""
        if not path.startswith(self.folder):
            return None
        relative = _as_git_sees(path[len(self.folder) :].replace(os.sep, "/"))
        return self.spec.check_file(relative + "/" if is_folder else relative).include


def _as_git_sees(name: str) -> str:
    """The name as Latin-1: git compares bytes, and not every matcher accepts a name that is not UTF-8."""
    return name if name.isascii() else os.fsencode(name).decode("latin-1")


# The patterns that apply in a folder, those of the outermost folder first.
Stack = tuple[Patterns, ...]


def with_own(folder: Path, stack: Stack) -> Stack:
    """The stack with the patterns of this folder's .gitignore, if the folder has one that can be read."""
    try:
        text = (folder / IGNORE_FILE).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return stack
    return (*stack, Patterns.of(folder, text.splitlines()))


def excluded(path: str, stack: Stack, *, is_folder: bool) -> bool:
    """Whether the nearest patterns that match the path exclude it."""
    for level in reversed(stack):
        verdict = level.verdict(path, is_folder=is_folder)
        if verdict is not None:
            return verdict
    return False


def patterns_above(folder: Path) -> Stack:
    """The patterns from the root of the repository down to the parent of `folder`; empty outside a repository.

    Empty also if the patterns exclude the folder itself: a user who names an ignored folder wants the files in it.
    """
    if (folder / ".git").exists():
        return ()
    repository = next((parent for parent in folder.parents if (parent / ".git").exists()), None)
    if repository is None:
        return ()
    stack: Stack = ()
    path = repository
    for name in folder.relative_to(repository).parts:
        stack = with_own(path, stack)
        path /= name
        if excluded(str(path), stack, is_folder=True):
            return ()
    return stack
