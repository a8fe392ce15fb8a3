"""Where rules match: RE2 finds candidate lines in one linear-time pass over the text, and `regex` decides on them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate
from typing import NamedTuple

import re2
import regex

from cleaner.errors import PatternError
from cleaner.rules.asked import Asked
from cleaner.rules.patterns.translate import translate
from cleaner.rules.probes import Probe, either, re2_options
from cleaner.rules.rule import Rule
from cleaner.text.document import Document

# Characters at the edges of a line that a line pattern does not see: white space, list bullets and Markdown marks.
EDGE = r"[ #*>|\[\]_~+\-\xad\u200b-\u200d\u2013\u2014\u2022\u2023\u203a\u2192\u25a0-\u25e6\xb7\xbb\u30fb\ufeff]"
# All of them are skipped, or only the white space if the pattern itself begins with such a mark.
BEFORE = f"(?:{EDGE}*+| *+)"
AFTER = rf"(?:{EDGE}|\]\([^)\n]*\))*"
# The same for RE2, which reads bytes. They accept some further characters, which a prefilter may.
BEFORE_RE2 = r"^(?:[ #*>|\[\]_~+\-]|\xc2[\xad\xb7\xbb]|\xe2[\x80-\x97][\x80-\xbf]|\xe3\x83\xbb|\xef\xbb\xbf)*"
AFTER_RE2 = r"(?:[^0-9A-Za-z\n]|\]\([^)\n]*\))*$"
# The time limit of one pattern on one line, in seconds: twice the limit of `rules check` for a line of 100 kB.
TIMEOUT = 1.0


class Hit(NamedTuple):
    """A match: its rule, its offsets, and the offsets of its logical line."""

    rule: Rule
    start: int
    end: int
    line_start: int
    line_end: int


# Patterns of one matcher. 20,000 short ones compile in 7 s; of 50,000 RE2 makes no automaton within its memory. All
# packaged rules have 2,050.
MOST_PATTERNS = 20_000


class Pattern:
    """One compiled pattern of a rule."""

    def __init__(self, rule: Rule, pattern: str) -> None:
        self.rule, self.written = rule, pattern
        self.translation = translate(pattern)

    def probes(self, *, short: bool = False, anchored: bool = True) -> Iterator[Probe]:
        """RE2 patterns: if this pattern matches in a line, so does one of them. `short` gives shorter ones.

        Those of a pattern that matches a whole line are `anchored` to its edges where they can be.
        """
        anchored = anchored and self.rule.matches_whole_line
        for required in self.translation.requirements:
            before = BEFORE_RE2 if anchored and required.at_start else ""
            after = AFTER_RE2 if anchored and required.at_end else ""
            if short and required.short:
                yield Probe(self.flags + before, required.short, ")")
            else:
                yield Probe(self.flags + before, required.pattern, after + ")")

    @property
    def flags(self) -> str:
        return "(?m:" if self.rule.case else "(?mi:"

    @property
    def at_start(self) -> bool:
        """Whether the start of a line suffices to tell if the pattern may match."""
        return self.rule.matches_whole_line and all(required.at_start for required in self.translation.requirements)

    @cached_property
    def _extended(self) -> "re2._Regexp | None":
        """The extended prefixes of this pattern, which rule out more lines than its probes; None if there are none."""
        extended = [required.extended for required in self.translation.requirements]
        if not (self.rule.matches_whole_line and all(extended)):
            return None
        return re2.compile(
            either([Probe(self.flags + BEFORE_RE2, pattern, ")") for pattern in extended]), re2_options()
        )

    def may_match(self, line: bytes) -> bool:
        """Whether `regex` must look at a line that a probe has found."""
        return self._extended is None or self._extended.search(line) is not None

    @cached_property
    def exact(self) -> regex.Pattern[str]:
        """The pattern for `regex`."""
        exact = self.translation.exact
        if self.rule.matches_whole_line:
            exact = f"{BEFORE}(?:{exact}){AFTER}"
        return exact_pattern(exact, case=self.rule.case)

    def spans(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Start and end of each match in the line from `start` to `end`. Raises `TimeoutError` after `TIMEOUT`."""
        if self.rule.matches_whole_line:
            if self.exact.fullmatch(text, start, end, timeout=TIMEOUT):
                yield start, end
        else:
            for match in self.exact.finditer(text, start, end, timeout=TIMEOUT):
                if match.end() > match.start():
                    yield match.span()


class Matcher:
    """All patterns of some rules, compiled when a text asks for them.

    One RE2 pass over the text finds the lines that may match any pattern, RE2 sets tell which patterns these are, and
    `regex` decides. `re2.Filter` was tried in place of the first two: 12 times as slow, with 51 candidate patterns per
    line instead of 0.26, as many patterns have no long literal. Raises `PatternError` for more than MOST_PATTERNS.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._any: re2._Regexp | None = None
        patterns = [Pattern(rule, pattern) for rule in rules for pattern in rule.match]
        if len(patterns) > MOST_PATTERNS:
            raise PatternError(
                f"{len(patterns):,} patterns are more than can be matched at once", f"use at most {MOST_PATTERNS:,}"
            )
        self._patterns = patterns
        self._asked = Asked([pattern.translation for pattern in patterns])

    def _compile(self, patterns: Sequence[Pattern]) -> None:
        anchored = [pattern for pattern in patterns if pattern.at_start]
        floating = [pattern for pattern in patterns if not pattern.at_start]
        self._sets = [
            (group, _compiled(kind(re2_options()), group))
            for group, kind in ((anchored, re2.Set.MatchSet), (floating, re2.Set.SearchSet))
            if group
        ]
        probes = either(probe for pattern in patterns for probe in pattern.probes(short=True))
        self._any = re2.compile(probes, re2_options()) if probes else None

    def hits(self, document: Document, timed_out: set[str]) -> Iterator[Hit]:
        """Every match in the zone of its rule. Ids of rules that exceed the time limit are added to `timed_out`."""
        matched: set[str] = set()
        for start, end, patterns in self._candidates(document):
            for pattern in patterns:
                try:
                    for span in () if pattern.rule.id in timed_out else pattern.spans(document.logical, start, end):
                        matched.add(document.logical[start:end])
                        if document.in_zone(start, pattern.rule.where):
                            yield Hit(pattern.rule, *span, start, end)
                except TimeoutError:
                    timed_out.add(pattern.rule.id)
        document.matched[self] = matched

    def _candidates(self, document: Document) -> Iterator[tuple[int, int, list[Pattern]]]:
        """Start and end of each line that may hold a match, in characters, and the patterns that may match it."""
        if self._asked.grow(document.logical):
            self._compile([self._patterns[number] for number in self._asked.numbers])
        unread = document.unread(self)
        if unread is None:
            yield from self._scan(document.data, len(document.logical))
        elif unread:
            texts = [document.texts[index] for index in unread]
            starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
            joined = "\n".join(texts)
            for start, _, patterns in self._scan(joined.encode(), len(joined)):
                yield *document.line(unread[bisect_left(starts, start)]), patterns

    def _scan(self, data: bytes, characters: int) -> Iterator[tuple[int, int, list[Pattern]]]:
        """The same for a text in UTF-8 that has so many characters."""
        ascii_only, end, end_in_bytes = len(data) == characters, -1, -1
        # not finditer: a match can take time with the length of its line, and one in a line is enough
        while self._any and end_in_bytes < len(data) and (match := self._any.search(data, end_in_bytes + 1)):
            match_start, match_end = match.span()
            start_in_bytes = data.rfind(b"\n", 0, match_start) + 1
            last, end_in_bytes = end_in_bytes, data.find(b"\n", match_end)
            end_in_bytes = len(data) if end_in_bytes < 0 else end_in_bytes
            line = data[start_in_bytes:end_in_bytes]
            if ascii_only:
                start, end = start_in_bytes, end_in_bytes
            else:
                start = end + 1 + len(data[last + 1 : start_in_bytes].decode())
                end = start + len(line.decode())
            patterns = [group[i] for group, re2_set in self._sets for i in sorted(re2_set.Match(line) or ())]
            if patterns := [pattern for pattern in patterns if pattern.may_match(line)]:
                yield start, end, patterns


@cache
def exact_pattern(pattern: str, *, case: bool) -> regex.Pattern[str]:
    """Cached here, because the cache of `regex` has 500 places and drops packaged patterns at random."""
    return regex.compile(pattern, regex.MULTILINE | (0 if case else regex.IGNORECASE), cache_pattern=False)


def _compiled(re2_set: re2.Set, patterns: Sequence[Pattern]) -> re2.Set:
    for pattern in patterns:
        re2_set.Add(either(pattern.probes()))
    re2_set.Compile()
    return re2_set
