"""`cleaner explain` for one document."""

from dataclasses import dataclass

from cleaner.batch.reading import Reading
from cleaner.files.plan import Job
from cleaner.result import Result


@dataclass(frozen=True, slots=True)
class Explaining:
    """The work of `cleaner explain`: the result itself, from a process that can be killed."""

    reading: Reading

    def prepare(self) -> None:
        self.reading.prepare()

    def __call__(self, job: Job) -> Result:
        return self.reading.read(job)[1]

    def clear_up(self, job: Job, pid: int) -> None:
        """Nothing is written."""
