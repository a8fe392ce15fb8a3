"""Lines that a pattern should be done with quickly, however bad they are."""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner.rules.match import TIMEOUT, Pattern

# The longest lines that are met in real dumps.
CHARACTERS = 100_000
# Half of what a run allows a pattern on a line, so that a machine half as fast has the same result.
SECONDS = TIMEOUT / 2
# A letter, a capital, a digit, white space and the marks that stand for it, and what separates and encloses.
TELLING = "aA1 _*.,:|-'(é日"
# After the first words of a pattern, these run on; a quarter of the length, in a quarter of the time, will do.
RUNNING_ON = " _aA."


class BadLine(NamedTuple):
    """A line, and how to say it."""

    text: str
    said: str


def slow_line(pattern: Pattern, matches: Sequence[str]) -> str | None:
    """The first bad line on which a pattern is too slow, as words; `matches` is what it matches in its examples."""
    return next((line.said for line in _lines(matches) if not _in_time(pattern, line.text)), None)


def _in_time(pattern: Pattern, text: str) -> bool:
    """Whether the time that the pattern needs stays below its share; counted is that of the processor."""
    timeout = SECONDS * len(text) / CHARACTERS
    try:
        if pattern.rule.matches_whole_line:
            pattern.exact.fullmatch(text, timeout=timeout)
        else:
            deque(pattern.exact.finditer(text, timeout=timeout), maxlen=0)
    except TimeoutError:
        return False
    return True


def _lines(matches: Sequence[str]) -> Iterator[BadLine]:
    said = f"{CHARACTERS:,} characters of"
    for char in TELLING:
        yield BadLine(char * CHARACTERS, f"{said} {char!r}")
    for match in dict.fromkeys(match.strip() for match in matches):
        word = match.split(" ", 1)[0]
        for again in dict.fromkeys((f"{match} ", f"{word} ")):
            yield BadLine(again * (CHARACTERS // len(again)), f"{said} {_short(again)!r}")
        for start in dict.fromkeys((f"{word} ", match[:-1])):
            for char in RUNNING_ON:
                yield BadLine(
                    start + char * (CHARACTERS // 4), f"{_short(start)!r} and {CHARACTERS // 4:,} of {char!r}"
                )


def _short(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
