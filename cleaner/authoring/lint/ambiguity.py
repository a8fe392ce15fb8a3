"""Repeats within repeats that can share the same characters in many ways: found in the pattern, without running it."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import regex

from cleaner.rules.patterns.classes import HEX_DIGITS
from cleaner.rules.patterns.scanner import Scanner
from cleaner.rules.patterns.translate import LOOK_AROUND, NAMED, translate

# One of each kind that patterns tell apart.
KINDS = "aA1 _.,-é日\N{EN DASH}"


class _Node(NamedTuple):
    """Which of the probed characters a part consists of, whether it may be empty, and the sets of characters of
    which, repeated without bound, it can be made up."""

    characters: frozenset[str] = frozenset()
    can_be_empty: bool = False
    endless: frozenset[frozenset[str]] = frozenset()


NO_WIDTH = _Node(can_be_empty=True)


def ambiguous_repeat(pattern: str) -> str | None:
    r"""The first repeat whose body can be nothing but another repeat, neither of them with a bound.

    >>> ambiguous_repeat(r"See (?:\w+,? ?)+"), ambiguous_repeat(r"See (?:\w+, )+")
    ('(?:\\w+,? ?)+', None)
    """
    reader = _Reader(pattern)
    reader.branches()
    return reader.found


class _Reader(Scanner):
    """A descent over a pattern that `translate` has read before, and so is well formed."""

    found: str | None = None

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
        self.probes = frozenset(KINDS + pattern)

    def branches(self) -> _Node:
        """Alternatives as one node, up to the closing bracket."""
        branches = [self.sequence()]
        while self.peek() == "|":
            self.take()
            branches.append(self.sequence())
        return _Node(
            frozenset().union(*(branch.characters for branch in branches)),
            any(branch.can_be_empty for branch in branches),
            frozenset().union(*(branch.endless for branch in branches)),
        )

    def sequence(self) -> _Node:
        nodes: list[_Node] = []
        while not self.done and self.peek() not in "|)":
            nodes.append(self.quantified())
        return _Node(
            frozenset().union(*(node.characters for node in nodes)),
            all(node.can_be_empty for node in nodes),
            frozenset(_endless(nodes)),
        )

    def quantified(self) -> _Node:
        start = self.position
        node = self.atom()
        bounds = self.bounds()
        if bounds is None:
            return node
        _, least, most = bounds
        node = node._replace(can_be_empty=node.can_be_empty or not least)
        possessive = self.peek() == "+"
        if self.peek() in ("?", "+"):
            self.take()
        if most is not None or possessive:
            return node
        if node.endless:
            self.found = self.found or self.pattern[start : self.position]
        return node._replace(endless=frozenset({node.characters}))

    def atom(self) -> _Node:
        start = self.position
        char = self.take()
        if char == "(":
            return self.group()
        if char in "^$":
            return NO_WIDTH
        if char == ".":
            return _Node(self.probes)
        if char not in "[\\":  # a space too, without the marks between words: a line of nothing but those is tried out
            return _Node(frozenset((char, char.lower(), char.upper())))
        if char == "[":
            self.skip_class()
        elif self.skip_escape() in "bB":
            return NO_WIDTH
        exact = _compiled(self.pattern[start : self.position])
        return _Node(frozenset(probe for probe in self.probes if exact.fullmatch(probe)))

    def group(self) -> _Node:
        opening = next((o for o in (*LOOK_AROUND, "(?:", "(?>", *NAMED) if self.at(o)), "(")
        self.position += len(opening) - 1
        if opening in NAMED:
            self.take_through(">")
        inner = self.branches()
        self.take()
        if opening in LOOK_AROUND:
            return NO_WIDTH
        return inner._replace(endless=frozenset()) if opening == "(?>" else inner

    def at(self, opening: str) -> bool:
        return self.pattern.startswith(opening, self.position - 1)

    def skip_escape(self) -> str:
        char = self.take()
        if char in "pP":
            self.take_through("}")
        elif char in HEX_DIGITS:
            self.take(HEX_DIGITS[char])
        return char

    def skip_class(self) -> None:
        """Through its closing bracket; a class begins with an item, whatever that is."""
        if self.peek() == "^":
            self.take()
        first = True
        while first or self.peek() != "]":
            first = False
            if self.take() == "\\":
                self.skip_escape()
        self.take()


@cache
def _compiled(part: str) -> regex.Pattern[str]:
    return regex.compile(translate(part).exact, regex.IGNORECASE)


def _endless(nodes: Sequence[_Node]) -> set[frozenset[str]]:
    """The sets of which the whole sequence can be made up: what else is in it may be empty, or is of the same set."""
    return {
        characters
        for i, node in enumerate(nodes)
        for characters in node.endless
        if all(other.can_be_empty or other.characters & characters for other in (*nodes[:i], *nodes[i + 1 :]))
    }
