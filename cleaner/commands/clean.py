"""`cleaner clean`: writes clean text next to each original."""

from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path
from secrets import token_hex
from typing import Any

from cleaner.commands.inputs import Inputs, Request, nothing_found, reader, run_over, until_interrupted, work_list
from cleaner.commands.reader import DocumentReader
from cleaner.corpus.marksfile import Original, serialize
from cleaner.corpus.source import Source
from cleaner.corpus.writing import place, remove_leftover, unchanged
from cleaner.errors import DocumentError, UsageError
from cleaner.report import summary
from cleaner.report.console import Console, shown_name
from cleaner.report.diff import unified
from cleaner.report.exitcode import ExitCode
from cleaner.report.explanation import difference
from cleaner.report.outcomes import Cleaned, State
from cleaner.report.tally import Report
from cleaner.result import Result
from cleaner.text.seams import SEAM


@dataclass(frozen=True, slots=True)
class Mode:
    """What a run of `clean` does with what it finds out."""

    check: bool = False
    diff: bool = False
    marks: bool = False
    json: bool = False
    exit_non_zero_on_write: bool = False

    @classmethod
    def of(cls, params: Mapping[str, Any]) -> "Mode":
        """The mode in the parameters of the command."""
        return cls(**{field.name: params[field.name] for field in fields(cls)})


def clean(request: Request, mode: Mode) -> ExitCode:
    """Clean all that is given, and say what came of it."""
    inputs, config, console = request
    if inputs.is_stream and (mode.marks or mode.json):
        raise UsageError("standard input has no place for --marks, and its clean text none beside --json")
    if mode.json and mode.diff:
        raise UsageError("--json and --diff both want stdout; give one of them")
    documents = work_list(inputs, config, marks=mode.marks)
    write = not (mode.check or mode.diff or inputs.is_stream)
    work = Cleaning(reader(inputs, config, documents.sources), write, mode.diff, mode.marks, token_hex(4))
    report = Report(console, documents.skipped)
    if not documents.sources:
        console.note(nothing_found(inputs, report))
    results = run_over(work, documents, config, report, work.clear_up)
    with until_interrupted(report), closing(results):
        for source, cleaned in results:
            report.cleaned(source.name, cleaned)
            _show(source, cleaned, mode, console)
    return _conclude(report, mode, inputs)


def _show(source: Source, cleaned: Cleaned, mode: Mode, console: Console) -> None:
    if mode.diff:
        console.out(difference(cleaned.diff), end="")
    elif not source.outputs and not mode.check:
        console.out(cleaned.text, end="")
    for output in cleaned.outputs:
        if cleaned.state is not State.WRITTEN:
            (console.note if mode.json or mode.diff else console.out)(f"{shown_name(str(output))}: {cleaned.state}")
        elif mode.exit_non_zero_on_write:
            console.error(f"wrote {shown_name(str(output))}")


def _conclude(report: Report, mode: Mode, inputs: Inputs) -> ExitCode:
    if mode.json:
        report.console.out(summary.as_json(report))
    elif not inputs.is_stream and (report.documents or report.interrupted):
        for line in summary.lines(report):
            report.console.note(line)
    wrote = mode.exit_non_zero_on_write and report.written > 0
    if wrote:
        report.console.error("clean files were written: `git add` them and commit again")
    return report.exit_code(found=wrote or (mode.check and report.outdated > 0))


@dataclass(frozen=True, slots=True)
class Cleaning:
    """The work of `cleaner clean`. `write` False only looks; `token` is in the names of temporary files."""

    reader: DocumentReader
    write: bool = True
    diff: bool = False
    marks: bool = False
    token: str = ""

    def prepare(self) -> None:
        self.reader.prepare()

    def __call__(self, source: Source) -> Cleaned:
        if source.obstacle:
            raise DocumentError("collision", source.obstacle)
        original, result = self.reader.read(source)
        state, outputs = self._put(source, self._contents(source, original, result))
        taken = Counter[str]()
        for piece in result.removed:
            taken.update(dict.fromkeys(piece.rules, len(piece.text)))
        return Cleaned(
            state if source.outputs else _state_of_stream(result),
            result.status,
            len(original.text),
            sum(len(piece.text) for piece in result.removed),
            tuple((rule, count) for rule, count in taken.items() if rule != SEAM),
            result.problems,
            f"{result.site.host or 'unknown site'} ({result.site.decided_by})",
            outputs,
            unified(result, source.name, str(source.outputs[0] if source.outputs else "-")) if self.diff else "",
            "" if source.outputs else result.text,
        )

    def clear_up(self, source: Source, pid: int) -> None:
        for output in source.outputs:
            remove_leftover(output, self.token, pid)

    def _contents(self, source: Source, original: Original, result: Result) -> dict[Path, bytes]:
        """What belongs into each output. The marks come first: a clean text without them could not be undone."""
        contents = [result.text.encode()]
        if self.marks:
            contents.append(serialize(original, result.text, result.removed, self.reader.cleaner.rule_digest))
        return dict(reversed(list(zip(source.outputs, contents, strict=False))))

    def _put(self, source: Source, contents: dict[Path, bytes]) -> tuple[State, tuple[Path, ...]]:
        outdated = {path: content for path, content in contents.items() if not unchanged(path, content)}
        if not outdated:
            return State.CURRENT, ()
        if not self.write:
            present = all(path.exists() for path in outdated)
            return State.STALE if present else State.MISSING, tuple(outdated)
        for path, content in outdated.items():
            place(path, content, source.mode(), self.token)
        return State.WRITTEN, tuple(outdated)


def _state_of_stream(result: Result) -> State:
    return State.STALE if result.removed else State.CURRENT
