"""The command `cleaner clean`."""

from typing import Annotated

import typer

from cleaner.cli import options
from cleaner.cli.requested import requested


def clean_cli(
    context: typer.Context,
    paths: options.PathsOrNone = None,
    *,
    check: options.Check = False,
    diff: options.Diff = False,
    marks: options.Marks = False,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON on stdout.")] = False,
    exit_non_zero_on_write: options.ExitNonZeroOnWrite = False,
    force: options.Force = False,
    container_format: options.InputFormat = None,
    prune: options.Prune = False,
    rejects: options.Rejects = None,
    report: options.Report = None,
    learn: options.Learn = False,
    suffix: options.Suffix = None,
    out_dir: options.OutDir = None,
    site: options.Site = None,
    url: options.Url = None,
    html: options.Html = False,
    stdin_filename: options.StdinFilename = None,
    with_metadata: options.WithMetadata = None,
    text_field: options.TextField = None,
    html_field: options.HtmlField = None,
    url_field: options.UrlField = None,
    encoding: options.Encoding = None,
    max_bytes: options.MaxBytes = None,
    rules: options.Rules = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    keep_family: options.KeepFamily = None,
    language: options.Language = None,
    no_heuristics: options.NoHeuristics = False,
    apply_suspicious: options.ApplySuspicious = None,
    exclude: options.Exclude = None,
    extend_exclude: options.ExtendExclude = None,
    force_exclude: options.ForceExclude = None,
    config: options.ConfigFile = None,
    isolated: options.Isolated = False,
    show_settings: options.ShowSettings = False,
    jobs: options.Jobs = None,
    timeout: options.Timeout = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Write clean text next to each document: NAME.clean.txt next to NAME.txt. Originals are never changed."""
    from cleaner.commands.clean import clean
    from cleaner.commands.mode import Mode

    raise typer.Exit(clean(requested(context), Mode.of(context.params)))
