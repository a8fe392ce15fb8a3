"""What git has staged in the repository of the current folder. Asks git itself, and changes nothing."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from cleaner.regularfile import real_folder


class Index(NamedTuple):
    """The files that the next commit will hold. Names are as git writes them: relative to `top`, with slashes.

    `changed` are staged files that differ on disk, line ends apart where git converts them. `deleted` are in the last
    commit and not in the next.
    """

    top: Path
    staged: frozenset[str]
    changed: frozenset[str]
    deleted: tuple[str, ...]

    @classmethod
    def here(cls) -> "Index | None":
        """The index of the repository that holds the current folder; None if there is none, or no git."""
        top = _git(Path.cwd(), "rev-parse", "--show-toplevel").removesuffix("\n")
        if not top:
            return None
        folder = Path(top).resolve()
        return cls(
            folder,
            frozenset(_names(_git(folder, "ls-files", "-z"))),
            frozenset(_names(_git(folder, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z"))),
            tuple(_names(_git(folder, "diff", "--cached", "--name-only", "--no-renames", "--diff-filter=D", "-z"))),
        )

    def name(self, path: Path) -> str:
        """The name of the file at this path, or an empty string if it lies outside the repository."""
        folder = real_folder(path.parent)
        return (folder / path.name).relative_to(self.top).as_posix() if folder.is_relative_to(self.top) else ""

    def unstaged(self, paths: Iterable[Path]) -> list[Path]:
        """Those of the paths that the next commit will not hold as they are on disk, but for files that git ignores."""
        names = {path: self.name(path) for path in paths}
        untracked = {name for name in names.values() if name and name not in self.staged}
        missing = untracked - self._ignored(untracked) | self.changed
        return [path for path, name in names.items() if name in missing]

    def _ignored(self, names: Iterable[str]) -> set[str]:
        given = "".join(f"{name}\0" for name in sorted(names))
        return set(_names(_git(self.top, "check-ignore", "-z", "--stdin", given=given))) if given else set()


def _names(listed: str) -> list[str]:
    return listed.split("\0")[:-1]


def _git(folder: Path, *arguments: str, given: str = "") -> str:
    """What git prints; nothing if it fails or is not there. It takes no lock: a commit may hold the index."""
    command = ("git", "--no-optional-locks", *arguments)
    try:
        done = subprocess.run(command, cwd=folder, input=os.fsencode(given), capture_output=True, check=False)  # noqa: S603 - names go to its input
    except OSError:
        return ""
    return os.fsdecode(done.stdout)
