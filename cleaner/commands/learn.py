"""`cleaner learn`: writes rules for what the documents of a site repeat."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from cleaner.commands.gathering import gather, hosts
from cleaner.commands.inputs import Request
from cleaner.commands.run import Run
from cleaner.corpus.writing import write_new
from cleaner.errors import UsageError
from cleaner.learning.sample import Sample
from cleaner.learning.site_learning import FEWEST, Lesson, across_sites, learn_site
from cleaner.learning.written_rules import written
from cleaner.report.console import Console
from cleaner.report.exitcode import ExitCode
from cleaner.report.plural import counted

# Documents of each site on which the rules of all others are tried; chosen by hand.
MOST_TRIED = 40
# Sites that a message names; chosen by hand.
MOST_NAMED = 5


class Wish(NamedTuple):
    """What `cleaner learn` is to write: to a file, or a folder of files, or stdout if there is none."""

    output: Path | None = None
    least: int = FEWEST


def learn(request: Request, wish: Wish) -> ExitCode:
    """Learn from the documents, and write a rule file for each site that repeats something."""
    run = Run.of(request)
    sample = Sample()
    gather(run, sample)
    if run.report.interrupted:
        return run.report.exit_code()
    sites = sample.sites()
    _require_place(wish.output, sites)
    lessons = taught(sample, wish.least)
    for lesson in lessons:
        _tell(lesson, request.console)
        if lesson.drafts or lesson.left:
            _write(lesson, wish.output, request.console)
    return run.report.exit_code(found=any(lesson.too_few for lesson in lessons))


def taught(sample: Sample, least: int = FEWEST) -> list[Lesson]:
    """What the documents of each site teach, without what articles of other sites hold."""
    lessons = [learn_site(site, f"learnt/{site}", sample.of(site), least) for site in sample.sites()]
    texts = ((site, kept.text) for site in sample.sites() for kept in islice(sample.of(site), MOST_TRIED))
    return across_sites(lessons, texts) if len(lessons) > 1 else lessons


def _require_place(output: Path | None, sites: Sequence[str]) -> None:
    """Raise `UsageError` if several sites have but one file."""
    if len(sites) > 1 and (output is None or output.suffix == ".toml"):
        shown = ", ".join(sites[:MOST_NAMED]) + (" and others" if len(sites) > MOST_NAMED else "")
        raise UsageError(f"the documents are from {len(sites):,} sites: {shown}; give --output FOLDER, or --site HOST")


def _tell(lesson: Lesson, console: Console) -> None:
    documents = counted(lesson.documents + lesson.tried_on, "document")
    if lesson.too_few:
        console.error(f"{lesson.site}: {documents}, not counting copies; it takes {FEWEST} to learn what they repeat")
        return
    patterns = sum(len(draft.evidence) for draft in lesson.drafts)
    rules = f"{counted(len(lesson.drafts), 'rule')} of {counted(patterns, 'pattern')}" if patterns else "no rules"
    left = f", {counted(len(lesson.left), 'line')} left for you to decide" if lesson.left else ""
    console.note(f"{lesson.site}: {documents}: {rules}{left}")


def _write(lesson: Lesson, output: Path | None, console: Console) -> None:
    text = written(lesson, hosts([lesson.site]))
    if output is None:
        console.write(text)
        return
    path = output if output.suffix == ".toml" else output / f"{lesson.site}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_new(path, text.encode())
    console.note(f"{path}: written")
