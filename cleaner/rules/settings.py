"""What a run asks for beyond the rules themselves."""

from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from cleaner.rules.rule import Family, Rule


@dataclass(frozen=True, slots=True)
class Settings:
    """Which rules take part, and whether what no rule knows is judged. `select` and `ignore` hold ids or globs of them.

    >>> Settings(ignore=("common/en/*",)).allows_id("common/en/see-also")
    False
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    keep_families: frozenset[Family] = field(default_factory=frozenset)
    heuristics: bool = True

    def allows(self, rule: Rule) -> bool:
        selected = any(fnmatchcase(rule.id, pattern) for pattern in self.select)
        return (selected or rule.enabled) and rule.family not in self.keep_families and self.allows_id(rule.id)

    def allows_id(self, rule_id: str) -> bool:
        selected = not self.select or any(fnmatchcase(rule_id, pattern) for pattern in self.select)
        return selected and not any(fnmatchcase(rule_id, pattern) for pattern in self.ignore)


NO_SETTINGS = Settings()
