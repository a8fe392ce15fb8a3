"""`cleaner rules`."""

from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import options
from cleaner.report.formats import Format

app = typer.Typer(help="List, show, check, try, start and import rules.", no_args_is_help=True, rich_markup_mode=None)


@app.command("coverage")
def coverage_cli(
    context: typer.Context,
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
    from cleaner.commands.inputs import request
    from cleaner.commands.rules.coverage import cover

    raise typer.Exit(cover(request(context.params), json=json))


@app.command("try")
def try_cli(
    context: typer.Context,
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
    from cleaner.commands.inputs import request
    from cleaner.commands.rules.try_file import try_rules

    raise typer.Exit(try_rules(rule_file, request(context.params)))


@app.command("list")
def list_cli(
    context: typer.Context,
    rules: options.Rules = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    keep_family: options.KeepFamily = None,
) -> None:
    """List the rules that take part, one a line: id, family, kind, reason."""
    from cleaner.commands.rules.show import list_rules
    from cleaner.config import configured
    from cleaner.report.console import Console

    list_rules(configured([], context.params), Console())


@app.command("show")
def show_cli(
    context: typer.Context,
    rule_id: Annotated[str, typer.Argument(help="As `cleaner rules list` prints it.", metavar="ID")],
    rules: options.Rules = None,
) -> None:
    """Show all of one rule, with its examples."""
    from cleaner.commands.rules.show import show_rule
    from cleaner.config import configured
    from cleaner.report.console import Console

    show_rule(rule_id, configured([], context.params), Console())


@app.command("check")
def check_cli(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Rule files and folders (the packaged ones).", metavar="[PATH...]")
    ] = None,
    format_: options.OutputFormat = Format.TEXT,
    jobs: options.Jobs = None,
) -> None:
    """Run every example of rule files, and try every pattern on bad lines. Exit 1 if there is something to mend."""
    from cleaner.commands.rules.check import check_rules
    from cleaner.report.console import Console

    raise typer.Exit(check_rules(paths or [], format_, jobs, Console()))


@app.command("new")
def new_cli(
    host: Annotated[str, typer.Argument(help="Such as example.com; its subdomains are covered too.", metavar="HOST")],
    output: options.Output = None,
    page: Annotated[
        Path | None,
        typer.Option("--from", help="Propose rules for what this page or text still holds.", metavar="PAGE"),
    ] = None,
) -> None:
    """Start a rule file for a site: on stdout, or in a new file."""
    from cleaner.commands.rules.new import new_rule_file
    from cleaner.config import configured

    new_rule_file(host, output, page, configured([page] if page else [], {}))


@app.command("schema")
def schema_cli(output: options.Output = None) -> None:
    """Print the JSON Schema of rule files, with which an editor checks and completes them."""
    from cleaner.commands.rules.schema import write_schema

    write_schema(output)


@app.command("import")
def import_cli(
    path: Annotated[Path, typer.Argument(help="A site config of Full-Text RSS (HOST.txt), or a folder of them.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The folder to write rule files to.", metavar="FOLDER")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace rule files that say something else.")] = False,
) -> None:
    """Turn site configs of Full-Text RSS into rule files. Exit 1 if something in them is broken."""
    from cleaner.commands.rules.import_configs import import_configs
    from cleaner.report.console import Console

    raise typer.Exit(import_configs(path, output, force=force, console=Console()))
