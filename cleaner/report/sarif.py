"""Findings as SARIF 2.1.0, which GitHub's code scanning and editors read."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cleaner.report.finding_place import Placed
from cleaner.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(findings: Sequence[Placed]) -> str:
    """The log of one run. Each rule in it is described by the reason of its first finding."""
    reasons: dict[str, str] = {}
    for _, finding in findings:
        reasons.setdefault(finding.rule, finding.reason)
    rules = list(reasons)
    index = {rule: number for number, rule in enumerate(rules)}
    driver = {
        "name": "cleaner",
        "semanticVersion": __version__,
        "rules": [{"id": rule, "shortDescription": {"text": reasons[rule] or rule}} for rule in rules],
    }
    results = [_result(placed, index[placed.finding.rule]) for placed in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)


def _result(placed: Placed, rule: int) -> dict[str, Any]:
    place, finding = placed
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.path)}}
    if place.has_lines:
        location["region"] = {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endLine": finding.end_line,
            "endColumn": finding.end_column,
            "snippet": {"text": finding.text},
        }
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": "note" if finding.withheld else "warning",
        "message": {"text": placed.message},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"cleaner/v1": finding.fingerprint},
    }


def _uri(path: str) -> str:
    """A reference relative to the root of the run, or that of an absolute path.

    >>> _uri("a folder/50 %.txt")
    'a%20folder/50%20%25.txt'
    """
    if Path(path).is_absolute():
        return Path(path).as_uri()
    return quote(Path(path).as_posix().encode(errors="surrogateescape"))
