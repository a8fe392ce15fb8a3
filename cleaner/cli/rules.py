"""`cleaner rules`: what rules there are, and whether rule files are right."""

from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import coverage, options, trial

app = typer.Typer(help="List, show, check, try, start and import rules.", no_args_is_help=True, rich_markup_mode=None)

app.command("coverage")(coverage.coverage_cli)
app.command("try")(trial.try_cli)


@app.command("list")
def list_cli(
    rules: options.Rules = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    keep_family: options.KeepFamily = None,
) -> None:
    """List the rules that take part, one a line: id, family, kind, reason."""
    from cleaner.cli.flags import configured
    from cleaner.cli.rulebook import list_rules
    from cleaner.report import Console

    config = configured([], rules=rules, select=select, ignore=ignore, keep_family=keep_family)
    list_rules(config, Console())


@app.command("show")
def show_cli(
    rule_id: Annotated[str, typer.Argument(help="As `cleaner rules list` prints it.", metavar="ID")],
    rules: options.Rules = None,
) -> None:
    """Show all of one rule, with its examples."""
    from cleaner.cli.flags import configured
    from cleaner.cli.rulebook import show_rule
    from cleaner.report import Console

    show_rule(rule_id, configured([], rules=rules), Console())


@app.command("check")
def check_cli(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Rule files and folders (the packaged ones).", metavar="[PATH...]")
    ] = None,
    format_: options.OutputFormat = options.Format.TEXT,
    jobs: options.Jobs = None,
) -> None:
    """Run every example of rule files, and try every pattern on bad lines. Exit 1 if there is something to mend."""
    from cleaner.cli.rulecheck import check_rules
    from cleaner.report import Console

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
    from cleaner.cli.flags import configured
    from cleaner.cli.rulestart import new_rule_file

    new_rule_file(host, output, page, configured([page] if page else []))


@app.command("import")
def import_cli(
    path: Annotated[Path, typer.Argument(help="A site config of Full-Text RSS (HOST.txt), or a folder of them.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The folder to write rule files to.", metavar="FOLDER")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace rule files that say something else.")] = False,
) -> None:
    """Turn site configs of Full-Text RSS into rule files. Exit 1 if something in them is broken."""
    from cleaner.cli.importing import import_configs
    from cleaner.report import Console

    raise typer.Exit(import_configs(path, output, force=force, console=Console()))
