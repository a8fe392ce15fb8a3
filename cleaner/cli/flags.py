"""The configuration of a run: `[tool.cleaner]` and, over it, the flags that were given."""

from collections.abc import Iterable
from pathlib import Path

from cleaner.config import Config, load


def configured(paths: Iterable[Path], **flags: object) -> Config:
    """Flags have the names of the fields of Config; what is None or empty was not given."""
    given = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in flags.items()
        if value is not None and value != []
    }
    return load(path for path in paths if str(path) != "-").overridden(given)
