"""A pattern in the two dialects that match it, and what tells that a text may hold a match."""

from typing import NamedTuple, TypeAlias

# For each alternative of a pattern a list of sets of words. A text that matches one has a word of each of its sets.
Telltales: TypeAlias = tuple[tuple[tuple[str, ...], ...], ...]


class Requirement(NamedTuple):
    """An RE2 pattern that occurs in every match of a branch, at its start if `at_start`, at its end if `at_end`.

    `short`, if not empty, is a shorter prefix. `extended`, if not empty, is a longer prefix with gaps in it, where the
    prefix is weak; `at_end` then holds for it.
    """

    pattern: str
    at_start: bool = False
    at_end: bool = False
    extended: str = ""
    short: str = ""


class Translation(NamedTuple):
    """A pattern for `regex`, and what RE2 looks for: every match meets at least one of the requirements.

    `spelled` and `closed` are those of `strength`; `closed` is for `regex`, and empty if nothing is closed. `telltales`
    are those of `telltales`.
    """

    exact: str
    requirements: tuple[Requirement, ...]
    spelled: float
    closed: str
    telltales: Telltales
