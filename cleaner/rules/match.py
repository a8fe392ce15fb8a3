"""Where rules match: RE2 finds candidate lines in one linear-time pass over the text, and `regex` decides on them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner.errors import PatternError
from cleaner.rules.asked import Asked
from cleaner.rules.candidates import Candidates
from cleaner.rules.longest_line import is_too_long
from cleaner.rules.pattern import Pattern
from cleaner.rules.rule import Rule
from cleaner.text.document import Document

# Patterns of one matcher. 20,000 short ones compile in 7 s; of 50,000 RE2 makes no automaton within its memory. All
# packaged rules have 2,050.
MOST_PATTERNS = 20_000


class Hit(NamedTuple):
    """A match: its rule, its offsets, and the offsets of its logical line."""

    rule: Rule
    start: int
    end: int
    line_start: int
    line_end: int


class Matcher:
    """All patterns of some rules, compiled when a text asks for them.

    RE2 finds the lines that may match any pattern and tells which patterns these are, and `regex` decides.
    `re2.Filter` was tried in its place: 12 times as slow, with 51 candidate patterns per line instead of 0.26, as many
    patterns have no long literal. Raises `PatternError` for more than MOST_PATTERNS.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        patterns = [Pattern(rule, pattern) for rule in rules for pattern in rule.match]
        if len(patterns) > MOST_PATTERNS:
            raise PatternError(
                f"{len(patterns):,} patterns are more than can be matched at once", f"use at most {MOST_PATTERNS:,}"
            )
        self._patterns, self._candidates = patterns, Candidates(())
        self._asked = Asked([pattern.translation for pattern in patterns])

    def hits(self, document: Document, timed_out: set[str]) -> Iterator[Hit]:
        """Every match in the zone of its rule. Ids of rules that exceed the time limit are added to `timed_out`."""
        matched: set[str] = set()
        for index, patterns in self._to_try(document):
            start, end = document.line(index)
            for pattern in patterns:
                rule = pattern.rule
                if is_too_long(rule, document.texts[index]):
                    continue
                try:
                    spans = () if rule.id in timed_out else pattern.spans(document.logical, start, end)
                except TimeoutError:
                    timed_out.add(rule.id)
                    continue
                if spans:
                    matched.add(document.texts[index])
                    if document.in_zone(start, rule.where):
                        yield from [Hit(rule, *span, start, end) for span in spans]
        document.matched[self] = matched

    def _to_try(self, document: Document) -> list[tuple[int, list[Pattern]]]:
        """The index of each line that may hold a match, and the patterns that may match it."""
        if self._asked.grow(document.logical):
            self._candidates = Candidates([self._patterns[number] for number in self._asked.numbers])
        unread = document.unread(self)
        if unread is None:
            return self._candidates.lines(document.data)
        texts = "\n".join([document.texts[index] for index in unread])
        return [(unread[i], patterns) for i, patterns in self._candidates.lines(texts.encode())] if unread else []
