"""`cleaner cluster`: cleans a corpus in many tasks, on one machine or on many."""

from collections import Counter
from collections.abc import Iterator, Mapping
from subprocess import CalledProcessError
from typing import Any

from cleaner.api import Cleaner
from cleaner.containers.column import FAILED
from cleaner.errors import UsageError
from cleaner.pyproject import configured
from cleaner.report.console import Console
from cleaner.report.exitcode import ExitCode
from cleaner.report.plural import aligned, counted
from cleaner.report.tally import TOP_RULES
from cleaner.result import Status

SLURM = "slurm"
STATUSES = (*map(str, Status), FAILED)


def clean_on_cluster(params: Mapping[str, Any], console: Console) -> ExitCode:
    """Clean the corpus as the parameters of the command say, and sum up; of a job for Slurm, say that it waits."""
    try:
        return _clean(params, console)
    except ImportError as error:  # says which package, or what a URL needs
        raise UsageError(f"{error}; 'article-cleaner[cluster]' has all but Ray and what URLs need") from error
    except CalledProcessError as error:
        raise UsageError(f"{error}; what it says is above") from error


def _clean(params: Mapping[str, Any], console: Console) -> ExitCode:
    from cleaner.cluster.executors import Resources
    from cleaner.cluster.intake import UNREADABLE
    from cleaner.cluster.job import LOGS, ClusterJob, Folders

    config = configured([], params)
    folders = Folders.of(params["source"], params["target"])
    job = ClusterJob(folders, config.wanted.fields, Cleaner(config.rules, config.settings), config.timeout)
    tasks = params["tasks"] or job.files
    console.note(f"{folders.input}: {counted(job.files, 'file')} in {counted(tasks, 'task')}; {job.fields}")
    resources = Resources(tasks, params["workers"], params["memory"], params["partition"], params["time"])
    job.executor(params["executor"], resources).run()
    if params["executor"] == SLURM:
        console.note(f"the same command again begins what failed; logs: {folders.output}/{LOGS}")
        return ExitCode.DONE
    undone, counts = job.undone(tasks), job.counts(tasks)
    unreadable = counts[UNREADABLE]
    for line in _summary(counts, tasks, len(undone)):
        console.note(line)
    if undone:
        console.error(f"{counted(len(undone), 'task')} failed; logs: {folders.output}/{LOGS}/logs")
    if unreadable:
        console.error(
            f"{counted(unreadable, 'record')} could not be read, and left out; the logs of the tasks name them"
        )
    return ExitCode.FOUND if undone or unreadable or counts[FAILED] else ExitCode.DONE


def _summary(counts: Counter[str], tasks: int, undone: int) -> Iterator[str]:
    statuses = ", ".join(f"{counts[status]:,} {status}" for status in STATUSES)
    yield f"{tasks - undone:,} of {counted(tasks, 'task')} done; {counted(counts['documents'], 'document')}: {statuses}"
    rules = Counter({name: count for name, count in counts.items() if "/" in name})
    for rule, characters in rules.most_common(TOP_RULES):
        yield f"  {aligned(characters, 'character', 9)}  {rule}"
