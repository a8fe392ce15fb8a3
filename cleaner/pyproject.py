"""What `[tool.cleaner]` says, in the pyproject.toml found upwards; its keys mirror the command's flags."""

import os
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cleaner.config import Config
from cleaner.corpus.limits import MAX_BYTES, TIMEOUT
from cleaner.errors import CleanerError
from cleaner.regularfile import is_folder, read_regular, real
from cleaner.rules.rule import Family
from cleaner.rules.tables import (
    BOOLEAN,
    NUMBER,
    STRING,
    STRING_OR_STRINGS,
    STRING_TABLE,
    WHOLE_NUMBER,
    Key,
    Table,
    tables_of,
)
from cleaner.sites import host_of
from cleaner.text.functionwords import Language

FILE = "pyproject.toml"


class ConfigError(CleanerError):
    """A pyproject.toml that cannot be used: names file, field, what is wrong and what to do."""

    def __init__(self, path: Path, what: str, fix: str, *, field: str = "") -> None:
        super().__init__(path, what, fix)
        self.path, self.field, self.what, self.fix = path, field, what, fix

    def __str__(self) -> str:
        place = f"{self.path}: [tool.cleaner]: field '{self.field}'" if self.field else str(self.path)
        return f"{place}: {self.what}; {self.fix}"


KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "rules": Key(STRING_OR_STRINGS, 'rules = ["rules/mine.toml"]'),
        "select": Key(STRING_OR_STRINGS, 'select = ["mail"]'),
        "ignore": Key(STRING_OR_STRINGS, 'ignore = ["common/en/see-also"]'),
        "keep-family": Key(STRING_OR_STRINGS, 'keep-family = ["media"]', choices=Family),
        "heuristics": Key(BOOLEAN, "heuristics = false"),
        "apply-suspicious": Key(BOOLEAN, "apply-suspicious = true"),
        "language": Key(STRING_OR_STRINGS, 'language = ["de", "en"]', choices=Language),
        "exclude": Key(STRING_OR_STRINGS, 'exclude = ["raw/"]'),
        "extend-exclude": Key(STRING_OR_STRINGS, 'extend-exclude = ["raw/"]'),
        "force-exclude": Key(BOOLEAN, "force-exclude = true"),
        "suffix": Key(STRING, 'suffix = ".clean"'),
        "out-dir": Key(STRING, 'out-dir = "clean"'),
        "jobs": Key(WHOLE_NUMBER, "jobs = 4", above=0),
        "timeout": Key(NUMBER, f"timeout = {TIMEOUT}", above=0),
        "max-bytes": Key(WHOLE_NUMBER, f"max-bytes = {MAX_BYTES}", above=0),
        "encoding": Key(STRING, 'encoding = "cp1252"'),
        "with-metadata": Key(BOOLEAN, "with-metadata = true"),
        "text-field": Key(STRING, 'text-field = "body"'),
        "html-field": Key(STRING, 'html-field = "raw_html"'),
        "url-field": Key(STRING, 'url-field = "source"'),
        "paths": Key(STRING_TABLE, 'paths = { "raw/*" = "example.com" }'),
    }
)
# The parameters of a command that override a key. `paths`, the table of globs, has no flag: the `paths` of a command
# are documents.
FLAGS = frozenset(key.replace("-", "_") for key in KEYS) - {"paths"}


def configured(paths: Iterable[Path], params: Mapping[str, Any]) -> Config:
    """The configuration of a run: `[tool.cleaner]`, overridden by the flags that were given.

    `params` are the parameters of a command, of which those in FLAGS count, and `no_heuristics`. None or an empty list
    means that a flag was not given. Raises `ConfigError`.
    """
    given = {name: tuple(v) if isinstance(v, list) else v for name, v in params.items() if name in FLAGS}
    if given.get("language"):
        given["language"] = tuple(str(given["language"]).split(","))
    if params.get("no_heuristics"):
        given["heuristics"] = False
    # Some versions of typer keep paths as strings in a context.
    if given.get("rules"):
        given["rules"] = tuple(Path(path) for path in given["rules"])
    if given.get("out_dir"):
        given["out_dir"] = Path(str(given["out_dir"]))
    return load(path for path in paths if str(path) != "-").overridden(given)


def load(paths: Iterable[Path] = ()) -> Config:
    """The nearest `[tool.cleaner]` at or above the folder that the paths have in common; raises `ConfigError`."""
    start = common_folder(paths)
    for folder in (start, *start.parents):
        table = _table(folder / FILE)
        if table is not None:
            return _parse(table, folder)
    return Config()


def configuration_at(path: Path | None) -> Config:
    """The `[tool.cleaner]` of a file, which must have it, or the nearest at or above a folder; None is the current."""
    if path is None or is_folder(path):
        return load([path] if path else ())
    table = _table(path)
    if table is None:
        raise ConfigError(path, "no table [tool.cleaner] can be read from it", "check the path, or add the table")
    return _parse(table, real(path.parent))


def common_folder(paths: Iterable[Path]) -> Path:
    """The deepest folder that holds all of the paths, or the current folder if there is no such folder."""
    places = [real(path if is_folder(path) else path.parent) for path in paths]
    try:
        return Path(os.path.commonpath(places)) if places else Path.cwd()
    except ValueError:  # different drives
        return Path.cwd()


def _table(file: Path) -> dict[str, Any] | None:
    try:
        tool = tables_of(read_regular(file), partial(ConfigError, file)).get("tool")
    except OSError:
        return None
    table = tool.get("cleaner") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(file, "[tool.cleaner] is not a table", "write its keys below a line [tool.cleaner]")
    return table


def _parse(table: dict[str, Any], folder: Path) -> Config:
    values = Table(table, KEYS, partial(ConfigError, folder / FILE))
    given = {key.replace("-", "_"): values[key] for key in table}
    if "rules" in given:
        given["rules"] = tuple(folder / path for path in given["rules"])
    for glob, host in given.get("paths", {}).items():
        if host_of(host) is None:
            raise values.error("paths", f"{host!r}, the site of {glob!r}, is no host", 'write "example.com"')
    if "out_dir" in given:
        given["out_dir"] = folder / given["out_dir"]
        if not real(given["out_dir"]).is_relative_to(real(folder)):
            raise values.error("out-dir", "it leads out of the folder of this file", "give --out-dir in the command")
    return Config(folder=folder, **given)
