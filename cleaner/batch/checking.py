"""`cleaner check` for one document."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from cleaner.batch.reading import Reading
from cleaner.difference import LINE
from cleaner.files.plan import Job
from cleaner.result import Result


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that cleaning would take; line and column count from one, in a page those of the extracted text."""

    line: int
    column: int
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a document still holds."""

    findings: tuple[Finding, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checking:
    """The work of `cleaner check`."""

    reading: Reading

    def prepare(self) -> None:
        self.reading.prepare()

    def __call__(self, job: Job) -> Checked:
        original, result = self.reading.read(job)
        return Checked(tuple(_findings(original.text, result)), result.problems)

    def clear_up(self, job: Job, pid: int) -> None:
        """Nothing is written."""


def _findings(text: str, result: Result) -> Iterator[Finding]:
    """One for each mark; it begins at the first letter, though the mark takes the space before it too."""
    starts = [match.start() for match in LINE.finditer(text)] if result.marks else []
    for mark in result.marks:
        marked = text[mark.start : mark.end]
        start = mark.start + len(marked) - len(marked.lstrip())
        line = bisect_right(starts, start)
        yield Finding(line, start - starts[line - 1] + 1, mark.rule, mark.detail)
