"""The executors of datatrove: each runs all tasks that are not done yet."""

import multiprocessing
import shlex
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from datatrove.executor import LocalPipelineExecutor, RayPipelineExecutor, SlurmPipelineExecutor
from datatrove.executor.base import PipelineExecutor
from datatrove.io import DataFolder

from cleaner.batch.worker import end_with_parent
from cleaner.errors import UsageError

# Times that tasks are begun whose worker has died; as many as the executor for Ray begins one.
ATTEMPTS = 4


@dataclass(frozen=True, slots=True)
class Resources:
    """How many tasks there are, and how many run at once. `memory` is that of a task, in GB of 2**30 bytes.

    `partition` and `time`, such as "24:00:00", are for Slurm.
    """

    tasks: int
    workers: int
    memory: int
    partition: str | None = None
    time: str = ""


class LocalTasks(LocalPipelineExecutor):  # type: ignore[misc]  # datatrove ships no types
    """Runs tasks in processes of this machine, and begins those again whose process has died.

    datatrove's pool would wait for a dead process for ever.
    """

    def run(self) -> None:
        self.save_executor_as_json()
        failed: set[int] = set()
        for _ in range(ATTEMPTS):
            ranks = [rank for rank in self.get_incomplete_ranks() if rank not in failed]
            if ranks:
                failed |= self._run_all(ranks)

    def _run_all(self, ranks: Sequence[int]) -> set[int]:
        """Run these tasks; gives those that raised an exception, which is in their logs."""
        context = multiprocessing.get_context("spawn")
        try:
            with ProcessPoolExecutor(min(self.workers, len(ranks)), context, end_with_parent) as pool:
                futures = {rank: pool.submit(_run_task, self, rank) for rank in ranks}
        except BaseException:  # SIGTERM: the pool would wait for the tasks at work
            for child in multiprocessing.active_children():
                child.kill()
            raise
        faults = {rank: future.exception() for rank, future in futures.items()}
        return {rank for rank, fault in faults.items() if fault and not isinstance(fault, BrokenProcessPool)}


def _run_task(executor: LocalTasks, rank: int) -> None:
    executor._run_for_rank(rank, local_rank=1)  # noqa: SLF001  (as all executors do; 0 would log all to stderr)


def _local(pipeline: list[Any], resources: Resources, logs: DataFolder) -> PipelineExecutor:
    return LocalTasks(pipeline, resources.tasks, resources.workers, logs)


def _ray(pipeline: list[Any], resources: Resources, logs: DataFolder) -> PipelineExecutor:
    return RayPipelineExecutor(
        pipeline,
        tasks=resources.tasks,
        workers=resources.workers,
        logging_dir=logs,
        mem_per_cpu_gb=resources.memory,
    )


def _slurm(pipeline: list[Any], resources: Resources, logs: DataFolder) -> PipelineExecutor:
    if not resources.partition:
        raise UsageError("Slurm needs a partition; give --partition")
    if shutil.which("sbatch") is None:
        raise UsageError("sbatch is not on the PATH; run this where jobs are submitted")
    programs = shlex.quote(str(Path(sys.executable).parent))
    return SlurmPipelineExecutor(
        pipeline,
        tasks=resources.tasks,
        workers=resources.workers,
        time=resources.time,
        partition=resources.partition,
        mem_per_cpu_gb=resources.memory,
        job_name="cleaner",
        qos="",  # what the partition has
        env_command=f"export PATH={programs}:$PATH",
        logging_dir=logs,
    )


EXECUTORS: Mapping[str, Callable[[list[Any], Resources, DataFolder], PipelineExecutor]] = MappingProxyType(
    {"local": _local, "slurm": _slurm, "ray": _ray}
)
