"""What the tables of globs in the settings say of each document: its site, and which rules run on it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from cleaner.config import Config
from cleaner.corpus.source import FileSource
from cleaner.regularfile import real

Value = TypeVar("Value")


def globs_of(config: Config) -> tuple[Callable[[FileSource], FileSource], list[str]]:
    """What adds to a document what the first glob of each table that its path matches says, and faults of the globs."""
    if not (config.paths or config.per_file):
        return lambda source: source, []
    settings = {glob: config.settings_for(chosen) for glob, chosen in config.per_file.items()}
    site_of, unread = _first_match(config, "paths", config.paths)
    settings_of, unread_too = _first_match(config, "per-file", settings)

    def with_globs(source: FileSource) -> FileSource:
        return source._replace(glob_site=site_of(source.path), settings=settings_of(source.path))

    return with_globs, [*unread, *unread_too]


def _first_match(
    config: Config, table: str, values: Mapping[str, Value]
) -> tuple[Callable[[Path], Value | None], list[str]]:
    """What gives the value of the first glob that a path matches, or None; what is wrong with the globs."""
    from cleaner.corpus.gitignore import Patterns

    globs = [(Patterns.of(real(config.folder), [glob]), value) for glob, value in values.items()]

    def value_of(path: Path) -> Value | None:
        place = str(path.absolute().parent.resolve() / path.name)
        return next((value for patterns, value in globs if patterns.verdict(place, is_folder=False)), None)

    ignored = [line for patterns, _ in globs for line in patterns.ignored]
    return value_of, [f"[tool.cleaner.{table}]: the pattern {line!r} matches nothing" for line in ignored]
