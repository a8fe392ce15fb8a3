"""What `[tool.cleaner]` or cleaner.toml says, found upwards; its keys mirror the command's flags."""

import os
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cleaner.config import Config
from cleaner.corpus.limits import MAX_BYTES, TIMEOUT
from cleaner.errors import CleanerError, UsageError
from cleaner.regularfile import is_folder, read_regular, real
from cleaner.rules.rule import Family
from cleaner.rules.tables import (
    BOOLEAN,
    NUMBER,
    STRING,
    STRING_OR_STRINGS,
    STRING_TABLE,
    TABLE_OF_TABLES,
    WHOLE_NUMBER,
    Key,
    Table,
    tables_of,
)
from cleaner.sites import host_of
from cleaner.text.functionwords import Language

# A folder's cleaner.toml comes before its pyproject.toml, and holds the keys themselves: a corpus is no Python project.
OWN_FILE, FILE = "cleaner.toml", "pyproject.toml"


class ConfigError(CleanerError):
    """A file of settings that cannot be used: names file, field, what is wrong and what to do."""

    def __init__(self, path: Path, what: str, fix: str, *, field: str = "") -> None:
        super().__init__(path, what, fix)
        self.path, self.field, self.what, self.fix = path, field, what, fix

    def __str__(self) -> str:
        table = "[tool.cleaner]: " if self.path.name == FILE else ""
        place = f"{self.path}: {table}field '{self.field}'" if self.field else str(self.path)
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
        "baseline": Key(STRING, 'baseline = "cleaner-baseline.json"'),
        "paths": Key(STRING_TABLE, 'paths = { "raw/*" = "example.com" }'),
        "per-file": Key(TABLE_OF_TABLES, 'per-file = { "letters/*" = { select = ["mail"] } }'),
    }
)
# What may be chosen for some files, besides what holds for all.
CHOICES = {name: KEYS[name] for name in ("select", "ignore", "keep-family")}
# The parameters of a command that override a key. The tables of globs have no flag: the `paths` of a command are
# documents.
FLAGS = frozenset(key.replace("-", "_") for key in KEYS) - {"paths", "per_file"}


def configured(paths: Iterable[Path], params: Mapping[str, Any]) -> Config:
    """The configuration of a run: `[tool.cleaner]`, overridden by the flags that were given.

    `params` are the parameters of a command, of which those in FLAGS count, `no_heuristics`, and the `config` file that
    is to be read, or `isolated`: none is. None or an empty list means that a flag was not given. Raises `ConfigError`.
    """
    given = {name: tuple(v) if isinstance(v, list) else v for name, v in params.items() if name in FLAGS}
    if given.get("language"):
        given["language"] = tuple(str(given["language"]).split(","))
    if params.get("no_heuristics"):
        given["heuristics"] = False
    # Some versions of typer keep paths as strings in a context.
    if given.get("rules"):
        given["rules"] = tuple(Path(path) for path in given["rules"])
    for name in ("out_dir", "baseline"):
        if given.get(name):
            given[name] = Path(str(given[name]))
    if params.get("isolated") and params.get("config"):
        raise UsageError("--isolated reads no file of settings, and --config names one; give only one of them")
    if params.get("isolated"):
        return Config().overridden(given)
    if params.get("config"):
        return configuration_at(Path(params["config"])).overridden(given)
    return load(path for path in paths if str(path) != "-").overridden(given)


def load(paths: Iterable[Path] = ()) -> Config:
    """The nearest settings at or above the folder that the paths have in common; raises `ConfigError`."""
    start = common_folder(paths)
    for folder in (start, *start.parents):
        for name in (OWN_FILE, FILE):
            table = _table(folder / name)
            if table is not None:
                return _parse(table, folder / name)
    return Config()


def configuration_at(path: Path | None) -> Config:
    """The settings in a file, which must have them, or the nearest at or above a folder; None is the current folder."""
    if path is None or is_folder(path):
        return load([path] if path else ())
    table = _table(path)
    if table is None:
        what = "no table [tool.cleaner] can be read from it" if path.name == FILE else "it cannot be read"
        raise ConfigError(path, what, f"check the path{', or add the table' if path.name == FILE else ''}")
    return _parse(table, real(path.parent) / path.name)


def common_folder(paths: Iterable[Path]) -> Path:
    """The deepest folder that holds all of the paths, or the current folder if there is no such folder."""
    places = [real(path if is_folder(path) else path.parent) for path in paths]
    try:
        return Path(os.path.commonpath(places)) if places else Path.cwd()
    except ValueError:  # different drives
        return Path.cwd()


def _table(file: Path) -> dict[str, Any] | None:
    """The settings in a file: those of [tool.cleaner] in a pyproject.toml, and all keys of any other."""
    try:
        whole = tables_of(read_regular(file), partial(ConfigError, file))
    except OSError:
        return None
    if file.name != FILE:
        return whole
    tool = whole.get("tool")
    table = tool.get("cleaner") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(file, "[tool.cleaner] is not a table", "write its keys below a line [tool.cleaner]")
    return table


def _parse(table: dict[str, Any], file: Path) -> Config:
    folder = file.parent
    values = Table(table, KEYS, partial(ConfigError, file))
    given = {key.replace("-", "_"): values[key] for key in table}
    if "rules" in given:
        given["rules"] = tuple(folder / path for path in given["rules"])
    for glob, host in given.get("paths", {}).items():
        if host_of(host) is None:
            raise values.error("paths", f"{host!r}, the site of {glob!r}, is no host", 'write "example.com"')
    for glob, chosen in given.get("per_file", {}).items():
        checked = Table(chosen, CHOICES, partial(ConfigError, file), f"per-file.{glob}")
        given["per_file"] = {**given["per_file"], glob: {name: checked[name] for name in chosen}}
    if "baseline" in given:
        given["baseline"] = folder / given["baseline"]
    if "out_dir" in given:
        given["out_dir"] = folder / given["out_dir"]
        if not real(given["out_dir"]).is_relative_to(real(folder)):
            raise values.error("out-dir", "it leads out of the folder of this file", "give --out-dir in the command")
    return Config(folder=folder, file=file, **given)
