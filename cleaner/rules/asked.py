"""Which patterns of a matcher are worth compiling for the texts that have come so far."""

import re
from collections.abc import Sequence

from cleaner.rules.patterns.translation import Telltales, Translation

# All patterns are compiled for the text after this many, when texts have asked for more so many times, or if more than
# this share of them is asked for: to compile all those for English takes .07 s, to compile those that a text of 750
# characters asks for .02 s, and to choose these .003 s.
MOST_TEXTS, MOST_TIMES, MOST_SHARE = 8, 2, 0.5
# Characters. So are they for a longer text: to choose takes as long as to compile all from some 100,000 on.
LONG_TEXT = 100_000
# What a space of a telltale stands for.
BETWEEN = re.compile("[ *_]+")


class Asked:
    """The patterns that any text so far may match, as it has their telltales."""

    def __init__(self, translations: Sequence[Translation]) -> None:
        self._telltales = [translation.telltales for translation in translations]
        self._words = {word for branches in self._telltales for sets in branches for words in sets for word in words}
        self._all, self._texts, self._times = range(len(translations)), 0, 0
        self.numbers: Sequence[int] = ()

    def grow(self, text: str) -> bool:
        """Whether there are more `numbers`, in order, than before: this text asks for others."""
        if len(self.numbers) == len(self._all):
            return False
        self._texts += 1
        if self._texts > MOST_TEXTS or len(text) > LONG_TEXT:
            self.numbers = self._all
            return True
        text = folded(text)
        there = {words for words in self._words if words in text}
        found = {*self.numbers}.union(n for n, branches in enumerate(self._telltales) if _asked(branches, there))
        if len(found) == len(self.numbers):
            return False
        self._times += 1
        most = self._times > MOST_TIMES or len(found) > MOST_SHARE * len(self._all)
        self.numbers = self._all if most else sorted(found)
        return True


def _asked(branches: Telltales, there: set[str]) -> bool:
    return any(all(not there.isdisjoint(words) for words in sets) for sets in branches)


def folded(text: str) -> str:
    """The text as telltales are written."""
    return BETWEEN.sub(" ", text).casefold()
