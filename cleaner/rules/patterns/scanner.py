"""A pattern, read from left to right."""

import re

from cleaner.errors import PatternError

BOUNDS = re.compile(r"\{([0-9]+)(,?)([0-9]*)\}")
# No line needs more, and each may cost as much again.
MOST_REPEATS = 1000


class Scanner:
    """A position in a pattern; raises `PatternError` where the pattern ends too early."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.position = pattern, 0

    @property
    def done(self) -> bool:
        return self.position >= len(self.pattern)

    def peek(self) -> str:
        return self.pattern[self.position : self.position + 1]

    def take(self, n: int = 1) -> str:
        taken = self.pattern[self.position : self.position + n]
        if len(taken) < n:
            raise PatternError("the pattern ends too early", "complete the escape, class or group at its end")
        self.position += n
        return taken

    def take_through(self, end: str) -> str:
        """What stands before the next `end`, which is taken too."""
        taken, found, _ = self.pattern[self.position :].partition(end)
        if not found:
            raise PatternError(f"no '{end}' follows", "complete the pattern")
        self.position += len(taken) + len(end)
        return taken

    def bounds(self) -> tuple[str, int, int | None] | None:
        """The quantifier that stands here, the least and the most repeats."""
        simple = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        if self.peek() in simple:
            return self.peek(), *simple[self.take()]
        found = BOUNDS.match(self.pattern, self.position)
        if not found:
            return None
        self.position = found.end()
        least, most = int(found[1]), int(found[3] or found[1])
        if most < least:
            raise PatternError(f"the bounds {found[0]} end before they start", "turn them round")
        if most > MOST_REPEATS:
            raise PatternError(f"a repeat of more than {MOST_REPEATS}", f"write {{{min(least, MOST_REPEATS)},}}")
        return found[0], least, None if found[2] and not found[3] else most
