"""What `[tool.cleaner]` says, in the pyproject.toml found upwards; its keys mirror the command's flags."""

import os
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from cleaner.corpus.naming import DEFAULT_SUFFIX, Naming
from cleaner.corpus.selection import DEFAULT_EXCLUDE, Selection
from cleaner.errors import CleanerError
from cleaner.rules.rule import Family
from cleaner.rules.settings import Settings

FILE = "pyproject.toml"
# The longest article pages have some 5 MB; a dump of text may well have ten times that.
DEFAULT_MAX_BYTES = 50_000_000
DEFAULT_TIMEOUT = 60.0


class ConfigError(CleanerError):
    """A `[tool.cleaner]` table that cannot be used: names file and key."""


@dataclass(frozen=True, slots=True)
class Config:
    """One field for each key of `[tool.cleaner]`, and the folder that paths and globs in it are relative to."""

    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    keep_family: tuple[str, ...] = ()
    heuristics: bool = True
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    suffix: str = DEFAULT_SUFFIX
    out_dir: Path | None = None
    jobs: int | None = None
    timeout: float = DEFAULT_TIMEOUT
    max_bytes: int = DEFAULT_MAX_BYTES
    encoding: str | None = None
    paths: Mapping[str, str] = field(default_factory=dict)
    folder: Path = field(default_factory=Path.cwd)

    def overridden(self, flags: Mapping[str, Any]) -> "Config":
        """With the flags that were given; None and () mean that a flag was not."""
        return replace(self, **{key: value for key, value in flags.items() if value is not None and value != ()})

    @property
    def settings(self) -> Settings:
        families = frozenset(_families(self.keep_family, "--keep-family"))
        return Settings(self.select, self.ignore, families, self.heuristics)

    @property
    def naming(self) -> Naming:
        return Naming(self.suffix, self.out_dir)

    @property
    def selection(self) -> Selection:
        return Selection(self.naming, (*self.exclude, *self.extend_exclude), self.force_exclude, self.folder)


KEYS = {item.name.replace("_", "-"): item.name for item in fields(Config) if item.name != "folder"}
# All keys but the table of globs; a command's own `paths` are its documents.
FLAGS = frozenset(KEYS.values()) - {"paths"}


def configured(paths: Iterable[Path], params: Mapping[str, Any]) -> Config:
    """The configuration of a run: `[tool.cleaner]`, and over it the flags that were given.

    `params` are the parameters of a command; those named as a field of `Config` are flags, and None or an empty list
    means that a flag was not given.
    """
    given = {name: tuple(v) if isinstance(v, list) else v for name, v in params.items() if name in FLAGS}
    # Some versions of typer keep the paths in a context as strings.
    if given.get("rules"):
        given["rules"] = tuple(Path(path) for path in given["rules"])
    if given.get("out_dir"):
        given["out_dir"] = Path(str(given["out_dir"]))
    return load(path for path in paths if str(path) != "-").overridden(given)


def load(paths: Iterable[Path] = ()) -> Config:
    """The nearest `[tool.cleaner]` at or above the folder that the paths have in common."""
    start = common_folder(paths)
    for folder in (start, *start.parents):
        table = _table(folder / FILE)
        if table is not None:
            return _parse(table, folder)
    return Config()


def common_folder(paths: Iterable[Path]) -> Path:
    """The deepest folder that holds all of the paths; the current one where there is none."""
    places = [path.resolve() if path.is_dir() else path.parent.resolve() for path in paths]
    try:
        return Path(os.path.commonpath(places)) if places else Path.cwd()
    except ValueError:  # different drives
        return Path.cwd()


def _table(file: Path) -> dict[str, Any] | None:
    try:
        with file.open("rb") as stream:
            table = tomllib.load(stream).get("tool", {}).get("cleaner")
    except OSError:
        return None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: not valid TOML: {error}") from error
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{file}: [tool.cleaner] must be a table")
    return table


def _parse(table: dict[str, Any], folder: Path) -> Config:
    values: dict[str, Any] = {}
    for key, value in table.items():
        where = f"{folder / FILE}: [tool.cleaner]: key '{key}'"
        if key not in KEYS:
            raise ConfigError(f"{where} does not exist; {_nearest(key)}")
        values[KEYS[key]] = _value(key, value, folder, where)
    return Config(folder=folder, **values)


def _nearest(key: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, KEYS, n=1)
    return f"did you mean '{near[0]}'?" if near else f"the keys are {', '.join(sorted(KEYS))}"


def _value(key: str, value: object, folder: Path, where: str) -> object:
    if key in ("rules", "select", "ignore", "keep-family", "exclude", "extend-exclude"):
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ConfigError(f"{where} must be a list of strings")
        return _strings(key, value, folder, where)
    expected, words = _SCALARS[key]
    if not isinstance(value, expected) or isinstance(value, bool) is not (expected is bool):
        raise ConfigError(f"{where} must be {words}")
    if key in ("jobs", "timeout", "max-bytes") and not value > 0:  # type: ignore[operator]
        raise ConfigError(f"{where} must be more than 0")
    if isinstance(value, dict) and not all(isinstance(site, str) for site in value.values()):
        raise ConfigError(f"{where} must be {words}")
    return folder / str(value) if key == "out-dir" else value


def _strings(key: str, value: list[str], folder: Path, where: str) -> tuple[object, ...]:
    if key == "rules":
        return tuple(folder / item for item in value)
    if key == "keep-family":
        _families(value, where)
    return tuple(value)


def _families(names: Sequence[str], where: str) -> list[Family]:
    known = {str(family): family for family in Family}
    for name in names:
        if name not in known:
            raise ConfigError(f"{where}: there is no family '{name}'; the families are {', '.join(known)}")
    return [known[name] for name in names]


_SCALARS: dict[str, tuple[type | tuple[type, ...], str]] = {
    "heuristics": (bool, "true or false"),
    "force-exclude": (bool, "true or false"),
    "suffix": (str, "a string"),
    "out-dir": (str, "a string"),
    "jobs": (int, "a whole number"),
    "timeout": ((int, float), "a number of seconds"),
    "max-bytes": (int, "a whole number"),
    "encoding": (str, "a string"),
    "paths": (dict, "a table of globs and sites"),
}
