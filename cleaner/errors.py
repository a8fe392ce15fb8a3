"""Errors that are for people: what, where, and what to do."""

from pathlib import Path


class CleanerError(Exception):
    """Base of all errors that this package raises on purpose."""


class RuleError(CleanerError):
    """A rule file that cannot be used: names file, rule, field and the mend."""

    def __init__(self, path: Path | str, what: str, mend: str, *, rule: str = "", field: str = "") -> None:
        self.path, self.rule, self.field, self.what, self.mend = path, rule, field, what, mend
        place = ": ".join([str(path), *([f"rule '{rule}'"] if rule else []), *([f"field '{field}'"] if field else [])])
        super().__init__(f"{place}: {what}; {mend}")


class PatternError(CleanerError):
    """A pattern outside the rule language: what is wrong with it, and the mend."""

    def __init__(self, what: str, mend: str) -> None:
        self.what, self.mend = what, mend
        super().__init__(f"{what}; {mend}")


class DocumentError(CleanerError):
    """A document that cannot be cleaned; `reason` is a short slug such as "binary"."""

    def __init__(self, reason: str, message: str) -> None:
        self.reason = reason
        super().__init__(f"{reason}: {message}")


class UsageError(CleanerError):
    """A command line that makes no sense: what, and what would."""
