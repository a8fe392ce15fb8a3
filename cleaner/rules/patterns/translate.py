"""Translates patterns into the two dialects that match them, unless an earlier run has."""

from functools import cache
from typing import Any

from cleaner.errors import PatternError
from cleaner.rules.patterns.translation import Requirement, Translation

# The values of translations from earlier runs; see `cleaner.rulefiles.cache`.
KNOWN: dict[str, list[Any]] = {}


@cache
def translate(pattern: str) -> Translation:
    r"""Translate a pattern of the rule language.

    >>> for requirement in translate(r"\bads?(?! on)|.*newsletter").requirements:
    ...     print(requirement.pattern, requirement.at_start, requirement.at_end)
    \bad(?:s){0,1} True True
    newsletter False True

    Raises `PatternError` if the pattern is not in the rule language.
    """
    if known := KNOWN.pop(pattern, None):  # from now on the cache of this function holds it
        exact, requirements, *others = known
        return Translation(exact, tuple(Requirement(*each) for each in requirements), *others)
    try:
        from cleaner.rules.patterns.dialects import translated  # most runs find all translations in the cache

        return translated(pattern)
    except RecursionError:
        raise PatternError("too many parts in a row", "split it into several patterns of a list") from None
