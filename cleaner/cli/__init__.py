"""The command line: commands and their parameters. Only this package imports typer."""
