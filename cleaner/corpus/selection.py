"""Which files a user wants cleaned."""

from dataclasses import dataclass, field
from pathlib import Path

from cleaner.corpus.naming import Naming

# Folders of installed packages and caches. `--exclude` replaces the list, `--extend-exclude` adds to it.
DEFAULT_EXCLUDE = ("node_modules/", "site-packages/", "__pycache__/", "venv/")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which files are documents. `exclude` has patterns in .gitignore syntax, relative to `folder`.

    `force_exclude`: they also apply to files and folders that the user names. `named_outputs`: a clean text that the
    user names is a document.
    """

    naming: Naming = field(default_factory=Naming)
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    force_exclude: bool = False
    folder: Path = field(default_factory=Path)
    named_outputs: bool = False
