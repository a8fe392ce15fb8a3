"""The configuration of a run: what the settings and the flags of a command say."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from cleaner.containers.fields import Fields, Wanted
from cleaner.corpus.limits import MAX_BYTES, TIMEOUT
from cleaner.corpus.naming import DEFAULT_SUFFIX, Naming
from cleaner.corpus.selection import DEFAULT_EXCLUDE, Selection
from cleaner.errors import UsageError, did_you_mean
from cleaner.rules.rule import Family
from cleaner.rules.settings import Settings
from cleaner.text.functionwords import Language

Member = TypeVar("Member", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Config:
    """One field for each key of `[tool.cleaner]`, and the folder that paths and globs in it are relative to.

    `file` is the one that was read, if there was one.
    """

    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    keep_family: tuple[str, ...] = ()
    heuristics: bool = True
    apply_suspicious: bool = False
    language: tuple[str, ...] = ()
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    suffix: str = DEFAULT_SUFFIX
    out_dir: Path | None = None
    jobs: int | None = None
    timeout: float = TIMEOUT
    max_bytes: int = MAX_BYTES
    encoding: str | None = None
    with_metadata: bool = False
    text_field: str | None = None
    html_field: str | None = None
    url_field: str | None = None
    baseline: Path | None = None
    paths: Mapping[str, str] = field(default_factory=dict)
    per_file: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    folder: Path = field(default_factory=Path.cwd)
    file: Path | None = field(default=None, compare=False)

    def overridden(self, flags: Mapping[str, Any]) -> "Config":
        """The configuration with the flags that were given; a flag that is None or () was not given."""
        return replace(self, **{key: value for key, value in flags.items() if value is not None and value != ()})

    @property
    def settings(self) -> Settings:
        """What the rules need; raises `UsageError` for a family or a language that does not exist."""
        families = frozenset(_member(Family, "--keep-family", name) for name in self.keep_family)
        languages = tuple(_member(Language, "--language", code) for code in self.language)
        return Settings(self.select, self.ignore, families, self.heuristics, self.apply_suspicious, languages)

    def settings_for(self, chosen: Mapping[str, tuple[str, ...]]) -> Settings:
        """The settings with what one entry of `per_file` chooses besides."""
        return replace(
            self,
            select=(*self.select, *chosen.get("select", ())),
            ignore=(*self.ignore, *chosen.get("ignore", ())),
            keep_family=(*self.keep_family, *chosen.get("keep-family", ())),
        ).settings

    @property
    def wanted(self) -> Wanted:
        """How containers are read; fields that are not named are found."""
        fields = Fields(self.text_field, self.html_field, self.url_field)
        return Wanted(fields, self.max_bytes, self.encoding, self.with_metadata)

    @property
    def naming(self) -> Naming:
        return Naming(self.suffix, self.out_dir)

    @property
    def selection(self) -> Selection:
        return Selection(self.naming, (*self.exclude, *self.extend_exclude), self.force_exclude, self.folder)


def _member(kind: type[Member], flag: str, value: str) -> Member:
    try:
        return kind(value)
    except ValueError:
        noun, fix = kind.__name__.lower(), did_you_mean(value, kind, f"choose from {', '.join(kind)}")
        raise UsageError(f"{flag}: there is no {noun} '{value}'; {fix}") from None
