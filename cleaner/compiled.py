"""What settings and rule files are compiled into: it stays in one process, and is shared by all documents."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from cleaner.heuristics.judge import IDS, Judge
from cleaner.linemodel import weights
from cleaner.rulefiles.kept_patterns import compiled_or_kept
from cleaner.rulefiles.shelf import Shelf
from cleaner.rules import exact
from cleaner.rules.lately import Lately
from cleaner.rules.match import Matcher
from cleaner.rules.matchers import AnyMatcher, LanguageMatchers
from cleaner.rules.rule import Rule, RuleFile
from cleaner.rules.settings import Settings
from cleaner.text.document import Document
from cleaner.text.languages import Languages

# The rules of a site stay compiled if one of the next documents with a site of its own is of that site. To compile them
# anew takes .001 s, and 22 sites took 28 MB after 12,000 documents. Chosen by hand.
SITES = 32

# `rules` reads no file: what the cache folder has is given to it here.
exact.compile_pattern = compiled_or_kept


class Compiled:
    """Matchers, the judge and the detector of sites. Each is made when a document needs it."""

    def __init__(self, settings: Settings, shelf: Shelf) -> None:
        self._settings, self._shelf = settings, shelf
        self._common = LanguageMatchers(lambda language: self.allowed(shelf.rules_for(language)))
        self._of_sites: Lately[Path, Matcher] = Lately(SITES)

    def allowed(self, rules: Iterable[Rule]) -> list[Rule]:
        """Those of the rules that the settings let run."""
        return [rule for rule in rules if self._settings.allows(rule)]

    def matchers(self, languages: Languages, file: RuleFile | None) -> list[AnyMatcher]:
        """The matchers for a text in these languages, and of the rule file of its site."""
        matchers = self._common.on(languages)
        if file is not None:
            matchers.append(self._of_sites.of(file.path, lambda: Matcher(self.allowed(file.rules))))
        return matchers

    @cached_property
    def judge(self) -> Judge | None:
        """The judge of the lines that no rule matches, or None if the settings turn it off."""
        allowed = frozenset(rule for rule in IDS if self._settings.allows_id(rule))
        return Judge(weights.packaged_model, allowed) if self._settings.heuristics and allowed else None

    def detected(self, document: Document | None) -> set[str]:
        """The hosts that the text has signs of; `document` is None while its text is not known."""
        if document is None or self._detector is None:
            return set()
        return {hit.rule.id for hit in self._detector.hits(document, set())}

    @cached_property
    def _detector(self) -> Matcher | None:
        signs = {file.sites[0]: file for file in self._shelf.sites.values() if file.detect}
        return Matcher([file.site_sign() for file in signs.values()]) if signs else None
