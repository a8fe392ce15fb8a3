"""Errors for people: each says what is wrong, where, and how to fix it."""

from collections.abc import Iterable
from pathlib import Path


class CleanerError(Exception):
    """Base class of all errors that this package raises on purpose.

    Each hands its arguments on, and writes its message when it is asked to: so it can be pickled, and a worker that
    raises it is heard.
    """


class RuleError(CleanerError):
    """A rule file that cannot be used; the message names the file, the rule, the field and the fix."""

    def __init__(self, path: Path | str, what: str, fix: str, *, rule: str = "", field: str = "") -> None:
        super().__init__(path, what, fix)
        self.path, self.rule, self.field, self.what, self.fix = path, rule, field, what, fix

    def __str__(self) -> str:
        rule = [f"rule '{self.rule}'"] if self.rule else []
        field = [f"field '{self.field}'"] if self.field else []
        return ": ".join([str(self.path), *rule, *field, f"{self.what}; {self.fix}"])


class PatternError(CleanerError):
    """A pattern that is not in the rule language; the message says what is wrong with it and how to fix it."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what, fix)
        self.what, self.fix = what, fix

    def __str__(self) -> str:
        return f"{self.what}; {self.fix}"


class DocumentError(CleanerError):
    """A document that cannot be cleaned; `reason` is a short slug such as "binary"."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(reason, message)
        self.reason, self.message = reason, message

    def __str__(self) -> str:
        return f"{self.reason}: {self.message}"


def not_installed(what: str, library: str, extra: str) -> DocumentError:
    """The error for a file that an optional library reads, which is missing."""
    return DocumentError("not-installed", f"{what} needs {library}: pip install 'article-cleaner[{extra}]'")


class UsageError(CleanerError, ValueError):
    """An argument or a command line that cannot be used; the message says why, and what to give instead."""


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
