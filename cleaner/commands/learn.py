"""`cleaner learn`: writes rules for what the documents of a site repeat."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cleaner.batch.worker import Failure
from cleaner.commands.drift import asked_of, drift
from cleaner.commands.gathering import gather, taught
from cleaner.commands.homes import hosts
from cleaner.commands.inputs import Request
from cleaner.commands.known_lines import without_known
from cleaner.commands.reporting import require_reports, write_reports
from cleaner.commands.run import Run
from cleaner.commands.saved import rule_paths, unanswered
from cleaner.corpus.writing import new_token, place
from cleaner.errors import UsageError
from cleaner.learning.second_learning import EarlierFile, earlier_file
from cleaner.learning.site_learning import FEWEST, Lesson
from cleaner.learning.written_rules import rewritten, written
from cleaner.regularfile import read_regular
from cleaner.report.console import Console
from cleaner.report.exitcode import ExitCode
from cleaner.report.findings import print_problems
from cleaner.report.formats import Format
from cleaner.report.learnt_json import as_json
from cleaner.report.learnt_lines import about
from cleaner.report.learnt_sheet import learnt_sheet
from cleaner.report.plural import counted
from cleaner.rulefiles.learnt import FOLDER
from cleaner.rulefiles.packaged import MAX_RULE_BYTES

# Sites that a message names; chosen by hand.
MOST_NAMED = 5


class Wish(NamedTuple):
    """What `cleaner learn` is to do: write to a file, a folder of files or stdout, or compare with rules."""

    output: Path | None = None
    least: int = FEWEST
    check: Path | None = None
    format: Format = Format.TEXT
    reports: tuple[Path, ...] = ()


def learn(request: Request, wish: Wish) -> ExitCode:
    """Learn from the documents, and write a rule file for each site that repeats something, or compare with rules."""
    _require_sense(wish)
    require_reports(wish.reports)
    run = Run.of(request)
    report = run.report
    try:
        asked = asked_of(wish.check) if wish.check else lambda _: []
        gathered = gather(run, lambda source, e: report.failure(source.name, Failure(e.reason, e.message)), asked)
        if not wish.check and wish.format is not Format.JSON:
            _require_place(wish.output, gathered.sites)
        lessons = without_known(taught(gathered, request.console, wish.least), gathered)
        lessons = unanswered(lessons, rule_paths(request.config))
    except KeyboardInterrupt:
        report.interrupted = True
        return report.exit_code()
    changed = False
    for lesson in lessons:
        _tell(lesson, request.console)
    if wish.check:
        problems = list(drift(wish.check, gathered, lessons))
        print_problems(problems, wish.format, request.console)
        changed = bool(problems)
    else:
        _put(lessons, wish, request.console)
    reported = not wish.reports or write_reports(wish.reports, *learnt_sheet(lessons), request.console)
    return report.exit_code(found=changed or not reported or any(lesson.too_few for lesson in lessons))


def _put(lessons: Sequence[Lesson], wish: Wish, console: Console) -> None:
    """Write what was learnt: as JSON to stdout, or as rule files, or both."""
    if wish.format is Format.JSON:
        console.write(as_json(lessons) + "\n")
    if wish.output or wish.format is Format.TEXT:
        for lesson in lessons:
            if lesson.teaches or lesson.left:
                _write(lesson, wish.output, console)


def _require_sense(wish: Wish) -> None:
    """Raise `UsageError` for flags that cannot be used together."""
    if wish.check and wish.output:
        raise UsageError("--check writes no file; leave out --output")
    if wish.format is Format.GITHUB and not wish.check:
        raise UsageError("--format github is for --check")


def _require_place(output: Path | None, sites: Sequence[str]) -> None:
    """Raise `UsageError` if several sites have but one file."""
    if len(sites) > 1 and (output is None or output.suffix == ".toml"):
        shown = ", ".join(sites[:MOST_NAMED]) + (" and others" if len(sites) > MOST_NAMED else "")
        raise UsageError(f"the documents are from {len(sites):,} sites: {shown}; give --output FOLDER, or --site HOST")


def _tell(lesson: Lesson, console: Console) -> None:
    (console.error if lesson.too_few else console.note)(about(lesson))


def _write(lesson: Lesson, output: Path | None, console: Console) -> None:
    if output is None:
        console.write(written(lesson, hosts([lesson.site])))
        return
    path = output if output.suffix == ".toml" else output / f"{lesson.site}.toml"
    earlier = _earlier(path)
    if earlier is None:
        place(path, written(lesson, hosts([lesson.site])).encode(), None, new_token())
        console.note(f"{path}: written")
        return
    lesson = lesson.refusing(earlier.refuses, f"{FOLDER}/{lesson.site}")
    place(path, rewritten(lesson, earlier).encode(), None, new_token())
    new, gone = earlier.changes(lesson.patterns)
    kept = f", {counted(len(earlier.own), 'part')} of yours kept" if earlier.own else ""
    console.note(f"{path}: {counted(len(new), 'new pattern')}, {len(gone):,} gone{kept}")
    for sign, patterns in (("+", new), ("-", gone)):
        for pattern in patterns:
            console.note(f"  {sign} {pattern}")


def _earlier(path: Path) -> EarlierFile | None:
    """What an earlier learning wrote there; None if nothing is there. Raises `UsageError` for another file."""
    try:
        text = read_regular(path, MAX_RULE_BYTES).decode()
        earlier = earlier_file(text)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{path}: cannot be read as a rule file: {error}; mend it, or give another --output"
        ) from error
    if earlier is None:
        raise UsageError(f"{path}: was not written by `cleaner learn`, and stays; give another --output")
    return earlier
