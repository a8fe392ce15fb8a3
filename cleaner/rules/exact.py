"""Compiles what `regex` matches, each pattern once in a process."""

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

import regex

# From a pattern and the flags of `regex` to what it compiles.
Compile: TypeAlias = Callable[[str, int], regex.Pattern[str]]


def compiled(pattern: str, flags: int) -> regex.Pattern[str]:
    """A pattern compiled now. The cache of `regex` has 500 places, and drops packaged patterns at random."""
    return regex.compile(pattern, flags, cache_pattern=False)


# What compiles a pattern. `cleaner.compiled` sets what keeps them between runs.
compile_pattern: Compile = compiled


@cache
def exact_pattern(pattern: str, *, case: bool) -> regex.Pattern[str]:
    """The compiled pattern of a rule."""
    return compile_pattern(pattern, int(regex.MULTILINE | (0 if case else regex.IGNORECASE)))
