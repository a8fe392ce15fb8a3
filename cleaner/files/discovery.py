"""Finding the documents below the paths that a user names."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cleaner.files.naming import Naming, is_document

if TYPE_CHECKING:
    from cleaner.files.gitignore import Patterns

# Folders that hold other people's files; `--exclude` replaces the list, `--extend-exclude` adds to it.
DEFAULT_EXCLUDE = ("node_modules/", "site-packages/", "__pycache__/", "venv/")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which of the files below a path are documents. `exclude` is in .gitignore syntax, relative to `folder`."""

    naming: Naming = Naming()
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    force_exclude: bool = False
    folder: Path = Path()
    named_outputs: bool = False


@dataclass(slots=True)
class Found:
    """The documents in path order, and how many files and folders were passed over, by reason."""

    paths: list[Path] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


def find(paths: list[Path], selection: Selection) -> Found:
    """The documents among and below `paths`, each once. Every path must exist."""
    found = Found()
    walk = _Walk(selection, found.skipped)
    seen: dict[str, str] = {}
    for path in paths:
        files = walk.below(path) if path.is_dir() else walk.named(path)
        for file in files:
            seen.setdefault(os.path.abspath(file), file)
    found.paths = [Path(seen[key]) for key in sorted(seen, key=lambda key: key.split(os.sep))]
    return found


class _Walk:
    """One run over folders; counts what it passes over."""

    def __init__(self, selection: Selection, skipped: Counter[str]) -> None:
        self._selection = selection
        self._naming = selection.naming
        self._skipped = skipped
        self._exclude: tuple[Patterns, ...] | None = None

    def named(self, path: Path) -> Iterator[str]:
        """A file named by the user is taken whatever its extension, unless it is our own output."""
        if self._naming.is_output(path.name) and not self._selection.named_outputs:
            self._skipped["own output"] += 1
        elif self._selection.force_exclude and self._is_excluded(path):
            self._skipped["excluded"] += 1
        else:
            yield str(path)

    def below(self, root: Path) -> Iterator[str]:
        if self._selection.force_exclude and self._is_excluded(root):
            self._skipped["excluded"] += 1
            return
        from cleaner.files.gitignore import patterns_above

        self._root = os.path.realpath(root)
        out_dir = self._naming.out_dir
        self._out_dir = os.path.realpath(out_dir) if out_dir is not None else None
        yield from self._folder(str(root), patterns_above(os.path.abspath(root)))

    def _folder(self, folder: str, stack: tuple["Patterns", ...]) -> Iterator[str]:
        from cleaner.files.gitignore import read_patterns

        try:
            with os.scandir(folder) as scan:
                entries = list(scan)
        except OSError:
            self._skipped["unreadable folder"] += 1
            return
        if any(entry.name == ".gitignore" for entry in entries):
            own = read_patterns(os.path.abspath(folder))
            stack = (*stack, own) if own else stack
        for entry in entries:
            path = os.path.normpath(entry.path)
            reason = self._reason_to_skip(entry, stack)
            if reason:
                self._skipped[reason] += 1
            elif entry.is_dir(follow_symlinks=False):
                yield from self._folder(path, stack)
            elif is_document(entry.name):
                yield path

    def _reason_to_skip(self, entry: "os.DirEntry[str]", stack: tuple["Patterns", ...]) -> str:
        """Why an entry is passed over, or ""; files that are no documents at all are not worth a count."""
        from cleaner.files.gitignore import excluded

        is_folder = entry.is_dir(follow_symlinks=False)
        if not is_folder and not is_document(entry.name):
            return self._linked_folder(entry)
        if is_folder and entry.name.startswith("."):
            return "hidden folder"
        path = os.path.abspath(entry.path)
        if excluded(path, is_folder, stack):
            return "ignored by git"
        if excluded(path, is_folder, self._exclude_patterns()):
            return "excluded"
        if is_folder:
            return "output folder" if self._out_dir == os.path.realpath(path) else ""
        return self._reason_to_skip_file(entry)

    def _reason_to_skip_file(self, entry: "os.DirEntry[str]") -> str:
        if self._naming.is_output(entry.name):
            return "own output"
        if not entry.is_file():
            return self._linked_folder(entry) or ("broken link" if entry.is_symlink() else "not a regular file")
        if entry.is_symlink() and not self._stays_inside(entry.path):
            return "link out of the folder"
        return ""

    def _linked_folder(self, entry: "os.DirEntry[str]") -> str:
        """Linked folders are never entered: what lies inside is found at its own place, and loops cannot form."""
        return "linked folder" if entry.is_symlink() and entry.is_dir() else ""

    def _stays_inside(self, link: str) -> bool:
        target = os.path.realpath(link)
        return target.startswith(self._root.rstrip(os.sep) + os.sep)

    def _is_excluded(self, path: Path) -> bool:
        """As git does, a path is excluded with any folder that it lies in."""
        from cleaner.files.gitignore import excluded

        absolute = Path(os.path.abspath(path))
        patterns = self._exclude_patterns()
        if excluded(str(absolute), path.is_dir(), patterns):
            return True
        return any(excluded(str(parent), True, patterns) for parent in absolute.parents)

    def _exclude_patterns(self) -> tuple["Patterns", ...]:
        if self._exclude is None:
            from cleaner.files.gitignore import patterns

            folder = os.path.abspath(self._selection.folder)
            self._exclude = (patterns(folder, self._selection.exclude),)
        return self._exclude
