"""Findings as GitLab's report of code quality, which its merge requests show."""

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from cleaner.report.finding_place import Placed


def as_gitlab(findings: Sequence[Placed]) -> str:
    """The report. A fingerprint does not depend on the line, so that GitLab knows a finding whose line has moved."""
    met = Counter[str]()
    issues = []
    for placed in findings:
        place, finding = placed
        identity = f"{place.name}\n{finding.fingerprint}"
        met[identity] += 1
        digest = sha256(f"{identity}\n{met[identity]}".encode(errors="surrogatepass")).hexdigest()
        lines = (finding.line, finding.end_line) if place.has_lines else (1, 1)
        issues.append(
            {
                "description": placed.message,
                "check_name": finding.rule,
                "fingerprint": digest,
                "severity": "info" if finding.withheld else "minor",
                "location": {"path": Path(place.path).as_posix(), "lines": {"begin": lines[0], "end": lines[1]}},
            }
        )
    return json.dumps(issues, indent=1)
