"""`cleaner clean` for one document."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cleaner.batch.reading import Reading
from cleaner.difference import unified
from cleaner.errors import DocumentError
from cleaner.files.plan import Job
from cleaner.files.writing import place, remove_leftover, unchanged
from cleaner.marksfile import Original, serialize
from cleaner.result import Result, Status
from cleaner.seams import SEAM


class State(StrEnum):
    """What stands where the clean text belongs."""

    CURRENT = "current"
    WRITTEN = "written"
    MISSING = "missing"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning a document gave; figures are in characters. `text` is filled for standard input only."""

    state: State
    status: Status
    characters: int
    removed: int
    rules: tuple[tuple[str, int], ...] = ()
    problems: tuple[str, ...] = ()
    site: str = ""
    outputs: tuple[Path, ...] = ()
    diff: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Cleaning:
    """The work of `cleaner clean`. `write` False only looks; `token` is in the names of temporary files."""

    reading: Reading
    write: bool = True
    diff: bool = False
    marks: bool = False
    token: str = ""

    def prepare(self) -> None:
        self.reading.prepare()

    def __call__(self, job: Job) -> Cleaned:
        if job.obstacle:
            raise DocumentError("collision", job.obstacle)
        original, result = self.reading.read(job)
        state, outputs = self._put(job, self._contents(job, original, result))
        taken = Counter[str]()
        for piece in result.removed:
            taken.update(dict.fromkeys(piece.rules, len(piece.text)))
        return Cleaned(
            state if job.path else _state_of_stream(result),
            result.status,
            len(original.text),
            sum(len(piece.text) for piece in result.removed),
            tuple((rule, count) for rule, count in taken.items() if rule != SEAM),
            result.problems,
            f"{result.site.host or 'unknown site'} ({result.site.decided_by})",
            outputs,
            unified(result, job.name, str(job.outputs[0] if job.outputs else "-")) if self.diff else "",
            "" if job.path else result.text,
        )

    def clear_up(self, job: Job, pid: int) -> None:
        for output in job.outputs:
            remove_leftover(output, self.token, pid)

    def _contents(self, job: Job, original: Original, result: Result) -> dict[Path, bytes]:
        """What belongs into each output. The marks come first: a clean text without them could not be undone."""
        contents = [result.text.encode()]
        if self.marks:
            contents.append(serialize(original, result.text, result.removed, self.reading.cleaner.rule_digest))
        return dict(reversed(list(zip(job.outputs, contents, strict=False))))

    def _put(self, job: Job, contents: dict[Path, bytes]) -> tuple[State, tuple[Path, ...]]:
        outdated = {path: content for path, content in contents.items() if not unchanged(path, content)}
        if not outdated:
            return State.CURRENT, ()
        if not self.write:
            present = all(path.exists() for path in outdated)
            return State.STALE if present else State.MISSING, tuple(outdated)
        for path, content in outdated.items():
            place(path, content, job.path, self.token)
        return State.WRITTEN, tuple(outdated)


def _state_of_stream(result: Result) -> State:
    return State.STALE if result.removed else State.CURRENT
