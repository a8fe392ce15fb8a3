"""Which lines of a text may hold a match, and of which patterns: RE2 reads all lines for all patterns at once."""

from collections.abc import Sequence

import re2

from cleaner.rules.pattern import Pattern
from cleaner.rules.probes import either, line_finder, matcher, re2_options


class Candidates:
    """RE2 automata for some patterns, compiled once.

    Patterns that begin where the line does are sought apart from those that may begin anywhere: RE2 goes from line end
    to line end for the first, and each line is tried for one of the two.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        at_start = [pattern for pattern in patterns if pattern.starts_line]
        floating = [pattern for pattern in patterns if not pattern.starts_line]
        kinds = ((at_start, re2.Set.MatchSet), (floating, re2.Set.SearchSet))
        self._groups = [_Group(group, which(re2_options())) for group, which in kinds if group]

    def lines(self, data: bytes) -> list[tuple[int, list[Pattern]]]:
        """The index of each line of a text in UTF-8 that may hold a match, in order, and the patterns to try there."""
        framed = b"\n%b\n" % data
        found: dict[int, list[Pattern]] = {}
        for group in self._groups:
            group.search(framed, found)
        return sorted(found.items())


class _Group:
    """Patterns of one kind: one automaton finds lines for any of them, a set tells for which."""

    def __init__(self, patterns: Sequence[Pattern], which: re2.Set) -> None:
        self._patterns = patterns
        for pattern in patterns:
            which.Add(either(pattern.probes()))
        which.Compile()
        self._which = matcher(which)
        self._find = line_finder(either(probe for pattern in patterns for probe in pattern.probes(short=True)))

    def search(self, framed: bytes, found: dict[int, list[Pattern]]) -> None:
        """Add the patterns that may match a line to what was `found` for its index.

        The text has line ends around it as well.
        """
        index = above = end = 0
        last = len(framed) - 1
        # not all matches: one can take time with the length of its line, and one in a line is enough
        while (place := self._find(framed, end)) >= 0 and (start := framed.rfind(b"\n", 0, place + 1)) < last:
            index += framed.count(b"\n", above, start)
            above, end = start, framed.find(b"\n", start + 1)
            line = framed[start : end + 1]
            if numbers := self._which(line):
                found[index] = found.get(index, []) + [self._patterns[number] for number in sorted(numbers)]
