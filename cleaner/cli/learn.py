"""The command `cleaner learn`."""

from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import options
from cleaner.cli.requested import requested
from cleaner.report.formats import Format


def learn_cli(
    context: typer.Context,
    paths: options.Paths,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Rule file to write; for several sites a folder. [default: stdout]", metavar="PATH"
        ),
    ] = None,
    min_documents: Annotated[
        int, typer.Option(help="Fewest documents in which a line must be to count.", metavar="N", min=2)
    ] = 3,
    check: Annotated[
        Path | None,
        typer.Option(
            help="Compare with the rules in this file or folder; exit with 1 if the site has changed.", metavar="RULES"
        ),
    ] = None,
    format_: options.OutputFormat = Format.TEXT,
    report: options.Report = None,
    site: options.Site = None,
    url: options.Url = None,
    html: options.Html = False,
    text_field: options.TextField = None,
    html_field: options.HtmlField = None,
    url_field: options.UrlField = None,
    encoding: options.Encoding = None,
    max_bytes: options.MaxBytes = None,
    exclude: options.Exclude = None,
    extend_exclude: options.ExtendExclude = None,
    force_exclude: options.ForceExclude = None,
    config: options.ConfigFile = None,
    isolated: options.Isolated = False,
    show_settings: options.ShowSettings = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Write rules for what the documents of a site repeat. What may be true text is left for you to decide."""
    from cleaner.commands.learn import Wish, learn

    wish = Wish(output and Path(output), min_documents, check and Path(check), format_, tuple(map(Path, report or ())))
    raise typer.Exit(learn(requested(context), wish))
