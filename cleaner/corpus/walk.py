"""Walks a folder. Apart from discovery, so that a run on named files does not import pathspec."""

import os
import stat
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from cleaner.corpus.gitignore import IGNORE_FILE, Patterns, Stack, excluded, patterns_above, with_own
from cleaner.corpus.naming import is_document
from cleaner.corpus.selection import Selection


class Walk:
    """The documents below one folder, as (real path, path below the root as given).

    `skipped` counts what is skipped, by reason. `faults` gets what is wrong with .gitignore files, in words.
    """

    def __init__(self, root: Path, selection: Selection, skipped: Counter[str], faults: list[str]) -> None:
        self._root = root
        self._real_root = root.resolve()
        self._naming = selection.naming
        exclude = _exclude_patterns(selection, self._real_root)
        faults += [f"--exclude: the pattern {line!r} matches nothing" for line in exclude.ignored]
        self._exclude: Stack = (exclude,)
        self._out_dir = self._naming.out_dir.resolve() if self._naming.out_dir else None
        self._skipped = skipped
        self._faults = faults

    def __iter__(self) -> Iterator[tuple[Path, Path]]:
        folders = [(self._real_root, self._root, patterns_above(self._real_root, self._faults))]
        while folders:
            place, shown, stack = folders.pop()
            entries = self._entries(place)
            if any(entry.name == IGNORE_FILE for entry in entries):
                stack = with_own(place, stack, self._faults)
            for entry in entries:
                if reason := self._reason_to_skip(entry, stack):
                    self._skipped[reason] += 1
                elif entry.is_dir(follow_symlinks=False):
                    folders.append((place / entry.name, shown / entry.name, stack))
                elif is_document(entry.name):
                    yield place / entry.name, shown / entry.name

    def _entries(self, folder: Path) -> list["os.DirEntry[str]"]:
        try:
            with os.scandir(folder) as entries:
                return list(entries)
        except OSError:
            self._skipped["unreadable folder"] += 1
            return []

    def _reason_to_skip(self, entry: "os.DirEntry[str]", stack: Stack) -> str:
        """Why an entry is skipped, or "". Files that are not documents are skipped without a count."""
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.is_symlink() and _is_folder(entry):
            # A folder below the root is found at its own place, so its links need not be followed, and no loop is
            # possible.
            return "linked folder"
        if is_folder and entry.name.startswith("."):
            return "hidden folder"
        if not is_folder and not is_document(entry.name):
            return ""
        if excluded(entry.path, stack, is_folder=is_folder):
            return "ignored by git"
        if excluded(entry.path, self._exclude, is_folder=is_folder):
            return "excluded"
        return self._reason_to_skip_folder(entry) if is_folder else self._reason_to_skip_file(entry)

    def _reason_to_skip_folder(self, entry: "os.DirEntry[str]") -> str:
        return "output folder" if self._out_dir is not None and Path(entry.path) == self._out_dir else ""

    def _reason_to_skip_file(self, entry: "os.DirEntry[str]") -> str:
        if self._naming.is_output(entry.name):
            return "own output"
        if entry.is_symlink():
            return self._reason_to_skip_link(Path(entry.path))
        return "" if entry.is_file(follow_symlinks=False) else "not a regular file"

    def _reason_to_skip_link(self, link: Path) -> str:
        try:
            if not stat.S_ISREG(link.stat().st_mode):
                return "not a regular file"
            return "" if link.resolve().is_relative_to(self._real_root) else "link out of the folder"
        except (OSError, RuntimeError):  # it leads nowhere, in a circle, or into a folder that is closed
            return "broken link"


def _is_folder(link: "os.DirEntry[str]") -> bool:
    try:
        return link.is_dir()
    except OSError:  # it leads into a folder that is closed, or to a name that is too long
        return False


def is_excluded(path: Path, selection: Selection) -> bool:
    """Whether `exclude` matches a named path or, as in git, any folder above it."""
    place = path.parent.resolve() / path.name
    inside = place.is_relative_to(selection.folder.resolve())
    stack = (_exclude_patterns(selection, place if inside else Path(place.anchor)),)
    return excluded(str(place), stack, is_folder=path.is_dir()) or any(
        excluded(str(parent), stack, is_folder=True) for parent in place.parents
    )


@lru_cache(maxsize=64)
def _patterns(folder: Path, lines: tuple[str, ...]) -> Patterns:
    return Patterns.of(folder, lines)


def _exclude_patterns(selection: Selection, otherwise: Path) -> Patterns:
    """The patterns of `exclude`, relative to their folder, or to `otherwise` if that lies outside the folder."""
    folder = selection.folder.resolve()
    return _patterns(folder if otherwise.is_relative_to(folder) else otherwise, selection.exclude)
