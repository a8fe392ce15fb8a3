"""What .gitignore files exclude, read as git reads them."""

import os
from dataclasses import dataclass

from pathspec import GitIgnoreSpec

IGNORE_FILE = ".gitignore"


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns in .gitignore syntax and the folder that they are relative to."""

    folder: str
    spec: GitIgnoreSpec

    def verdict(self, path: str, is_folder: bool) -> bool | None:
        """True: excluded; False: taken back by a `!` pattern; None: these patterns do not speak of it."""
        relative = os.path.relpath(path, self.folder).replace(os.sep, "/")
        if relative.startswith("../") or relative in ("..", "."):
            return None
        return self.spec.check_file(relative + "/" if is_folder else relative).include


def patterns(folder: str, lines: list[str] | tuple[str, ...]) -> Patterns:
    return Patterns(folder, GitIgnoreSpec.from_lines(lines))


def read_patterns(folder: str) -> Patterns | None:
    """The patterns of the .gitignore in this folder, if there is one that can be read."""
    try:
        with open(os.path.join(folder, IGNORE_FILE), encoding="utf-8", errors="surrogateescape") as file:
            return patterns(folder, file.read().splitlines())
    except OSError:
        return None


def excluded(path: str, is_folder: bool, stack: tuple[Patterns, ...]) -> bool:
    """Whether the nearest patterns that speak of the path exclude it. The stack has the outermost first."""
    for level in reversed(stack):
        verdict = level.verdict(path, is_folder)
        if verdict is not None:
            return verdict
    return False


def patterns_above(folder: str) -> tuple[Patterns, ...]:
    """The patterns from the root of the repository down to the parent of `folder`; none outside a repository.

    None either if they exclude the folder itself: who names an ignored folder wants what is in it.
    """
    above: list[str] = []
    current = folder
    while not os.path.exists(os.path.join(current, ".git")):
        parent = os.path.dirname(current)
        if parent == current:
            return ()
        above.append(parent)
        current = parent
    stack: tuple[Patterns, ...] = ()
    for place in reversed(above):
        level = read_patterns(place)
        stack = (*stack, level) if level else stack
    named = [current_folder for current_folder in reversed([folder, *above[:-1]])]
    return () if any(excluded(place, True, stack) for place in named) else stack
