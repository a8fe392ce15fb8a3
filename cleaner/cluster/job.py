"""A corpus, and the pipeline that cleans it in tasks."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from datatrove.executor.base import PipelineExecutor
from datatrove.io import DataFolder, get_datafolder

from cleaner.api import Cleaner
from cleaner.cluster.executors import EXECUTORS, Resources
from cleaner.cluster.intake import UNREADABLE, Corpus
from cleaner.cluster.ledger import begin
from cleaner.cluster.output import writer_of
from cleaner.containers.fields import Fields
from cleaner.datatrove import CleanStep
from cleaner.errors import UsageError
from cleaner.version import __version__

# The folder in the output that holds logs, statistics and which tasks are done.
LOGS = ".cleaner"
SCHEME = "://"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of the corpus and of what is written: local paths, or URLs that fsspec knows."""

    input: str
    output: str

    @classmethod
    def of(cls, given: str, output: str) -> "Folders":
        """Raises `UsageError` if one lies in the other."""
        folders = [place if SCHEME in place else Path(place).resolve().as_posix() for place in (given, output)]
        first, second = (place.rstrip("/") + "/" for place in folders)
        if first.startswith(second) or second.startswith(first):
            raise UsageError(f"{given} and {output} lie in one another; name two folders")
        return cls(*folders)


class ClusterJob:
    """Cleans a corpus in tasks; those that an earlier run has done are not done again.

    Raises `UsageError` if the corpus cannot be read, or the output holds a run that was begun with anything else.
    """

    def __init__(self, folders: Folders, given: Fields, cleaner: Cleaner, timeout: float) -> None:
        try:
            self._corpus = Corpus.of(get_datafolder(folders.input))
            self._output = get_datafolder(folders.output)
        except (OSError, ValueError) as error:
            raise UsageError(f"{folders.input}, {folders.output}: {error}") from error
        self._logs = DataFolder(f"{folders.output.rstrip('/')}/{LOGS}")
        self._folders, self._cleaner, self._timeout = folders, cleaner, timeout
        self.fields = self._corpus.fields(given)

    @property
    def files(self) -> int:
        """The number of files of the corpus."""
        return len(self._corpus.files)

    def executor(self, kind: str, resources: Resources) -> PipelineExecutor:
        """The executor of this kind, whose `run` does all tasks that are not done."""
        return EXECUTORS[kind](self._pipeline(resources.tasks), resources, self._logs)

    def undone(self, tasks: int) -> list[int]:
        """The numbers of the tasks that are not done."""
        done = set(self._logs.list_files("completions"))
        return [task for task in range(tasks) if f"completions/{task:05d}" not in done]

    def counts(self, tasks: int) -> Counter[str]:
        """The statistics of the cleaning of all tasks that are done: documents by status, characters by rule."""
        counts = Counter[str]()
        for task in set(range(tasks)) - {*self.undone(tasks)}:
            reader, step, _ = json.loads(self._logs.cat_file(f"stats/{task:05d}.json"))
            counts.update({name: _total(stat) for name, stat in step["stats"].items()})
            counts[UNREADABLE] += _total(reader["stats"].get(UNREADABLE, 0))
        return counts

    def _pipeline(self, tasks: int) -> list[Any]:
        run: dict[str, str | int] = {"tasks": tasks, "input": self._folders.input, "fields": str(self.fields)}
        rules = {"rules": self._cleaner.rule_digest, "version": __version__}
        files = begin(self._logs, run | rules, self._corpus.files)
        step = CleanStep(
            self._cleaner,
            pages=self.fields.page is not None,
            address=self.fields.url or "",
            timeout=self._timeout,
        )
        return [self._corpus.reader(self.fields, files), step, writer_of(self._corpus, self.fields, self._output)]


def _total(stat: int | dict[str, int]) -> int:
    """The total of a statistic of datatrove, which is a bare number if all that it counted was ones."""
    return stat["total"] if isinstance(stat, dict) else stat
