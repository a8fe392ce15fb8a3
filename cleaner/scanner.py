"""A pattern, read from left to right."""

from cleaner.errors import PatternError


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
