"""The findings of `cleaner check`, in each format."""

import json
from collections.abc import Iterable, Iterator

from cleaner.report.console import shown_name
from cleaner.report.formats import Format
from cleaner.report.outcomes import Finding

# The path of a document, and a finding in it.
Placed = tuple[str, Finding]


def lines(placed: Iterable[Placed], format_: Format) -> Iterator[str]:
    """One line for each finding."""
    for name, finding in placed:
        if format_ is Format.GITHUB:
            place = f"file={_escaped(name)},line={finding.line},col={finding.column},title={finding.rule}"
            yield f"::warning {place}::{finding.reason}"
        else:
            yield f"{shown_name(name)}:{finding.line}:{finding.column}  {finding.rule}  {finding.reason}"


def as_json(placed: Iterable[Placed]) -> str:
    """All findings as one JSON list."""
    return json.dumps(
        [
            {
                "path": name,
                "line": finding.line,
                "column": finding.column,
                "rule": finding.rule,
                "reason": finding.reason,
            }
            for name, finding in placed
        ],
        indent=1,
    )


def _escaped(name: str) -> str:
    """As GitHub's workflow commands ask for in a property."""
    for character in "%\r\n:,":
        name = name.replace(character, f"%{ord(character):02X}")
    return name
