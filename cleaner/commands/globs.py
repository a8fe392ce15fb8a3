"""What the tables of globs in the settings say of each document: its site, and which rules run on it."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from cleaner.config import Config
from cleaner.corpus.gitignore import Patterns
from cleaner.corpus.source import FileSource
from cleaner.regularfile import real

Value = TypeVar("Value")


def with_globs(sources: Iterable[FileSource], config: Config) -> tuple[list[FileSource], list[str]]:
    """Each source with what the first glob of each table that its path matches says; what is wrong with the globs."""
    settings = {glob: config.settings_for(chosen) for glob, chosen in config.per_file.items()}
    site_of, unread = _first_match(config, "paths", config.paths)
    settings_of, unread_too = _first_match(config, "per-file", settings)
    found = [s._replace(glob_site=site_of(s.path), settings=settings_of(s.path)) for s in sources]
    return found, [*unread, *unread_too]


def _first_match(
    config: Config, table: str, values: Mapping[str, Value]
) -> tuple[Callable[[Path], Value | None], list[str]]:
    """What gives the value of the first glob that a path matches, or None; what is wrong with the globs."""
    globs = [(Patterns.of(real(config.folder), [glob]), value) for glob, value in values.items()]

    def value_of(path: Path) -> Value | None:
        place = str(path.absolute().parent.resolve() / path.name)
        return next((value for patterns, value in globs if patterns.verdict(place, is_folder=False)), None)

    ignored = [line for patterns, _ in globs for line in patterns.ignored]
    return value_of, [f"[tool.cleaner.{table}]: the pattern {line!r} matches nothing" for line in ignored]
