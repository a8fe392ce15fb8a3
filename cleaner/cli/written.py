"""Commands that take what is written after their flags as it is."""

from functools import partial
from typing import Any

from typer.core import TyperCommand, TyperGroup

# Parameters of such a command whose values typer checks: numbers and choices.
CHECKED = frozenset(
    {
        *("container_format", "executor", "format_", "jobs", "max_bytes", "memory", "min_documents", "port", "record"),
        *("tasks", "timeout", "workers"),
    }
)


class _Written:
    """Texts and paths stay strings in the context of the command.

    To convert any value, even none, typer 0.29 imports pydantic, which takes longer than typer itself.
    """

    def get_params(self, context: Any) -> Any:
        params: list[Any] = super().get_params(context)  # type: ignore[misc]
        for param in params:
            param.process_value = partial(_written, param)
        return params


class WrittenCommand(_Written, TyperCommand):
    """A command whose texts and paths are strings in its context."""


class WrittenGroup(_Written, TyperGroup):
    """A group of commands, of which the same holds."""


def _written(param: Any, context: Any, value: Any) -> Any:
    """The value of a parameter: as it is written, or as typer makes it where it is missing or must be checked."""
    if value is None and not param.required:
        value = () if param.multiple or param.nargs == -1 else None
    elif not (value and isinstance(value, str | list | tuple)) or (param.name in CHECKED and value != param.default):
        return type(param).process_value(param, context, value)
    return param.callback(context, param, value) if param.callback else value
