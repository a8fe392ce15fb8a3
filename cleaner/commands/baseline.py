"""The baseline of `cleaner check`: findings that were accepted, so that only new ones fail."""

import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from cleaner.corpus.writing import new_token, place
from cleaner.errors import UsageError
from cleaner.regularfile import read_regular, real
from cleaner.report.finding_place import DocumentPlace
from cleaner.report.outcomes import Finding

# Of the file; raised where an earlier release would misread it.
VERSION = 1


class AcceptedFindings:
    """The accepted findings: how many of each fingerprint, by document.

    Documents are named relative to the folder of the file, so that it does not matter where the command runs. A
    fingerprint is of rule and words, so a finding whose line has moved within its document stays accepted.
    `met` and `gone` count the accepted findings that the checked documents still hold, and hold no more.
    """

    def __init__(self, file: Path, *, writes: bool) -> None:
        """Read the file, which may be missing if it is to be written; raises `UsageError` if it is no baseline."""
        self.file, self._folder = file, real(file.parent)
        self._accepted = _read(file, may_be_missing=writes)
        self.met = self.gone = 0

    def new(self, document: DocumentPlace, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings in a document that are not accepted."""
        left = Counter(self._accepted.get(self._name(document), {}))
        new = []
        for finding in findings:
            if left[finding.fingerprint]:
                left[finding.fingerprint] -= 1
            else:
                new.append(finding)
        self.met += len(findings) - len(new)
        self.gone += left.total()
        return tuple(new)

    def accept(self, document: DocumentPlace, findings: Sequence[Finding]) -> None:
        """Accept these findings in a document, and no others."""
        self._accepted[self._name(document)] = Counter(finding.fingerprint for finding in findings)
        self.met += len(findings)

    def write(self) -> None:
        """Write the file; documents that are gone, or hold nothing that is accepted, are left out."""
        accepted = {name: dict(sorted(c.items())) for name, c in sorted(self._accepted.items()) if c and self._is(name)}
        text = json.dumps({"version": VERSION, "accepted": accepted}, indent=1)
        place(self.file, f"{text}\n".encode(), None, new_token())

    def _name(self, document: DocumentPlace) -> str:
        path = Path(document.path)
        if document.path != "-":
            path = real(path.parent) / path.name
            with suppress(ValueError):  # on another drive
                path = Path(os.path.relpath(path, self._folder))
        return path.as_posix() + ("" if document.record is None else f":{document.record}")

    def _is(self, name: str) -> bool:
        """Whether a document is there, or the container of a record."""
        return name == "-" or (self._folder / name).exists() or (self._folder / name.rpartition(":")[0]).is_file()


def _read(file: Path, *, may_be_missing: bool) -> dict[str, Mapping[str, int]]:
    try:
        values = json.loads(read_regular(file))
    except FileNotFoundError:
        if may_be_missing:
            return {}
        raise UsageError(f"--baseline {file}: no such file; --write-baseline writes it") from None
    except OSError as error:
        raise UsageError(f"--baseline {file}: {error.strerror}") from error
    except (ValueError, RecursionError):
        values = None
    if not _is_baseline(values):
        raise UsageError(f"--baseline {file}: no baseline of this version; name another file, or remove this one")
    accepted: dict[str, Mapping[str, int]] = values["accepted"]
    return accepted


def _is_baseline(values: Any) -> bool:
    if not isinstance(values, dict) or values.get("version") != VERSION:
        return False
    accepted = values.get("accepted")
    return isinstance(accepted, dict) and all(
        isinstance(counts, dict) and all(type(count) is int and count > 0 for count in counts.values())
        for counts in accepted.values()
    )
