"""The command `cleaner cluster`."""

from enum import StrEnum
from typing import Annotated

import typer

from cleaner.cli import options


class Executor(StrEnum):
    """Where tasks run."""

    LOCAL = "local"
    SLURM = "slurm"
    RAY = "ray"


Folder = "A folder, or a URL of one, such as s3://bucket/folder"


def cluster_cli(
    context: typer.Context,
    source: Annotated[str, typer.Argument(help=f"{Folder}: .jsonl, .parquet, .warc or .wet.", metavar="INPUT")],
    target: Annotated[str, typer.Argument(help=f"{Folder}, for clean files and logs.", metavar="OUTPUT")],
    *,
    executor: Annotated[Executor, typer.Option(help="Where tasks run.")] = Executor.LOCAL,
    tasks: Annotated[
        int | None, typer.Option(help="Number of tasks. [default: one for each file]", metavar="N", min=1)
    ] = None,
    workers: Annotated[int, typer.Option(help="Tasks that run at once.", metavar="N", min=1)] = 1,
    memory: Annotated[int, typer.Option(help="Memory of a task on a cluster, in GB.", metavar="GB", min=1)] = 2,
    partition: Annotated[str | None, typer.Option(help="Partition of Slurm.", metavar="NAME")] = None,
    time: Annotated[str, typer.Option(help="Time limit of a task in Slurm.", metavar="HH:MM:SS")] = "24:00:00",
    text_field: options.TextField = None,
    html_field: options.HtmlField = None,
    url_field: options.UrlField = None,
    rules: options.Rules = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    keep_family: options.KeepFamily = None,
    language: options.Language = None,
    no_heuristics: options.NoHeuristics = False,
    apply_suspicious: options.ApplySuspicious = None,
    timeout: options.Timeout = None,
    quiet: options.Quiet = False,
) -> None:
    """Clean a folder of JSON Lines, Parquet, WARC or WET in tasks, on this machine, Slurm or Ray.

    A second run does only the tasks that are not done.
    """
    from cleaner.commands.cluster import clean_on_cluster
    from cleaner.report.console import Console

    raise typer.Exit(clean_on_cluster(context.params, Console(quiet=quiet)))
