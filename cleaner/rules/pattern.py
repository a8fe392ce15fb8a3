"""One pattern of a rule: what RE2 looks for in its place, and what `regex` decides."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import regex

from cleaner.rules.exact import exact_pattern
from cleaner.rules.patterns.translate import translate
from cleaner.rules.probes import Probe
from cleaner.rules.rule import Rule

# Characters at the edges of a line that a line pattern does not see: white space, list bullets and Markdown marks.
EDGE = r"[ #*>|\[\]_~+\-\xad\u200b-\u200d\u2013\u2014\u2022\u2023\u203a\u2192\u25a0-\u25e6\xb7\xbb\u30fb\ufeff]"
# All of them are skipped, or only the white space if the pattern itself begins with such a mark.
BEFORE = f"(?:{EDGE}*+| *+)"
AFTER = rf"(?:{EDGE}|\]\([^)\n]*\))*"
# The same for RE2, which reads bytes, with the line ends on both sides. They accept some further characters, which a
# prefilter may.
BEFORE_RE2 = r"\n(?:[ #*>|\[\]_~+\-]|\xc2[\xad\xb7\xbb]|\xe2[\x80-\x97][\x80-\xbf]|\xe3\x83\xbb|\xef\xbb\xbf)*"
AFTER_RE2 = r"(?:[^0-9A-Za-z\n]|\]\([^)\n]*\))*\n"
# The time limit of one pattern on one line, in seconds: twice the limit of `rules check` for a line of 100 kB.
TIMEOUT = 1.0
# Characters of a line up to which a checked pattern has no limit: to watch the time costs more than to match most.
# A pattern that takes the square of the length is within 10 ms here. Chosen by hand.
UNTIMED = 10_000


class Pattern:
    """One compiled pattern of a rule."""

    def __init__(self, rule: Rule, pattern: str) -> None:
        self.rule, self.written = rule, pattern
        self.translation = translate(pattern)

    def probes(self, *, short: bool = False, anchored: bool = True) -> Iterator[Probe]:
        """RE2 patterns: if this pattern matches in a line, so does one of them. `short` gives shorter ones.

        Those of a pattern that matches a whole line are `anchored` to its edges where they can be.
        """
        edges = anchored and self.rule.matches_whole_line
        for required in self.translation.requirements:
            pattern, at_start, at_end = required.pattern, required.at_start, required.at_end
            if anchored and required.extended:
                pattern, at_start = required.extended, True
            elif short and required.short:
                pattern, at_end = required.short, False
            after = AFTER_RE2 if edges and at_end else ""
            yield Probe(BEFORE_RE2 if edges and at_start else "", self.flags, pattern, after + ")")

    @property
    def flags(self) -> str:
        return "(?:" if self.rule.case else "(?i:"

    @property
    def starts_line(self) -> bool:
        """Whether all probes are anchored to the start of the line."""
        required = self.translation.requirements
        return self.rule.matches_whole_line and all(each.at_start or each.extended for each in required)

    @property
    def at_start(self) -> bool:
        """Whether the start of a line suffices to tell if the pattern may match."""
        return self.rule.matches_whole_line and all(required.at_start for required in self.translation.requirements)

    @cached_property
    def exact(self) -> regex.Pattern[str]:
        """The pattern for `regex`."""
        exact = self.translation.exact
        if self.rule.matches_whole_line:
            exact = f"{BEFORE}(?:{exact}){AFTER}"
        return exact_pattern(exact, case=self.rule.case)

    def timeout(self, characters: int) -> float | None:
        """The time limit for a line of that length, in seconds; None if it needs none."""
        return None if self.rule.checked and characters <= UNTIMED else TIMEOUT

    def spans(self, text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
        """Start and end of each match in the line from `start` to `end`. Raises `TimeoutError` after `TIMEOUT`."""
        timeout = self.timeout(end - start)
        if self.rule.matches_whole_line:
            return ((start, end),) if self.exact.fullmatch(text, start, end, timeout=timeout) else ()
        matches = self.exact.finditer(text, start, end, timeout=timeout)
        return [match.span() for match in matches if match.end() > match.start()]
