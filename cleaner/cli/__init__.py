"""The command line: what can be typed. Alone imports typer; what a command needs is imported when it runs."""
