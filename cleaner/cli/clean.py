"""`cleaner clean`."""

from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import options


def clean_cli(
    paths: options.Paths,
    *,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if a clean file is outdated.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would go.")] = False,
    marks: Annotated[bool, typer.Option("--marks", help="Write NAME.clean.json too, for `cleaner undo`.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON on stdout.")] = False,
    exit_non_zero_on_write: Annotated[
        bool, typer.Option("--exit-non-zero-on-write", help="Exit 1 if a file was written, for hooks.")
    ] = False,
    suffix: Annotated[str | None, typer.Option(help="What the names of clean files have (.clean).")] = None,
    out_dir: Annotated[Path | None, typer.Option(help="Write below this folder, in the same tree.")] = None,
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
    """Write clean text next to each original: NAME.clean.txt next to NAME.txt. Originals are never changed."""
    from cleaner.cli.cleaning import Mode, clean
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
        suffix=suffix,
        out_dir=out_dir,
        jobs=jobs,
        timeout=timeout,
        max_bytes=max_bytes,
        encoding=encoding,
    )
    mode = Mode(check, diff, marks, json, exit_non_zero_on_write)
    raise typer.Exit(clean(Given(paths, site, url, html), config, mode, Console(quiet=quiet, verbose=verbose)))
