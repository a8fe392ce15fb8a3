"""The command `cleaner check`."""

import typer

from cleaner.cli import options
from cleaner.cli.requested import requested
from cleaner.report.formats import FindingFormat


def check_cli(
    context: typer.Context,
    paths: options.Paths,
    *,
    format_: options.FindingsAs = FindingFormat.TEXT,
    statistics: options.Statistics = False,
    exit_zero: options.ExitZero = False,
    baseline: options.BaselineFile = None,
    write_baseline: options.WriteBaseline = False,
    site: options.Site = None,
    url: options.Url = None,
    html: options.Html = False,
    stdin_filename: options.StdinFilename = None,
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
    """List what cleaning would remove. Each line is path:line:column  rule  reason; exit with 1 if there is one."""
    from cleaner.commands.check import CheckMode, check

    raise typer.Exit(check(requested(context), CheckMode(format_, statistics, exit_zero, write_baseline)))
