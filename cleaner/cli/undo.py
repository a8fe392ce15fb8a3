"""`cleaner undo`."""

from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import options


def undo_cli(
    path: Annotated[Path, typer.Argument(help="A clean text that was written with --marks.", metavar="PATH")],
    output: options.Output = None,
) -> None:
    """Give back the original from NAME.clean.txt and NAME.clean.json, on stdout."""
    from cleaner.cli.undoing import undo

    raise typer.Exit(undo(path, output))
