"""`cleaner check`."""

import typer

from cleaner.cli import options
from cleaner.cli.options import Format


def check_cli(
    paths: options.Paths,
    *,
    format_: options.OutputFormat = Format.TEXT,
    site: options.Site = None,
    url: options.Url = None,
    html: options.Html = False,
    encoding: options.Encoding = None,
    max_bytes: options.MaxBytes = None,
    rules: options.Rules = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    keep_family: options.KeepFamily = None,
    no_heuristics: options.NoHeuristics = False,
    exclude: options.Exclude = None,
    extend_exclude: options.ExtendExclude = None,
    force_exclude: options.ForceExclude = None,
    jobs: options.Jobs = None,
    timeout: options.Timeout = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """List what cleaning would take: path:line:column  rule  reason. Exit 1 if there is something."""
    from cleaner.cli.checking import check
    from cleaner.cli.documents import Given
    from cleaner.cli.flags import configured
    from cleaner.report import Console

    config = configured(
        paths,
        rules=rules,
        select=select,
        ignore=ignore,
        keep_family=keep_family,
        heuristics=False if no_heuristics else None,
        exclude=exclude,
        extend_exclude=extend_exclude,
        force_exclude=force_exclude,
        jobs=jobs,
        timeout=timeout,
        max_bytes=max_bytes,
        encoding=encoding,
    )
    raise typer.Exit(check(Given(paths, site, url, html), config, format_, Console(quiet=quiet, verbose=verbose)))
