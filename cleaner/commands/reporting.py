"""The files of `--report`: a page for people, or JSON, as the name of each says."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cleaner.api import Cleaner
from cleaner.commands.own_files import require_ours
from cleaner.commands.run import Run
from cleaner.corpus.writing import new_token, place
from cleaner.errors import DocumentError, UsageError
from cleaner.linemodel.weights import packaged_digest
from cleaner.report.collected import Collected
from cleaner.report.console import Console
from cleaner.report.datasheet import MadeBy, datasheet, sheet_of
from cleaner.report.formats import REPORT_PAGE
from cleaner.report.sheet import Sheet, as_html

BEGINNINGS = {".html": REPORT_PAGE.encode(), ".json": b'{\n "cleaner_report": '}


def require_reports(paths: Sequence[Path]) -> None:
    """Raise `UsageError` for a name that says no format, or a file of another's."""
    for path in paths:
        if path.suffix not in BEGINNINGS:
            raise UsageError(f"--report {path}: the name must end in .html, for a page, or in .json")
        require_ours("--report", path, BEGINNINGS[path.suffix])


def write_reports(paths: Sequence[Path], sheet: Sheet, data: Mapping[str, Any], console: Console) -> bool:
    """Write the page or the data to each path, whole or not at all; whether all could be written."""
    written = True
    for path in paths:
        content = as_html(sheet) if path.suffix == ".html" else json.dumps(data, indent=1) + "\n"
        try:
            place(path, content.encode(), None, new_token())
        except DocumentError as error:
            console.error(error.message)
            written = False
    return written


def report_on(run: Run, cleaner: Cleaner, paths: Sequence[Path]) -> bool:
    """Write the reports on a run of `cleaner clean`; whether all could be written."""
    report = run.report
    origin = MadeBy(cleaner.rule_digest, packaged_digest(), {rule.id: rule.family for rule in cleaner.all_rules()})
    collected = report.collected or Collected()
    data = datasheet(report, collected, origin)
    return write_reports(paths, sheet_of(report, collected, data), data, run.request.console)
