"""The commands `cleaner rules ...`."""

from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import options
from cleaner.cli.requested import requested
from cleaner.report.formats import Format

app = typer.Typer(help="List, show, check, try, create and import rules.", no_args_is_help=True, rich_markup_mode=None)


@app.command("coverage")
def coverage_cli(
    context: typer.Context,
    paths: options.Paths,
    *,
    json: options.Json = False,
    dead: Annotated[bool, typer.Option("--dead", help="List the rules that remove nothing instead.")] = False,
    report: options.Report = None,
    site: options.Site = None,
    url: options.Url = None,
    html: options.Html = False,
    encoding: options.Encoding = None,
    max_bytes: options.MaxBytes = None,
    rules: options.Rules = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    keep_family: options.KeepFamily = None,
    language: options.Language = None,
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
    """Count what each rule removes from documents; write no file. Rules of other languages are left out."""
    from cleaner.commands.rules.coverage import cover

    raise typer.Exit(cover(requested(context), report or (), json=json, dead_only=dead))


@app.command("try")
def try_cli(
    context: typer.Context,
    rule_file: Annotated[Path, typer.Argument(help="Rule file to try.", metavar="FILE.toml")],
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
    language: options.Language = None,
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
    """Show what a rule file would change in documents. Compare with what is removed now; write no file."""
    from cleaner.commands.rules.try_file import try_rules

    raise typer.Exit(try_rules(rule_file, requested(context)))


@app.command("list")
def list_cli(
    context: typer.Context,
    rules: options.Rules = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    keep_family: options.KeepFamily = None,
) -> None:
    """List the rules: id, family, kind and reason of each that would run."""
    from cleaner.commands.rules.show import list_rules
    from cleaner.pyproject import configured
    from cleaner.report.console import Console

    list_rules(configured([], context.params), Console())


@app.command("show")
def show_cli(
    context: typer.Context,
    rule_id: Annotated[str, typer.Argument(help="Id of a rule, as `cleaner rules list` prints it.", metavar="ID")],
    rules: options.Rules = None,
) -> None:
    """Show one rule with its patterns and examples."""
    from cleaner.commands.rules.show import show_rule
    from cleaner.pyproject import configured
    from cleaner.report.console import Console

    show_rule(rule_id, configured([], context.params), Console())


@app.command("check")
def check_cli(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Rule files and folders. [default: the packaged rules]", metavar="PATH"),
    ] = None,
    format_: options.OutputFormat = Format.TEXT,
    jobs: options.Jobs = None,
) -> None:
    """Run the examples of rule files. Also test the speed of their patterns; exit with 1 if there is a problem."""
    from cleaner.commands.rules.check import check_rules
    from cleaner.report.console import Console

    raise typer.Exit(check_rules(paths or [], format_, jobs, Console()))


@app.command("new")
def new_cli(
    host: Annotated[str, typer.Argument(help="Host such as example.com; its subdomains are included.", metavar="HOST")],
    output: options.Output = None,
    page: Annotated[
        Path | None,
        typer.Option("--from", help="Page or text: propose rules for what cleaning leaves in it.", metavar="PAGE"),
    ] = None,
) -> None:
    """Create a rule file for a site, with one rule as a sample."""
    from cleaner.commands.rules.new import new_rule_file
    from cleaner.pyproject import configured

    new_rule_file(host, output, page, configured([page] if page else [], {}))


@app.command("schema")
def schema_cli(output: options.Output = None) -> None:
    """Print the JSON Schema of rule files, with which an editor checks and completes them."""
    from cleaner.commands.rules.schema import write_schema

    write_schema(output)


@app.command("import")
def import_cli(
    path: Annotated[
        Path, typer.Argument(help="Site config of Full-Text RSS (HOST.txt), or folder of them.", metavar="PATH")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Folder for the rule files.", metavar="FOLDER")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace existing rule files.")] = False,
) -> None:
    """Convert site configs of Full-Text RSS to rule files. Exit with 1 if anything in them is broken."""
    from cleaner.commands.rules.import_configs import import_configs
    from cleaner.report.console import Console

    raise typer.Exit(import_configs(path, output, force=force, console=Console()))
