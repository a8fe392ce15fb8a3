"""The vocabulary of rules: the content of one TOML rule file, after parsing."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from cleaner.text.functionwords import Language
from cleaner.text.mark import Verb
from cleaner.text.zones import Where


class Family(StrEnum):
    """The kind of residue that a rule removes. The list is closed."""

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
    REFERENCE = "reference"
    MAIL = "mail"
    BOOK = "book"


# The families whose rules run only if `select` names the family: what they remove is wanted in most texts.
OPT_IN = frozenset({Family.MAIL, Family.BOOK})


class Kind(StrEnum):
    """How far the mark of a match reaches: see `cleaner.rules.kinds`."""

    LINE = "line"
    PHRASE = "phrase"
    BLOCK = "block"
    AFTER = "after"
    BEFORE = "before"


class Example(NamedTuple):
    """A text, and the text that must be left of it. A near miss stays as it is: `after == before`."""

    before: str
    after: str

    @property
    def near_miss(self) -> bool:
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Rule:
    """One `[[rule]]` table. `language` is that of its file; None stands for any.

    A packaged rule is `checked`: the tests hold its patterns to a time limit on lines that are hard for them.
    """

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
    in_structure: bool = False
    over_prose: bool = False
    recurs: int = 1
    examples: tuple[Example, ...] = ()
    language: Language | None = None
    checked: bool = False

    @property
    def name(self) -> str:
        return self.id.rpartition("/")[2]

    @property
    def matches_whole_line(self) -> bool:
        """Whether a pattern must match a whole line; a phrase matches anywhere in it."""
        return self.kind is not Kind.PHRASE


@dataclass(frozen=True, slots=True)
class Selectors:
    """The `[html]` table: selectors in XPath or CSS."""

    content: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


NO_SELECTORS = Selectors()


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One rule file. `id` is `<folder>/<file>`, and the ids of its rules begin with it."""

    id: str
    path: Path
    sites: tuple[str, ...] = ()
    detect: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    html: Selectors = NO_SELECTORS
    evidence: int = 0
    language: Language | None = None

    def meets(self, rule: Rule) -> bool:
        """Whether a common rule can run on the same text as the rules of this file: it is for no other language."""
        return self.language is None or rule.language in {None, self.language}

    def site_sign(self) -> Rule:
        """The `detect` patterns as a rule, whose id is the first of the sites."""
        return Rule(next(iter(self.sites), self.id), Family.META, Kind.PHRASE, self.detect, "sign of the site")
