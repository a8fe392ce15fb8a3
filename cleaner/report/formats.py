"""The formats in which findings and problems are printed."""

from enum import StrEnum


class Format(StrEnum):
    """The name of a format, as given to `--format`."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
