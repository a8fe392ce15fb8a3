"""`cleaner clean`: writes clean text next to each original."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from secrets import token_hex
from typing import Any

from cleaner.commands.inputs import Request
from cleaner.commands.reader import DocumentReader
from cleaner.commands.run import Run
from cleaner.corpus.marksfile import Original, serialize
from cleaner.corpus.source import Source
from cleaner.corpus.writing import place, remove_leftover, unchanged
from cleaner.errors import DocumentError, UsageError
from cleaner.report import summary
from cleaner.report.console import Console
from cleaner.report.diff import unified
from cleaner.report.exitcode import ExitCode
from cleaner.report.explanation import difference
from cleaner.report.outcomes import Cleaned, State
from cleaner.report.terminal import shown_name
from cleaner.result import Result
from cleaner.text.resolve import unite


@dataclass(frozen=True, slots=True)
class Mode:
    """The flags of `cleaner clean` that say what to write and what to print."""

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
    """Clean the documents, write or show their clean texts, and sum up."""
    is_stream = request.inputs.is_stream
    if is_stream and mode.marks:
        raise UsageError("--marks cannot be used with standard input: there is no file to write the marks next to")
    if is_stream and mode.json:
        raise UsageError("--json cannot be used with standard input: its clean text is written to stdout")
    if mode.json and mode.diff:
        raise UsageError("--json and --diff both write to stdout; give only one of them")
    run = Run.of(request, marks=mode.marks)
    write = not (mode.check or mode.diff or is_stream)
    work = Cleaning(run.reader(), write, mode.diff, mode.marks, token_hex(4))
    with run.outcomes(work, work.clear_up) as outcomes:
        for source, cleaned in outcomes:
            run.report.cleaned(source.name, cleaned)
            _show(source, cleaned, mode, request.console)
    return _conclude(run, mode)


def _show(source: Source, cleaned: Cleaned, mode: Mode, console: Console) -> None:
    """Print the diff or the clean text of one document, and the state of its files."""
    if mode.diff:
        console.out(difference(cleaned.diff), end="")
    elif not source.outputs and not mode.check:
        console.out(cleaned.text, end="")
    for output in cleaned.outputs:
        if cleaned.state is not State.WRITTEN:
            (console.note if mode.json or mode.diff else console.out)(f"{shown_name(str(output))}: {cleaned.state}")
        elif mode.exit_non_zero_on_write:
            console.error(f"wrote {shown_name(str(output))}")


def _conclude(run: Run, mode: Mode) -> ExitCode:
    """Print the summary; the exit code."""
    report, console = run.report, run.request.console
    if mode.json:
        console.out(summary.as_json(report))
    if mode.json or run.request.inputs.is_stream:
        lines = summary.doubtful_lines(report)
    else:
        lines = summary.lines(report) if report.documents or report.interrupted else iter(())
    for line in lines:
        console.note(line)
    wrote = mode.exit_non_zero_on_write and report.written > 0
    if wrote:
        console.error("clean files were written: `git add` them and commit again")
    return report.exit_code(found=wrote or (mode.check and report.outdated > 0))


@dataclass(frozen=True, slots=True)
class Cleaning:
    """The work of `cleaner clean` on one document: cleans it, and writes its files if `write` is true.

    `diff` and `marks` say whether to make a diff and a marks file; `token` is part of the names of temporary files.
    """

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
        state, outputs = self._put(source, original, result)
        return Cleaned(
            state if source.outputs else _state_of_stream(result),
            result.status,
            len(original.text),
            result.removed_characters,
            _characters_by_rule(result),
            result.problems,
            f"{result.site.host or 'unknown site'} ({result.site.decided_by})",
            result.languages,
            outputs,
            unified(result, source.name, str(source.outputs[0] if source.outputs else "-")) if self.diff else "",
            "" if source.outputs else result.text,
            _characters_withheld(result),
            original.guess,
        )

    def clear_up(self, source: Source, pid: int) -> None:
        """Remove the temporary files that a killed worker, with this process id, may have left for a document."""
        for output in source.outputs:
            remove_leftover(output, self.token, pid)

    def _contents(self, source: Source, original: Original, result: Result) -> dict[Path, bytes]:
        """The content of each output. The marks come first: a clean text without them could not be undone."""
        contents = [result.text.encode()]
        if self.marks:
            contents.append(serialize(original, result, self.reader.cleaner.rule_digest))
        return dict(reversed(list(zip(source.outputs, contents, strict=False))))

    def _put(self, source: Source, original: Original, result: Result) -> tuple[State, tuple[Path, ...]]:
        """Write the outputs that are not up to date, if anything is to be written; their state, and their paths."""
        if result.refused and source.outputs:
            return State.REFUSED, ()
        contents = self._contents(source, original, result)
        outdated = {path: content for path, content in contents.items() if not unchanged(path, content)}
        if not outdated:
            return State.CURRENT, ()
        if not self.write:
            present = all(path.exists() for path in outdated)
            return State.STALE if present else State.MISSING, tuple(outdated)
        for path, content in outdated.items():
            place(path, content, source.mode(), self.token)
        return State.WRITTEN, tuple(outdated)


def _characters_by_rule(result: Result) -> tuple[tuple[str, int], ...]:
    """The rules that removed something, with the characters that each removed, alone or together with others."""
    return _characters((piece.rule_ids, len(piece.text)) for piece in result.removed)


def _characters_withheld(result: Result) -> tuple[tuple[str, int], ...]:
    """The rules whose marks were withheld, with the characters that each would have removed."""
    spans = unite([(mark.rule, mark.start, mark.end) for mark in result.withheld])
    return _characters((rules, end - start) for start, end, rules in spans)


def _characters(spans: Iterable[tuple[tuple[str, ...], int]]) -> tuple[tuple[str, int], ...]:
    """Each rule with the characters of all its spans, given as rules and length."""
    characters = Counter[str]()
    for rules, length in spans:
        characters.update(dict.fromkeys(rules, length))
    return tuple(characters.items())


def _state_of_stream(result: Result) -> State:
    """`--check` exits with 1 for a standard input that is not clean."""
    return State.STALE if result.removed else State.CURRENT
