"""What a user says of which files are documents."""

from dataclasses import dataclass, field
from pathlib import Path

from cleaner.corpus.naming import Naming

# Folders that hold other people's files; `--exclude` replaces the list, `--extend-exclude` adds to it.
DEFAULT_EXCLUDE = ("node_modules/", "site-packages/", "__pycache__/", "venv/")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which files are documents. `exclude` is in .gitignore syntax, relative to `folder`."""

    naming: Naming = field(default_factory=Naming)
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    force_exclude: bool = False
    folder: Path = field(default_factory=Path)
    named_outputs: bool = False
