"""Which rules run, whether the heuristics do, and whether what is suspicious is removed."""

from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from cleaner.rules.rule import Family, Rule
from cleaner.text.functionwords import Language
from cleaner.text.languages import Languages


@dataclass(frozen=True, slots=True)
class Settings:
    """Which rules run, and whether the heuristics judge the lines that no rule matches.

    `select` and `ignore` are ids of rules, or globs of ids. An empty `select` selects all rules. With
    `apply_suspicious`, marks that would otherwise be withheld are applied. `language` are the languages of all texts;
    if it is empty, the languages of each are found.

    >>> Settings(ignore=("common/en/*",)).allows_id("common/en/see-also")
    False
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    keep_families: frozenset[Family] = field(default_factory=frozenset)
    heuristics: bool = True
    apply_suspicious: bool = False
    language: tuple[Language, ...] = ()

    @property
    def languages(self) -> Languages | None:
        """The given languages as those of every text; None if each text is to be judged by itself."""
        return Languages(self.language, decided_by="as the settings say") if self.language else None

    def allows(self, rule: Rule) -> bool:
        """Whether the rule runs; a rule that is not enabled must be selected."""
        selected = any(fnmatchcase(rule.id, pattern) for pattern in self.select)
        return (selected or rule.enabled) and rule.family not in self.keep_families and self.allows_id(rule.id)

    def allows_id(self, rule_id: str) -> bool:
        """Whether `select` and `ignore` let the rule or heuristic with this id run."""
        selected = not self.select or any(fnmatchcase(rule_id, pattern) for pattern in self.select)
        return selected and not any(fnmatchcase(rule_id, pattern) for pattern in self.ignore)


NO_SETTINGS = Settings()
