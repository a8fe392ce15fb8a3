"""Which rules run, whether the heuristics do, and whether what is suspicious is removed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase

from cleaner.errors import UsageError, did_you_mean
from cleaner.rules.rule import OPT_IN, Family, Rule
from cleaner.text.functionwords import Language
from cleaner.text.languages import Languages


@dataclass(frozen=True, slots=True)
class Settings:
    """Which rules run, and whether the heuristics judge the lines that no rule matches.

    `select` and `ignore` are ids of rules, or globs of ids. If `select` holds none, all rules are selected but those of
    opt-in families; these run if `select` holds the name of the family or the whole id. With `apply_suspicious`, marks
    that would otherwise be withheld are applied. `language` are the languages of all texts; if it is empty, the
    languages of each are found.

    >>> Settings(ignore=("common/en/*",)).allows_id("common/en/see-also")
    False
    >>> Settings(select=("mail",)).allows_id("common/en/see-also")
    True
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    keep_families: frozenset[Family] = field(default_factory=frozenset)
    heuristics: bool = True
    apply_suspicious: bool = False
    language: tuple[Language, ...] = ()

    def __post_init__(self) -> None:
        """Raise TypeError for a field of another type, `UsageError` for a family or language that does not exist."""
        given: dict[str, object] = {"select": self.select, "ignore": self.ignore, "language": self.language}
        for name, value in given.items():
            if not isinstance(value, tuple) or not all(isinstance(item, str) for item in value):
                raise TypeError(f"{name} must be a tuple of strings, not {value!r}")
        families: object = self.keep_families
        if not isinstance(families, frozenset):
            raise TypeError(f"keep_families must be a frozenset of families, not {families!r}")
        switches: dict[str, object] = {"heuristics": self.heuristics, "apply_suspicious": self.apply_suspicious}
        for name, value in switches.items():
            if not isinstance(value, bool):
                raise TypeError(f"{name} must be True or False, not {value!r}")
        _demand_members("keep_families", self.keep_families, Family)
        _demand_members("language", self.language, Language)

    def unmatched(self, ids: Collection[str]) -> list[tuple[str, str]]:
        """The fields `select` and `ignore`, each with a pattern in it that is none of these ids and matches none."""
        patterns = [("select", each) for each in self.select if each not in OPT_IN]
        patterns += [("ignore", each) for each in self.ignore]
        return [
            (field, each)
            for field, each in patterns
            if each not in ids and not any(fnmatchcase(rule_id, each) for rule_id in ids)
        ]

    @property
    def languages(self) -> Languages | None:
        """The given languages as those of every text; None if each text is to be judged by itself."""
        return Languages(self.language, decided_by="as the settings say") if self.language else None

    def allows(self, rule: Rule) -> bool:
        """Whether the rule runs; one that is not enabled must be selected, one of an opt-in family by name."""
        if rule.family in self.keep_families:
            return False
        if rule.family in OPT_IN:
            return not {rule.family, rule.id}.isdisjoint(self.select) and not _any_matches(self.ignore, rule.id)
        return (rule.enabled or _any_matches(self.select, rule.id)) and self.allows_id(rule.id)

    def allows_id(self, rule_id: str) -> bool:
        """Whether `select` and `ignore` let the rule or heuristic with this id run, if its family is not opt-in."""
        ids = [pattern for pattern in self.select if pattern not in OPT_IN]
        return (not ids or _any_matches(ids, rule_id)) and not _any_matches(self.ignore, rule_id)


def _demand_members(field_name: str, given: Iterable[str], kind: type[StrEnum]) -> None:
    for name in given:
        if name not in list(kind):
            noun, fix = kind.__name__.lower(), did_you_mean(str(name), kind, f"choose from {', '.join(kind)}")
            raise UsageError(f"{field_name}: there is no {noun} '{name}'; {fix}")


def _any_matches(patterns: Iterable[str], rule_id: str) -> bool:
    return any(fnmatchcase(rule_id, pattern) for pattern in patterns)


NO_SETTINGS = Settings()
