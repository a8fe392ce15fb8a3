"""Which rules run on a text: those for any language, and those for the languages that it is in."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cleaner.rules.match import Hit, Matcher
from cleaner.rules.rule import Rule
from cleaner.text.document import Document
from cleaner.text.functionwords import Language
from cleaner.text.languages import Languages, shows


class LineMatcher(NamedTuple):
    """The matcher of a language, for those lines of a text that do not show the text's own languages."""

    matcher: Matcher
    language: Language
    own: tuple[Language, ...]

    def hits(self, document: Document, timed_out: set[str]) -> Iterator[Hit]:
        """The hits of `Matcher.hits` on such lines."""
        for hit in self.matcher.hits(document, timed_out):
            line = document.logical[hit.line_start : hit.line_end]
            if not any(shows(line, language, beside=self.language) for language in self.own):
                yield hit


class LanguageMatchers:
    """A matcher for each set of languages, compiled when the first text in them comes."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: dict[Language | None, list[Rule]] = {}
        for rule in rules:
            self._rules.setdefault(rule.language, []).append(rule)
        self._matchers: dict[tuple[Language | None, ...], Matcher] = {}

    def on(self, languages: Languages) -> list[Matcher | LineMatcher]:
        """The matchers for a text in these languages."""
        return [
            self._matcher(None, *sorted(languages.own)),
            *(
                LineMatcher(self._matcher(language), language, languages.own)
                for language in languages.others
                if language in self._rules
            ),
        ]

    def _matcher(self, *languages: Language | None) -> Matcher:
        if languages not in self._matchers:
            self._matchers[languages] = Matcher([rule for each in languages for rule in self._rules.get(each, ())])
        return self._matchers[languages]
