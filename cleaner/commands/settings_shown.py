"""`--show-settings`: the settings of a run, as a cleaner.toml that would say the same."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cleaner.config import Config
from cleaner.pyproject import KEYS
from cleaner.report.console import Console


def show_settings(config: Config, console: Console) -> None:
    """Print each setting with its value, and the file that was read."""
    for line in settings_lines(config):
        console.out(line)


def settings_lines(config: Config) -> Iterator[str]:
    """A comment that names the file, and a line of TOML for each key; one without a value is a comment as well."""
    yield f"# from {config.file}" if config.file else "# no file of settings was read"
    for key in KEYS:
        value = getattr(config, key.replace("-", "_"))
        yield f"# {key}: not set" if value is None else f"{key} = {_written(value)}"


def _written(value: Any) -> str:
    """A value in TOML."""
    if isinstance(value, Mapping):
        members = ", ".join(f"{_written(name)} = {_written(member)}" for name, member in value.items())
        return f"{{ {members} }}" if members else "{}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_written, value))}]"
    return json.dumps(str(value) if isinstance(value, Path) else value, ensure_ascii=False)
