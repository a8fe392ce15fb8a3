"""The command `cleaner`. What a command needs is imported when it runs, so that `cleaner --version` starts at once."""

import os
import signal
import sys
from typing import Annotated

import typer

from cleaner import __version__
from cleaner.cli import check, clean, explain, rules, undo
from cleaner.errors import CleanerError

USAGE_ERROR = 2
TERMINATED = 143

app = typer.Typer(
    name="cleaner",
    help="Strip boilerplate from scraped text and pages and leave the article.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("clean")(clean.clean_cli)
app.command("check")(check.check_cli)
app.command("explain")(explain.explain_cli)
app.command("undo")(undo.undo_cli)
app.add_typer(rules.app, name="rules")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"cleaner {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Strip boilerplate from scraped text and pages and leave the article."""


def main() -> None:
    """Run the command. Domain errors become a line and an exit code; a bug keeps its traceback."""
    _prepare_streams()
    # As from an exception, so that workers are killed and temporary files removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    try:
        try:
            app(prog_name="cleaner")
        finally:
            sys.stdout.flush()
    except CleanerError as error:
        sys.stderr.write(f"cleaner: {error}\n")
        sys.exit(USAGE_ERROR)
    except BrokenPipeError:
        # Who reads us has seen enough. What is still in the buffer must not be tried again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _prepare_streams() -> None:
    """UTF-8 everywhere, names of files byte for byte, and line ends as they are in the text."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="")  # type: ignore[union-attr]
