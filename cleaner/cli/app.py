"""The command `cleaner`."""

import os
import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import options, rules
from cleaner.errors import CleanerError
from cleaner.report.exitcode import ExitCode
from cleaner.report.formats import Format
from cleaner.version import __version__

app = typer.Typer(
    name="cleaner",
    help="Strip boilerplate from scraped text and pages and leave the article.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.command("clean")
def clean_cli(
    context: typer.Context,
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
    heuristics: options.Heuristics = None,
    exclude: options.Exclude = None,
    extend_exclude: options.ExtendExclude = None,
    force_exclude: options.ForceExclude = None,
    jobs: options.Jobs = None,
    timeout: options.Timeout = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Write clean text next to each original: NAME.clean.txt next to NAME.txt. Originals are never changed."""
    from cleaner.commands.clean import Mode, clean
    from cleaner.commands.inputs import request

    raise typer.Exit(clean(request(context.params), Mode.of(context.params)))


@app.command("check")
def check_cli(
    context: typer.Context,
    paths: options.Paths,
    *,
    format_: options.OutputFormat = Format.TEXT,
    site: options.Site = None,
    url: options.Url = None,
    html: options.Html = False,
    encoding: options.Encoding = None,
    max_bytes: options.MaxBytes = None,
    rules: options.Rules = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    keep_family: options.KeepFamily = None,
    heuristics: options.Heuristics = None,
    exclude: options.Exclude = None,
    extend_exclude: options.ExtendExclude = None,
    force_exclude: options.ForceExclude = None,
    jobs: options.Jobs = None,
    timeout: options.Timeout = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """List what cleaning would take: path:line:column  rule  reason. Exit 1 if there is something."""
    from cleaner.commands.check import check
    from cleaner.commands.inputs import request

    raise typer.Exit(check(request(context.params), format_))


@app.command("explain")
def explain_cli(
    context: typer.Context,
    path: options.OnePath,
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
    heuristics: options.Heuristics = None,
    timeout: options.Timeout = None,
) -> None:
    """Show the whole text, what goes and by which rule, and which site it was taken for."""
    from cleaner.commands.explain import explain
    from cleaner.commands.inputs import request

    raise typer.Exit(explain(request(context.params)))


@app.command("undo")
def undo_cli(
    path: Annotated[Path, typer.Argument(help="A clean text that was written with --marks.", metavar="PATH")],
    output: options.Output = None,
) -> None:
    """Give back the original from NAME.clean.txt and NAME.clean.json, on stdout."""
    from cleaner.commands.undo import undo

    raise typer.Exit(undo(path, output))


app.add_typer(rules.app, name="rules")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"cleaner {__version__}")
        raise typer.Exit


@app.callback()
def main_options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Strip boilerplate from scraped text and pages and leave the article."""


def main() -> None:
    """Run the command. Domain errors become a line and an exit code; a bug keeps its traceback."""
    _prepare_streams()
    # As from an exception, so that workers are killed and temporary files removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(ExitCode.TERMINATED))
    try:
        try:
            app(prog_name="cleaner")
        finally:
            sys.stdout.flush()
    except CleanerError as error:
        sys.stderr.write(f"cleaner: {error}\n")
        sys.exit(ExitCode.USAGE)
    except BrokenPipeError:
        # Who reads us has seen enough. What is still in the buffer must not be tried again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.FOUND)


def _prepare_streams() -> None:
    """UTF-8 everywhere, names of files byte for byte, and line ends as they are in the text."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="")  # type: ignore[union-attr]
