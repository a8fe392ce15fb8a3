"""The command `cleaner review`."""

from typing import Annotated

import typer

from cleaner.cli import options
from cleaner.cli.requested import requested


def review_cli(
    context: typer.Context,
    paths: options.Paths,
    *,
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1; 0 takes a free one.", min=0, max=65535)] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Print the address; open no browser.")] = False,
    site: options.Site = None,
    url: options.Url = None,
    html: options.Html = False,
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
) -> None:
    """Look at documents in the browser, write rules for what stayed or should not have gone, decide on what recurs."""
    from cleaner.commands.review import review

    raise typer.Exit(review(requested(context), port, browser=not no_browser))
