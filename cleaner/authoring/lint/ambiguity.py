"""Finds repeats within repeats that can split the same characters in many ways, without running the pattern."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import regex

from cleaner.rules.patterns import syntax
from cleaner.rules.patterns.classes import class_of
from cleaner.rules.patterns.parser import parse

# Characters to probe classes with: one of each kind that patterns tell apart.
KINDS = "aA1 _.,-é日\N{EN DASH}"


class _Facts(NamedTuple):
    """What is known of a part: the probe characters that it may consist of, and whether it may be empty.

    `endless` holds, for each unbounded repeat that can make up the whole part, the characters of that repeat.
    """

    characters: frozenset[str] = frozenset()
    can_be_empty: bool = False
    endless: frozenset[frozenset[str]] = frozenset()


NO_WIDTH = _Facts(can_be_empty=True)


def ambiguous_repeat(pattern: str) -> str | None:
    r"""The first unbounded repeat whose body can consist of nothing but another unbounded repeat.

    Raises `PatternError` if the pattern is not in the rule language.

    >>> ambiguous_repeat(r"See (?:\w+,? ?)+"), ambiguous_repeat(r"See (?:\w+, )+")
    ('(?:\\w+,? ?)+', None)
    """
    visitor = _Visitor(frozenset(KINDS + pattern))
    visitor.alternatives(parse(pattern))
    return visitor.ambiguous


class _Visitor:
    """Gathers the facts of each part, from the innermost part outwards, and keeps the first ambiguous repeat."""

    def __init__(self, probes: frozenset[str]) -> None:
        self.probes = probes
        self.ambiguous: str | None = None

    def alternatives(self, branches: syntax.Branches) -> _Facts:
        return _either([self.sequence(branch) for branch in branches])

    def sequence(self, parts: syntax.Branch) -> _Facts:
        facts: list[_Facts] = []
        for part in parts:
            # Words are one part of the tree, but their characters may have neighbours of different kinds.
            facts += _letters(part.text) if isinstance(part, syntax.Words) else [self.part(part)]
        return _all_of(facts)

    def part(self, part: syntax.Part) -> _Facts:
        match part:
            case syntax.Words():
                return _all_of(_letters(part.text))
            case syntax.WordAlternatives():
                return _either([_all_of(_letters(branch)) for branch in part.branches])
            case syntax.Character():
                return _letter(part.char)
            case syntax.AnyCharacter():
                return _Facts(self.probes)
            case syntax.CharacterClass():
                exact = _compiled(class_of(part).exact)
                return _Facts(frozenset(probe for probe in self.probes if exact.fullmatch(probe)))
            case syntax.Edge():
                return NO_WIDTH
            case syntax.Group():
                return self.group(part)
            case syntax.Repeat():
                return self.repeat(part)

    def group(self, group: syntax.Group) -> _Facts:
        inner = self.alternatives(group.branches)
        if group.looks_around:
            return NO_WIDTH
        # An atomic group never gives characters back, so it matches in one way only.
        return inner._replace(endless=frozenset()) if group.opening == syntax.ATOMIC else inner

    def repeat(self, repeat: syntax.Repeat) -> _Facts:
        body = self.part(repeat.body)
        body = body._replace(can_be_empty=body.can_be_empty or not repeat.least)
        if repeat.most is not None or repeat.possessive:
            return body
        if body.endless:
            self.ambiguous = self.ambiguous or repeat.source
        return body._replace(endless=frozenset({body.characters}))


def _letter(char: str) -> _Facts:
    """One literal character. A space is probed as itself, without the Markdown marks that it matches too."""
    return _Facts(frozenset((char, char.lower(), char.upper())))


def _letters(text: str) -> list[_Facts]:
    return [_letter(char) for char in text]


def _either(branches: Sequence[_Facts]) -> _Facts:
    return _Facts(
        frozenset().union(*(branch.characters for branch in branches)),
        any(branch.can_be_empty for branch in branches),
        frozenset().union(*(branch.endless for branch in branches)),
    )


def _all_of(parts: Sequence[_Facts]) -> _Facts:
    """A sequence. One of its repeats can make up all of it if every other part may be empty or shares a character."""
    endless = {
        characters
        for i, part in enumerate(parts)
        for characters in part.endless
        if all(other.can_be_empty or other.characters & characters for other in (*parts[:i], *parts[i + 1 :]))
    }
    return _Facts(
        frozenset().union(*(part.characters for part in parts)),
        all(part.can_be_empty for part in parts),
        frozenset(endless),
    )


@cache
def _compiled(exact: str) -> regex.Pattern[str]:
    return regex.compile(exact, regex.IGNORECASE)
