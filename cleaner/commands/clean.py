"""`cleaner clean`: writes clean text next to each original."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cleaner.commands.cleaning import Cleaning
from cleaner.commands.inputs import Request
from cleaner.commands.memory import Memory
from cleaner.commands.mode import Mode
from cleaner.commands.orphans import orphans
from cleaner.commands.run import Run
from cleaner.commands.staged import staging_faults, with_originals
from cleaner.corpus.journal import journal_of
from cleaner.corpus.source import FileSource, Source
from cleaner.corpus.writing import new_token, sweep
from cleaner.errors import UsageError
from cleaner.regularfile import is_folder, real
from cleaner.report import summary
from cleaner.report.console import Console
from cleaner.report.exitcode import ExitCode
from cleaner.report.outcomes import Cleaned, State
from cleaner.report.tally import Report
from cleaner.rules.rule import RuleFile


def clean(request: Request, mode: Mode) -> ExitCode:
    """Clean the documents, write or show their clean texts, and sum up."""
    _require_sense(request, mode)
    is_stream = request.inputs.is_stream
    hook = mode.exit_non_zero_on_write and not (mode.diff or is_stream)
    request = with_originals(request) if hook else request
    run = Run.of(request, marks=mode.marks)
    write = not (mode.check or mode.diff or is_stream)
    work = _work(run, mode, write=write)
    if write:
        originals = (*run.sources, *run.containers)
        folders = {os.path.dirname(str(output)) for source in originals for output in source.outputs}  # noqa: PTH120 (fast)
        _tidy({*map(Path, folders)}, work.homes)
    current: list[Source] = []
    notes = set[str]()
    with run.outcomes(work, run.sources, known=_recall(work, mode)) as outcomes:
        for source, cleaned in outcomes:
            run.report.cleaned(source.name, cleaned)
            _show(source, cleaned, mode, request.console)
            current += [source] if cleaned.state is State.CURRENT else []
            notes |= {cleaned.journal_fault} - {""}
    current += _clean_containers(run, work, mode)
    for note in sorted(notes):
        request.console.note(note)
    orphaned = _orphans(run, mode, work.homes)
    faults = staging_faults(current, request.config.selection) if hook else []
    for fault in faults:
        request.console.error(fault)
    reported = _report(run, work, mode)
    return _conclude(run, mode, found=bool(faults) or orphaned or not reported)


def _work(run: Run, mode: Mode, *, write: bool) -> Cleaning:
    """The work on each document; with a report, the run collects what it shows."""
    if mode.report:
        from cleaner.report.collected import Collected

        run.report.collected = Collected()
    homes, metadata = _homes(run.request), run.request.config.with_metadata
    token, report = new_token(), bool(mode.report)
    reader = replace(run.reader(), learnt=_learnt(run) if mode.learn else ())
    return Cleaning(reader, write, mode.diff, mode.marks, token, mode.force, homes, metadata, report)


def _report(run: Run, work: Cleaning, mode: Mode) -> bool:
    """Write the files of `--report`, if there are any; whether all could be written."""
    if not mode.report:
        return True
    from cleaner.commands.reporting import report_on

    return report_on(run, work.reader.cleaner, mode.report)


def _learnt(run: Run) -> tuple[RuleFile, ...]:
    """What the documents teach, read once more before they are cleaned; what cannot be read fails later."""
    from cleaner.commands.gathering import gather, rule_files, taught
    from cleaner.commands.saved import unanswered
    from cleaner.report.learnt_lines import about

    unread = replace(run, report=Report(run.request.console))
    lessons = taught(gather(unread, lambda *_: None), run.request.console)
    lessons = unanswered(lessons, run.request.config.rules)
    for lesson in lessons:
        if lesson.teaches:
            run.request.console.note(f"learnt from {about(lesson)}")
            run.report.learnt[lesson.site] = sum(len(draft.evidence) for draft in lesson.drafts)
    return rule_files(lessons)


def _clean_containers(run: Run, work: Cleaning, mode: Mode) -> list[FileSource]:
    """Clean the containers of the run; those that are up to date. Most runs have none, and do not import formats."""
    if not (run.containers or mode.rejects):
        return []
    from cleaner.commands.rejects import rejects_in
    from cleaner.commands.rewrite import Rewriting

    with rejects_in(mode.rejects) as rejects:
        return Rewriting(run, work, mode, rejects).clean()


def _orphans(run: Run, mode: Mode, homes: tuple[Path, ...]) -> bool:
    """Name the clean files that have lost their originals, or remove them; whether --check found some."""
    console = run.request.console
    wanted = (mode.check or mode.prune) and not run.report.interrupted
    found = [] if not wanted else list(orphans(run.request.inputs.paths, run.request.config.out_dir, homes))
    for path, original in found:
        if mode.prune:
            path.unlink(missing_ok=True)
            console.out(f"{path}: removed, as its original {original} is gone")
        elif mode.check:
            console.out(f"{path}: orphaned, as its original {original} is gone; --prune removes it")
    return mode.check and bool(found)


def _require_sense(request: Request, mode: Mode) -> None:
    """Raise `UsageError` for flags that cannot be used together."""
    is_stream = request.inputs.is_stream
    if is_stream:
        _require_sense_of_stream(mode)
    if mode.rejects and (mode.check or mode.diff):
        raise UsageError("--rejects writes a file, and --check and --diff write none")
    if mode.rejects:
        from cleaner.commands.rejects import require_rejects

        require_rejects(mode.rejects)
    if mode.report:
        from cleaner.commands.reporting import require_reports

        require_reports(mode.report)
    if mode.prune and (mode.check or mode.diff or is_stream):
        raise UsageError("--prune removes files, and --check, --diff and standard input write none")
    if mode.json and mode.diff:
        raise UsageError("--json and --diff both write to stdout; give only one of them")
    if request.inputs.format and not is_stream:
        raise UsageError("--format is for standard input only; the name of a file tells its format")
    if not request.inputs.paths and not mode.exit_non_zero_on_write:
        raise UsageError("Missing argument 'PATH...': name files or folders, or - for standard input")


def _require_sense_of_stream(mode: Mode) -> None:
    """Raise `UsageError` for a flag that cannot be used with standard input."""
    if mode.marks:
        raise UsageError("--marks cannot be used with standard input: there is no file to write the marks next to")
    if mode.json:
        raise UsageError("--json cannot be used with standard input: its clean text is written to stdout")
    if mode.learn:
        raise UsageError("--learn reads the documents twice, and standard input can be read once; name files")


def _recall(work: Cleaning, mode: Mode) -> Callable[[Source], Cleaned | None]:
    """What tells the outcome of documents that have not changed; some flags have all cleaned."""
    return (lambda _: None) if mode.anew else Memory(work.reader, work.homes).recall


def _homes(request: Request) -> tuple[Path, ...]:
    """The folders in which a new journal may be made, the outermost first."""
    out_dir = request.config.out_dir
    folders = [out_dir] if out_dir else [path for path in request.inputs.paths if is_folder(path)]
    return tuple(sorted(map(real, folders), key=lambda folder: len(folder.parts)))


def _tidy(folders: set[Path], homes: tuple[Path, ...]) -> None:
    """Remove what killed runs left in the folders of outputs, and shorten their journals."""
    journals = {journal_of(folder, homes) for folder in folders}
    for journal in journals:
        journal.compact()
    sweep(folders | {journal.file.parent for journal in journals})


def _show(source: Source, cleaned: Cleaned, mode: Mode, console: Console) -> None:
    """Print the diff or the clean text of one document, and the state of its files."""
    mode.show_diff(cleaned, console)
    if not (mode.diff or mode.check or source.outputs):
        console.write(cleaned.text)
    if cleaned.state:
        mode.show(cleaned.outputs, cleaned.state, console)


def _conclude(run: Run, mode: Mode, *, found: bool) -> ExitCode:
    """Print the summary; the exit code. `found`: what a hook demands is not met."""
    report, console = run.report, run.request.console
    if mode.json:
        console.write(summary.as_json(report) + "\n")
    if mode.json or run.request.inputs.is_stream:
        lines = summary.doubtful_lines(report)
    else:
        lines = summary.lines(report) if report.documents or report.states or report.interrupted else iter(())
    for line in lines:
        console.note(line)
    wrote = mode.exit_non_zero_on_write and report.written > 0
    if wrote:
        console.error("clean files were written: `git add` them and commit again")
    return report.exit_code(found=found or wrote or (mode.check and report.outdated > 0))
