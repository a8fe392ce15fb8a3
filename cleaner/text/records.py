"""Tells records (CSV, TSV, JSON, JSON Lines) from text: what is a line or a value there must not be cleaned as text."""

import json
from collections.abc import Sequence

# A table of records has at least this many lines, and this many fields in each. Chosen by hand: none of some 9,000
# texts, extracted texts and flattened pages is taken for records.
FEWEST_RECORDS, FEWEST_FIELDS = 5, 3
# JSON Lines; a single line would be JSON.
FEWEST_JSON_LINES = 2
# A list of fewer values can be a note in brackets.
FEWEST_VALUES = 2
SEPARATORS = {",": "CSV", ";": "CSV", "\t": "TSV"}
# In prose and lists a space follows a comma or semicolon. In records, at most this share of the fields begins with one.
SPACED_SHARE = 0.1


def records(text: str) -> str:
    """What the records are if the whole text is records: "214 lines of CSV". Empty for a text.

    >>> records("day,high,low\\n" + "Monday,4.1,0.9\\n" * 6), records("One, two, three, and four.\\n" * 6)
    ('7 lines of CSV', '')
    """
    stripped = text.strip("\ufeff \t\r\n")
    if stripped[:1] in ("{", "["):
        return _json(stripped)
    header = stripped.partition("\n")[0]
    for separator, name in SEPARATORS.items():
        if header.count(separator) >= FEWEST_FIELDS - 1:
            lines = stripped.splitlines()
            if _is_table(lines, separator):
                return f"{len(lines):,} lines of {name}"
    return ""


def _json(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) >= FEWEST_JSON_LINES and all(isinstance(_value(line), dict | list) for line in lines):
        return f"{len(lines):,} lines of JSON Lines"
    value = _value(text)
    if (isinstance(value, dict) and value) or (isinstance(value, list) and len(value) >= FEWEST_VALUES):
        return f"{len(lines):,} line{'s' if len(lines) > 1 else ''} of JSON"
    return ""


def _value(text: str) -> object:
    """The value that a text in JSON has; None if it is not in JSON."""
    try:
        return json.loads(text) if text.lstrip()[:1] in ("{", "[") else None
    except (ValueError, RecursionError):
        return None


def _is_table(lines: Sequence[str], separator: str) -> bool:
    """Whether all lines have the same number of fields, and few fields begin with a space."""
    import csv

    rows: list[list[str]] = []
    try:
        for row in filter(None, csv.reader(lines, delimiter=separator, strict=True)):
            if rows and len(row) != len(rows[0]):
                return False
            rows.append(row)
    except csv.Error:
        return False
    if len(rows) < FEWEST_RECORDS:
        return False
    spaced = sum(field.startswith(" ") for row in rows for field in row[1:])
    return separator == "\t" or spaced <= SPACED_SHARE * len(rows) * (len(rows[0]) - 1)
