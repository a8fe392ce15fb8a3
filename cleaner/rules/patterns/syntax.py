"""The syntax tree of a pattern.

The tree says what a pattern means, not how it is spelled: escapes are resolved, and of several characters that
patterns do not tell apart only one is left. `parser.parse` makes the tree; `translate` and the lint for ambiguous
repeats read it.
"""

from typing import NamedTuple, TypeAlias

LOOK_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
ATOMIC = "(?>"


class Words(NamedTuple):
    """Words with a single space between them, or a space alone. A space stands for any gap between words."""

    text: str


class WordAlternatives(NamedTuple):
    """Alternatives that are nothing but words."""

    branches: tuple[str, ...]


class Character(NamedTuple):
    """One literal character."""

    char: str


class AnyCharacter(NamedTuple):
    """A dot: any character but a line end."""


class CharacterSet(NamedTuple):
    r"""A named set as written, such as `\w` or `\p{Lu}`: with its backslash, so it never equals a `Character`."""

    written: str


class CharacterRange(NamedTuple):
    """All characters from `low` through `high`."""

    low: str
    high: str


ClassMember: TypeAlias = Character | CharacterSet | CharacterRange


class CharacterClass(NamedTuple):
    r"""A class such as `[a-z]`. A set outside a class, such as `\w`, is a class with one member."""

    members: tuple[ClassMember, ...]
    negated: bool = False


class Edge(NamedTuple):
    r"""A test without width: `^`, `$`, `\b` or `\B`."""

    written: str


class Repeat(NamedTuple):
    """A part with a quantifier: from `least` to `most` times, or without an upper bound if `most` is None.

    `quantifier` is the quantifier as written, such as `{2,}+`; `source` is the part and its quantifier as written.
    """

    body: "Part"
    least: int
    most: int | None
    quantifier: str
    source: str

    @property
    def possessive(self) -> bool:
        return len(self.quantifier) > 1 and self.quantifier.endswith("+")


class Group(NamedTuple):
    """Alternatives in brackets. `opening` is `(?>`, one of `LOOK_AROUND`, or else `(?:`: no group captures."""

    opening: str
    branches: "Branches"

    @property
    def looks_around(self) -> bool:
        return self.opening in LOOK_AROUND


Part: TypeAlias = Words | WordAlternatives | Character | AnyCharacter | CharacterClass | Edge | Repeat | Group
Branch: TypeAlias = tuple[Part, ...]
Branches: TypeAlias = tuple[Branch, ...]
