"""Reads .gitignore files as git does, and says which paths they exclude. All paths are real paths."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from cleaner.regularfile import exists, read_regular

IGNORE_FILE = ".gitignore"


# What stands in brackets in a pattern: an escaped character, a class such as [:digit:], or another character.
BRACKETS = re.compile(r"\\.|\[([!^]?)(\]?(?:\[:\w+:\]|\\.|[^\]\\])*)\]")
CLASS = re.compile(r"\[:(\w+):\]")
RANGE = re.compile(r"(\\?.)-(\\?.)")
# The POSIX classes of ASCII as ranges, because no matcher of pathspec knows the classes. No name has a slash.
CLASSES = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": " \t",
    "cntrl": "\x01-\x1f\x7f",
    "digit": "0-9",
    "graph": "0-~!-.",
    "lower": "a-z",
    "print": " -.0-~",
    "punct": ":-@!-.[-`{-~",
    "space": " \t-\r",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}


# Lines compiled as one. RE2 compiles 1,000 names or globs in .2 s and refuses 2,000 globs; 20,000 names take 3 s.
MOST_LINES = 1000


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns in .gitignore syntax and the folder that they are relative to.

    `ignored` are the lines that match nothing, in git's reading too, or that are too large to be compiled.
    """

    folder: str
    specs: tuple[GitIgnoreSpec, ...]
    ignored: tuple[str, ...] = ()

    @classmethod
    def of(cls, folder: Path, lines: Iterable[str]) -> "Patterns":
        ignored: list[str] = []
        read = [_as_git_sees(line) for line in lines]
        parts = (read[start : start + MOST_LINES] for start in range(0, len(read), MOST_LINES))
        specs = tuple(spec for part in parts for spec in _compiled(part, ignored))
        return cls(str(folder).rstrip(os.sep) + os.sep, specs, tuple(ignored))

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        """True: excluded; False: included again by a `!` pattern; None: no pattern matches."""
        if not path.startswith(self.folder):
            return None
        relative = _as_git_sees(path[len(self.folder) :].replace(os.sep, "/"))
        relative = relative + "/" if is_folder else relative
        verdicts = (spec.check_file(relative).include for spec in reversed(self.specs))
        return next((verdict for verdict in verdicts if verdict is not None), None)


def _compiled(lines: Sequence[str], ignored: list[str]) -> Iterator[GitIgnoreSpec]:
    """The lines as few specs, in their order: RE2, which matches in linear time, compiles only so much at once."""
    try:
        yield GitIgnoreSpec.from_lines(map(_with_ranges, lines))
    except Exception:  # noqa: BLE001 (each engine that pathspec may use raises errors of its own)
        if len(lines) == 1:
            ignored.append(lines[0])
            return
        middle = len(lines) // 2
        yield from _compiled(lines[:middle], ignored)
        yield from _compiled(lines[middle:], ignored)


def _with_ranges(line: str) -> str:
    """The pattern with each class as ranges. Of a range that holds nothing git reads the first character.

    >>> _with_ranges("[[:digit:]z-a]*.txt")
    '[0-9z]*.txt'
    """
    return BRACKETS.sub(_with_ranges_in, line) if "[" in line else line


def _with_ranges_in(found: re.Match[str]) -> str:
    if found[2] is None:  # an escaped character
        return found[0]
    content = CLASS.sub(lambda name: CLASSES[name[1]], found[2])
    content = RANGE.sub(lambda ends: ends[0] if ends[1][-1] <= ends[2][-1] else ends[1], content)
    return f"[{found[1]}{content}]"


def _as_git_sees(name: str) -> str:
    """The name as Latin-1: git compares bytes, and not every matcher accepts a name that is not UTF-8."""
    return name if name.isascii() else os.fsencode(name).decode("latin-1")


# The patterns that apply in a folder, those of the outermost folder first.
Stack = tuple[Patterns, ...]


def with_own(folder: Path, stack: Stack, faults: list[str]) -> Stack:
    """The stack with the patterns of this folder's .gitignore, if it has one. `faults` gets what is wrong with it."""
    file = folder / IGNORE_FILE
    try:
        text = read_regular(file).decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return stack
    except OSError as error:
        faults.append(f"{file} cannot be read: {error.strerror}")
        return stack
    # As git splits it: at LF and CRLF alone, and a byte order mark counts for nothing.
    patterns = Patterns.of(folder, text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"))
    faults += [f"{file}: the pattern {line!r} matches nothing" for line in patterns.ignored]
    return (*stack, patterns)


def excluded(path: str, stack: Stack, *, is_folder: bool) -> bool:
    """Whether the nearest patterns that match the path exclude it."""
    for level in reversed(stack):
        verdict = level.verdict(path, is_folder=is_folder)
        if verdict is not None:
            return verdict
    return False


def patterns_above(folder: Path, faults: list[str]) -> Stack:
    """The patterns from the root of the repository down to the parent of `folder`; empty outside a repository.

    Empty also if the patterns exclude the folder itself: a user who names an ignored folder wants the files in it.
    """
    if exists(folder / ".git"):
        return ()
    repository = next((parent for parent in folder.parents if exists(parent / ".git")), None)
    if repository is None:
        return ()
    stack: Stack = ()
    path = repository
    for name in folder.relative_to(repository).parts:
        stack = with_own(path, stack, faults)
        path /= name
        if excluded(str(path), stack, is_folder=True):
            return ()
    return stack
