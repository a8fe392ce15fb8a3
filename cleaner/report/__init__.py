"""What a run says and what its exit code is."""

from cleaner.report import summary
from cleaner.report.console import Console, shown_name
from cleaner.report.exitcode import ExitCode
from cleaner.report.rendering import difference, explanation
from cleaner.report.tally import Report

__all__ = ["Console", "ExitCode", "Report", "difference", "explanation", "shown_name", "summary"]
