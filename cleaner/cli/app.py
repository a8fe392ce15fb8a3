"""The command `cleaner`."""

import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import check, clean, cluster, learn, options, review, rules
from cleaner.cli.requested import requested
from cleaner.cli.streams import complain, drop_stdout, prepare_streams
from cleaner.cli.written import WrittenCommand, WrittenGroup
from cleaner.errors import CleanerError
from cleaner.report.exitcode import ExitCode
from cleaner.version import __version__

app = typer.Typer(
    name="cleaner",
    cls=WrittenGroup,
    help="Remove boilerplate from scraped text and pages, and leave the article.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},  # those of its commands too
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


app.command("clean", cls=WrittenCommand)(clean.clean_cli)


app.command("check", cls=WrittenCommand)(check.check_cli)


@app.command("explain", cls=WrittenCommand)
def explain_cli(
    context: typer.Context,
    path: options.OnePath,
    *,
    record: options.RecordNumber = None,
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
    config: options.ConfigFile = None,
    isolated: options.Isolated = False,
    show_settings: options.ShowSettings = False,
    timeout: options.Timeout = None,
) -> None:
    """Show one document with what is removed from it, by which rules, and for which site."""
    from cleaner.commands.explain import explain

    raise typer.Exit(explain(requested(context), record))


@app.command("undo")
def undo_cli(
    path: Annotated[
        Path, typer.Argument(help="Clean text that was written with --marks, or clean container.", metavar="PATH")
    ],
    output: options.Output = None,
) -> None:
    """Restore the original from NAME.clean.txt and NAME.clean.json, and print it on stdout."""
    from cleaner.commands.undo import undo

    raise typer.Exit(undo(path, output))


for name, command in (("learn", learn.learn_cli), ("review", review.review_cli), ("cluster", cluster.cluster_cli)):
    app.command(name, cls=WrittenCommand)(command)
app.add_typer(rules.app, name="rules")


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"cleaner {__version__}")
        raise typer.Exit


@app.callback()
def main_options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Remove boilerplate from scraped text and pages, and leave the article."""


def _leave_only(name: str) -> None:
    """Leave out all commands that this word does not ask for: to build a command takes a millisecond."""
    commands = [command for command in app.registered_commands if command.name == name]
    groups = [group for group in app.registered_groups if group.name == name]
    if commands or groups or name == "--version":
        app.registered_commands, app.registered_groups = commands, groups


def main() -> None:
    """Run the command. An error for people becomes a line on stderr and an exit code; a bug keeps its traceback."""
    prepare_streams()
    _leave_only("".join(sys.argv[1:2]))
    # Exit by an exception, so that workers are killed and temporary files removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(ExitCode.TERMINATED))
    try:
        try:
            app(prog_name="cleaner")
        finally:
            sys.stdout.flush()
    except CleanerError as error:
        complain(f"cleaner: {error}")
        sys.exit(ExitCode.USAGE)
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)
    except OSError as error:
        if error.filename is not None:  # not of a stream
            raise
        drop_stdout()
        if not isinstance(error, BrokenPipeError):  # whoever closed a pipe has seen enough
            complain(f"cleaner: cannot write to stdout: {error.strerror}")
        sys.exit(ExitCode.FOUND)
