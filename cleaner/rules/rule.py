"""The vocabulary of rules: what one TOML rule file says, after parsing."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cleaner.text.mark import Verb
from cleaner.text.zones import Where


class Family(StrEnum):
    """What kind of residue a rule takes; the list is closed."""

    TICKER = "ticker"
    RELATED = "related"
    SHARE = "share"
    NEWSLETTER = "newsletter"
    COMMENTS = "comments"
    CONSENT = "consent"
    ADVERT = "advert"
    MEDIA = "media"
    BYLINE = "byline"
    LEGAL = "legal"
    NAVIGATION = "navigation"
    META = "meta"


class Kind(StrEnum):
    """How far a match reaches."""

    LINE = "line"
    PHRASE = "phrase"
    BLOCK = "block"
    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what the rule must make of it; `after == before` is a near miss."""

    before: str
    after: str

    @property
    def near_miss(self) -> bool:
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Rule:
    """One `[[rule]]` table."""

    id: str
    family: Family
    kind: Kind
    match: tuple[str, ...]
    reason: str
    where: Where = Where.ANYWHERE
    verb: Verb = Verb.DROP
    end: tuple[str, ...] = ()
    max_lines: int = 0
    case: bool = False
    enabled: bool = True
    examples: tuple[Example, ...] = ()

    @property
    def name(self) -> str:
        return self.id.rpartition("/")[2]

    @property
    def matches_whole_line(self) -> bool:
        """Whether a pattern must match a whole line; a phrase matches anywhere in it."""
        return self.kind is not Kind.PHRASE


@dataclass(frozen=True, slots=True)
class Selectors:
    """The `[html]` table: XPath or CSS."""

    content: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


NO_SELECTORS = Selectors()


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One rule file. `id` is `<folder>/<file>`, the front part of its rules' ids."""

    id: str
    path: Path
    sites: tuple[str, ...] = ()
    detect: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    html: Selectors = NO_SELECTORS
    evidence: int = 0

    def site_sign(self) -> Rule:
        """The `detect` patterns as a rule, whose id is the first of the sites."""
        return Rule(next(iter(self.sites), self.id), Family.META, Kind.PHRASE, self.detect, "sign of the site")
