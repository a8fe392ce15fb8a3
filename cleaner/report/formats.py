"""The formats in which findings and problems are printed."""

from enum import StrEnum


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
