"""What a command line asks for, with the settings that hold for it; or these settings alone."""

from typing import Any

import typer


def requested(context: typer.Context) -> Any:
    """The request of a command line; with --show-settings its settings are printed, and the command ends."""
    from cleaner.commands.inputs import request

    asked = request(context.params)
    if context.params.get("show_settings"):
        from cleaner.commands.settings_shown import show_settings

        show_settings(asked.config, asked.console)
        raise typer.Exit
    return asked
