"""The formats in which findings and problems are printed."""

from enum import StrEnum

# How each page of `--report` begins; a file that begins otherwise is not ours.
REPORT_PAGE = "<!DOCTYPE html>\n<!-- A report of cleaner. -->\n"


class Format(StrEnum):
    """The name of a format of the problems in rule files, as given to `--format`."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class FindingFormat(StrEnum):
    """The name of a format of findings, as given to `--output-format`."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
