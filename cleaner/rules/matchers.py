"""Which rules run on a text: those for any language, and those for the languages that it is in."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple, TypeAlias

from cleaner.rules.lately import Lately
from cleaner.rules.long_lines import LongLineMatcher
from cleaner.rules.match import Hit, Matcher
from cleaner.rules.rule import Rule
from cleaner.text.document import Document
from cleaner.text.functionwords import Language
from cleaner.text.languages import Languages, shows

# The matchers of a language that comes again within so many asks, 2 to 4 a document, stay compiled. To compile them
# anew takes .005 to .1 s, so some .1 ms a document, if it comes later. Over 12,000 documents of 40 languages all took
# 150 MB; chosen by hand.
ASKS = 2000


class LineMatcher(NamedTuple):
    """The matcher of a language, for those lines of a text that do not show the text's own languages."""

    matcher: Matcher | LongLineMatcher
    language: Language
    own: tuple[Language, ...]

    def hits(self, document: Document, timed_out: set[str]) -> Iterator[Hit]:
        """The hits of `Matcher.hits` on such lines."""
        for hit in self.matcher.hits(document, timed_out):
            line = document.logical[hit.line_start : hit.line_end]
            if not any(shows(line, language, beside=self.language) for language in self.own):
                yield hit


AnyMatcher: TypeAlias = Matcher | LongLineMatcher | LineMatcher


class LanguageMatchers:
    """The matchers of each language, compiled when a text in it comes, and forgotten if none has come for a while.

    One for each set of languages would be as fast, and take the memory of the rules for any language for each.
    """

    def __init__(self, rules: Callable[[Language | None], list[Rule]]) -> None:
        """`rules` gives the rules for a language, and those for any language for None. It is called once for each."""
        self._rules = cache(rules)
        self._matchers: Lately[Language | None, tuple[Matcher, LongLineMatcher]] = Lately(ASKS)

    def on(self, languages: Languages) -> list[AnyMatcher]:
        """The matchers for a text in these languages."""
        return [
            *(matcher for language in (None, *sorted(languages.own)) for matcher in self._of(language)),
            *(
                LineMatcher(matcher, language, languages.own)
                for language in languages.others
                if self._rules(language)
                for matcher in self._of(language)
            ),
        ]

    def _of(self, language: Language | None) -> tuple[Matcher, LongLineMatcher]:
        def make() -> tuple[Matcher, LongLineMatcher]:
            rules = self._rules(language)
            return Matcher(rules), LongLineMatcher(rules)

        return self._matchers.of(language, make)
