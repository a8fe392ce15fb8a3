"""`cleaner rules try`."""

from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import options


def try_cli(
    rule_file: Annotated[Path, typer.Argument(help="The rule file to try.", metavar="FILE.toml")],
    paths: options.Paths,
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
    exclude: options.Exclude = None,
    extend_exclude: options.ExtendExclude = None,
    force_exclude: options.ForceExclude = None,
    jobs: options.Jobs = None,
    timeout: options.Timeout = None,
    quiet: options.Quiet = False,
) -> None:
    """Show what a rule file would take from documents beyond what is taken now. Nothing is written."""
    from cleaner.cli.documents import Given
    from cleaner.cli.flags import configured
    from cleaner.cli.trying import try_rules
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
    raise typer.Exit(try_rules(rule_file, Given(paths, site, url, html), config, Console(quiet=quiet)))
