"""Finds lines on which a pattern exceeds its time limit, among lines that are hard for most slow patterns."""

from collections import deque
from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import NamedTuple

from cleaner.rules.pattern import TIMEOUT, Pattern

# The length of a hard line, in characters: the longest lines of real dumps are about as long.
CHARACTERS = 100_000
# The time limit for a line of CHARACTERS, in seconds: half the limit of a run, so that a pattern that passes here
# stays within that limit on a machine that is half as fast.
SECONDS = TIMEOUT / 2
# Lines of one character: a letter in both cases, a digit, white space and the marks that count as such, separators,
# brackets, and characters beyond ASCII.
CHARACTERS_TO_REPEAT = "aA1 _*.,:|-'(é日"
# Characters that follow the start of a match. A quarter of the length, in a quarter of the time, is enough here.
CHARACTERS_TO_APPEND = " _aA."
APPENDED = CHARACTERS // 4
# Most patterns are fast, so an eighth of each line is tried first. A pattern that takes no more than 1/512 of the limit
# there is within the limit on the whole line, even if its time grows with the cube of the length.
PART = 8
# The length of the text that a message quotes, in characters.
QUOTED = 60


class HardLine(NamedTuple):
    """A line and its description."""

    text: str
    description: str


def slow_line(pattern: Pattern, matches: Sequence[str]) -> str | None:
    """The description of the first line on which a pattern is too slow. `matches` are its matches in its examples."""
    return next((line.description for line in _hard_lines(matches) if not _in_time(pattern, line.text)), None)


def _in_time(pattern: Pattern, text: str) -> bool:
    """Whether the pattern needs less than SECONDS for each CHARACTERS of the text."""
    limit = SECONDS * len(text) / CHARACTERS
    began = perf_counter()
    if _ends(pattern, text[: len(text) // PART], limit) and perf_counter() - began < limit / PART**3:
        return True
    return _ends(pattern, text, limit)


def _ends(pattern: Pattern, text: str, limit: float) -> bool:
    """Whether the pattern needs at most `limit` seconds."""
    try:
        if pattern.rule.matches_whole_line:
            pattern.exact.fullmatch(text, timeout=limit)
        else:
            deque(pattern.exact.finditer(text, timeout=limit), maxlen=0)
    except TimeoutError:
        return False
    return True


def _hard_lines(matches: Sequence[str]) -> Iterator[HardLine]:
    for char in CHARACTERS_TO_REPEAT:
        yield _repeated(char)
    for match in dict.fromkeys(match.strip() for match in matches):
        word = match.split(" ", 1)[0]
        for text in dict.fromkeys((f"{match} ", f"{word} ")):
            yield _repeated(text)
        for start in dict.fromkeys((f"{word} ", match[:-1])):
            for char in CHARACTERS_TO_APPEND:
                yield HardLine(start + char * APPENDED, f"{_quoted(start)} and {char!r} {APPENDED:,} times")


def _repeated(text: str) -> HardLine:
    return HardLine(text * (CHARACTERS // len(text)), f"{CHARACTERS:,} characters of {_quoted(text)}")


def _quoted(text: str) -> str:
    return repr(text if len(text) <= QUOTED else f"{text[: QUOTED - 1]}…")
