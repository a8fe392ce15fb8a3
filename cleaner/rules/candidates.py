"""Which lines of a text may hold a match, and of which patterns: RE2 reads all lines for all patterns at once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import re2

from cleaner.rules.pattern import Pattern
from cleaner.rules.probes import either, finder, re2_options


class Candidates:
    """RE2 automata for some patterns, compiled once.

    Patterns that begin where the line does are sought apart from those that may begin anywhere: RE2 goes from line end
    to line end for the first, and each line is tried for one of the two.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        at_start = [pattern for pattern in patterns if pattern.at_start]
        floating = [pattern for pattern in patterns if not pattern.at_start]
        self._groups = [
            _Group(group, kind(re2_options()))
            for group, kind in ((at_start, re2.Set.MatchSet), (floating, re2.Set.SearchSet))
            if group
        ]

    def lines(self, data: bytes) -> list[tuple[int, list[Pattern]]]:
        """The index of each line of a text in UTF-8 that may hold a match, in order, and the patterns to try there."""
        framed = b"\n%b\n" % data
        found: defaultdict[int, list[Pattern]] = defaultdict(list)
        for group in self._groups:
            for index, pattern in group.candidates(framed):
                found[index].append(pattern)
        return sorted(found.items())


class _Group:
    """Patterns of one kind: one automaton finds lines for any of them, a set tells for which."""

    def __init__(self, patterns: Sequence[Pattern], which: re2.Set) -> None:
        self._patterns = patterns
        for pattern in patterns:
            which.Add(either(pattern.probes()))
        which.Compile()
        self._which = which
        self._find = finder(either(probe for pattern in patterns for probe in pattern.probes(short=True)))

    def candidates(self, framed: bytes) -> Iterator[tuple[int, Pattern]]:
        """The index of a line and a pattern that may match it, for each. Line ends stand around the text as well."""
        index = above = end = 0
        last = len(framed) - 1
        # not all matches: one can take time with the length of its line, and one in a line is enough
        while (found := self._find(framed, end)) >= 0 and (start := framed.rfind(b"\n", 0, found + 1)) < last:
            index += framed.count(b"\n", above, start)
            above, end = start, framed.find(b"\n", start + 1)
            line = framed[start : end + 1]
            for number in sorted(self._which.Match(line) or ()):
                pattern = self._patterns[number]
                if pattern.may_match(line):
                    yield index, pattern
