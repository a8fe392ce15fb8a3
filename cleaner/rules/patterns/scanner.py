"""Reads a pattern from left to right."""

import re

from cleaner.errors import PatternError

BOUNDS = re.compile(r"\{([0-9]+)(,?)([0-9]*)\}")
SIMPLE_BOUNDS: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
# The largest bound of a repeat, in repeats. Chosen by hand: no line needs more, and each repeat may multiply the cost.
MOST_REPEATS = 1000


class Scanner:
    """A position in a pattern. Raises `PatternError` if the pattern ends too early."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.position = pattern, 0

    @property
    def done(self) -> bool:
        return self.position >= len(self.pattern)

    def peek(self) -> str:
        """The next character, or an empty string at the end."""
        return self.pattern[self.position : self.position + 1]

    def take(self, n: int = 1) -> str:
        """Read the next `n` characters."""
        taken = self.pattern[self.position : self.position + n]
        if len(taken) < n:
            raise PatternError("the pattern ends too early", "complete the escape, class or group at its end")
        self.position += n
        return taken

    def take_through(self, end: str) -> str:
        """Read up to and including the next `end`, and return the characters before it."""
        taken, separator, _ = self.pattern[self.position :].partition(end)
        if not separator:
            raise PatternError(f"no '{end}' follows", "add it")
        self.position += len(taken) + len(end)
        return taken

    def bounds(self) -> tuple[str, int, int | None] | None:
        """Read the quantifier that stands here: as written, its lower bound, and its upper bound if it has one."""
        if self.peek() in SIMPLE_BOUNDS:
            return self.peek(), *SIMPLE_BOUNDS[self.take()]
        match = BOUNDS.match(self.pattern, self.position)
        if not match:
            return None
        self.position = match.end()
        least, most = int(match[1]), int(match[3] or match[1])
        if most < least:
            raise PatternError(f"the bounds {match[0]} are in the wrong order", "swap them")
        if most > MOST_REPEATS:
            raise PatternError(f"a bound above {MOST_REPEATS}", f"write {{{min(least, MOST_REPEATS)},}}")
        return match[0], least, None if match[2] and not match[3] else most
