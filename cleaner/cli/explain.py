"""`cleaner explain`."""

import typer

from cleaner.cli import options


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
    no_heuristics: options.NoHeuristics = False,
    timeout: options.Timeout = None,
) -> None:
    """Show the whole text, what goes and by which rule, and which site it was taken for."""
    from cleaner.cli.documents import Given
    from cleaner.cli.explaining import explain
    from cleaner.cli.flags import configured
    from cleaner.report import Console

    config = configured(
        [path],
        rules=rules,
        select=select,
        ignore=ignore,
        keep_family=keep_family,
        heuristics=False if no_heuristics else None,
        timeout=timeout,
        max_bytes=max_bytes,
        encoding=encoding,
    )
    raise typer.Exit(explain(Given([path], site, url, html), config, Console(verbose=True)))
