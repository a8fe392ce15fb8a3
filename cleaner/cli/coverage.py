"""`cleaner rules coverage`."""

import typer

from cleaner.cli import options


def coverage_cli(
    paths: options.Paths,
    *,
    json: options.Json = False,
    site: options.Site = None,
    url: options.Url = None,
    html: options.Html = False,
    encoding: options.Encoding = None,
    max_bytes: options.MaxBytes = None,
    rules: options.Rules = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    keep_family: options.KeepFamily = None,
    exclude: options.Exclude = None,
    extend_exclude: options.ExtendExclude = None,
    force_exclude: options.ForceExclude = None,
    jobs: options.Jobs = None,
    timeout: options.Timeout = None,
    quiet: options.Quiet = False,
) -> None:
    """Count what each rule takes from documents, and name the rules that take nothing. Nothing is written."""
    from cleaner.cli.covering import cover
    from cleaner.cli.documents import Given
    from cleaner.cli.flags import configured
    from cleaner.report import Console

    config = configured(
        paths,
        rules=rules,
        select=select,
        ignore=ignore,
        keep_family=keep_family,
        exclude=exclude,
        extend_exclude=extend_exclude,
        force_exclude=force_exclude,
        jobs=jobs,
        timeout=timeout,
        max_bytes=max_bytes,
        encoding=encoding,
    )
    raise typer.Exit(cover(Given(paths, site, url, html), config, Console(quiet=quiet), json=json))
