"""`cleaner explain`."""

from typing import TYPE_CHECKING

import typer

from cleaner.cli import options

if TYPE_CHECKING:
    from cleaner.cli.documents import Given
    from cleaner.config import Config
    from cleaner.report import Console, ExitCode


def explain_cli(
    path: options.OnePath,
    *,
    site: options.Site = None,
    url: options.Url = None,
    html: options.Html = False,
    encoding: options.Encoding = None,
    max_bytes: options.MaxBytes = None,
    rules: options.Rules = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    keep_family: options.KeepFamily = None,
    timeout: options.Timeout = None,
) -> None:
    """Show the whole text, what goes and by which rule, and which site it was taken for."""
    from cleaner.cli.documents import Given
    from cleaner.cli.flags import configured
    from cleaner.report import Console

    config = configured(
        [path],
        rules=rules,
        select=select,
        ignore=ignore,
        keep_family=keep_family,
        timeout=timeout,
        max_bytes=max_bytes,
        encoding=encoding,
    )
    raise typer.Exit(explain(Given([path], site, url, html), config, Console(verbose=True)))


def explain(given: "Given", config: "Config", console: "Console") -> "ExitCode":
    """Show what cleaning does to one document."""
    from cleaner.batch.explaining import Explaining
    from cleaner.cli.documents import UsageError, gather, outcomes, reading
    from cleaner.report import Report, explanation

    if given.paths[0].is_dir():
        raise UsageError(f"{given.paths[0]} is a folder; explain shows one document")
    gathered = gather(given, config, named_outputs=True)
    report = Report(console, gathered.skipped)
    for job, result in outcomes(Explaining(reading(given, config, gathered.jobs)), gathered, config, report):
        console.out(explanation(job.name, result), end="")
    return report.exit_code()
