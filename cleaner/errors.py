"""Errors for people: each says what is wrong, where, and how to fix it."""

from collections.abc import Iterable
from pathlib import Path


class CleanerError(Exception):
    """Base class of all errors that this package raises on purpose."""


class RuleError(CleanerError):
    """A rule file that cannot be used; the message names the file, the rule, the field and the fix."""

    def __init__(self, path: Path | str, what: str, fix: str, *, rule: str = "", field: str = "") -> None:
        self.path, self.rule, self.field, self.what, self.fix = path, rule, field, what, fix
        place = ": ".join([str(path), *([f"rule '{rule}'"] if rule else []), *([f"field '{field}'"] if field else [])])
        super().__init__(f"{place}: {what}; {fix}")


class PatternError(CleanerError):
    """A pattern that is not in the rule language; the message says what is wrong with it and how to fix it."""

    def __init__(self, what: str, fix: str) -> None:
        self.what, self.fix = what, fix
        super().__init__(f"{what}; {fix}")


class DocumentError(CleanerError):
    """A document that cannot be cleaned; `reason` is a short slug such as "binary"."""

    def __init__(self, reason: str, message: str) -> None:
        self.reason, self.message = reason, message
        super().__init__(f"{reason}: {message}")


class UsageError(CleanerError):
    """A command line that cannot be run; the message says why, and what to give instead."""


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """A question that offers the known name closest to `name`, or `otherwise` if none is close.

    >>> did_you_mean("exlude", ["exclude", "extend-exclude"], "see the README")
    "did you mean 'exclude'?"
    >>> did_you_mean("colour", ["exclude", "extend-exclude"], "see the README")
    'see the README'
    """
    from difflib import get_close_matches  # needed only when something is wrong

    nearest = get_close_matches(name, known, 1)
    return f"did you mean '{nearest[0]}'?" if nearest else otherwise
