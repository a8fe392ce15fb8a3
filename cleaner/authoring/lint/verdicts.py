"""Remembers between runs which rules passed, so that a check takes the time of what changed."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

import regex

from cleaner.regularfile import read_regular
from cleaner.rulefiles import kept

# Keys of earlier runs that are kept besides those of the last one, 20 bytes each. Chosen by hand.
MOST = 20_000
NAME = "verdicts"


def verdict_key(*depends: object) -> str:
    """Stands for all that a verdict depends on, but for the code: a rule, and what it is compared with."""
    return sha256("\0".join(map(repr, depends)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def passed_before() -> frozenset[str]:
    """The keys of what passed in earlier runs of this code."""
    found = kept.read(NAME, _code())
    return frozenset(found) if isinstance(found, list) and all(isinstance(key, str) for key in found) else frozenset()


def remember(passed: Iterable[str], before: frozenset[str]) -> None:
    """Keep the keys of what passed now, besides those of before."""
    new = frozenset(passed)
    if not new <= before:
        kept.write(NAME, _code(), [*new, *sorted(before - new)[:MOST]])


@cache
def _code() -> bytes:
    """A digest of the code of this package and of `regex`: a change of either makes the verdicts useless."""
    package = Path(__file__).parents[2]
    sources = sorted(package.rglob("*.py"))
    return sha256(b"".join([regex.__version__.encode(), *map(read_regular, sources)])).digest()
