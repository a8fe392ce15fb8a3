"""Patterns of rules: read once, written twice, for `regex` (what they mean) and for RE2 (a filter that never misses).

The filter may match more, never less, and hundreds of patterns must fit into one small automaton. So it holds only
the head of each pattern, up to the first repeat without a near bound, or the longest stretch between two of them;
and what RE2 cannot say, look-around, is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from cleaner.charset import (
    ANY,
    ANY_RE2,
    CONTROLS,
    GAP,
    GAP_RE2,
    HEX_DIGITS,
    SETS,
    Item,
    literal,
    property_item,
    single,
    span,
)
from cleaner.charset import united as united_class
from cleaner.document import FOLDS
from cleaner.errors import PatternError

LOOK_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
NAMED = ("(?P<", "(?<")
GROUPS = ("(?:", *LOOK_AROUND, "(?>", *NAMED)
# Beyond this many copies RE2's program grows without making the filter better.
MOST_COPIES = 3
# Words that no quantifier follows: most of a pattern, so read at once.
WORDS = re.compile(r"(?:[A-Za-z0-9]+(?: [A-Za-z0-9]+)*)(?![A-Za-z0-9*+?{])")
# What a set of characters and a gap are worth beside one literal character, and what it is worth to stand first.
SET_STRENGTH, GAP_STRENGTH, START_BONUS = 0.25, 0.5, 1.5
FOLD = str.maketrans(dict(FOLDS))


class Screen(NamedTuple):
    """A stretch of a pattern for RE2; `at_start` when the match surely begins with it."""

    written: str
    at_start: bool


class Dialects(NamedTuple):
    """One pattern for `regex`, and for RE2 the stretches of which every match has one."""

    exact: str
    screens: tuple[Screen, ...]


@dataclass(slots=True)
class _Piece:
    """A part of a pattern.

    `head` is what it surely begins with, in RE2's dialect, and all of it if `whole`; `strength` is the least number
    of literal characters in it. `core` is the strongest stretch that it surely holds, where that is not the head.
    `first_word` and `last_word` tell whether it surely begins and ends with an ASCII letter or digit.
    """

    exact: str
    head: str
    strength: float = 0
    whole: bool = True
    first_word: bool = False
    last_word: bool = False
    no_width: bool = False
    core: tuple[float, str] = (0, "")


@cache
def translate(pattern: str) -> Dialects:
    r"""Read a pattern of the rule language.

    >>> translate(r"\bads?(?! on)|.*newsletter").screens
    (Screen(written='\\bad(?:s){0,1}', at_start=True), Screen(written='newsletter', at_start=False))

    Raises `PatternError` for what the language leaves out: back references, inline flags, recursion.
    """
    reader = _Reader(pattern.translate(FOLD))
    branches = reader.branches()
    if not reader.done:
        raise PatternError("a closing bracket without an opening one", "write \\) for the character itself")
    return Dialects("|".join(b.exact for b in branches), tuple(map(_screen, branches)))


class _Reader:
    """A recursive descent over the pattern."""

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

    def branches(self) -> list[_Piece]:
        branches = [self.sequence()]
        while self.peek() == "|":
            self.take()
            branches.append(self.sequence())
        return branches

    def sequence(self) -> _Piece:
        pieces: list[_Piece] = []
        while not self.done and self.peek() not in "|)":
            if words := WORDS.match(self.pattern, self.position):
                self.position = words.end()
                pieces.append(_words(words[0]))
            else:
                pieces.append(self.quantified(self.atom()))
        return _joined(pieces)

    def quantified(self, piece: _Piece) -> _Piece:
        bounds = self.bounds()
        if bounds is None:
            return piece
        written, least, most = bounds
        mode = self.take() if self.peek() in ("?", "+") else ""
        if self.bounds() is not None:
            raise PatternError("two quantifiers in a row", "put the first one into a group (?:...)")
        if piece.no_width:
            raise PatternError("a quantifier after something that has no width", "take the quantifier away")
        exact = f"(?:{piece.exact}){written}{mode}"
        if piece.whole and most is not None and most <= MOST_COPIES:
            words = (piece.first_word and least > 0, piece.last_word and least > 0)
            return _Piece(exact, f"(?:{piece.head}){{{least},{most}}}", piece.strength * least, True, *words)
        if not least:
            return _Piece(exact, "", whole=False)
        return replace(piece, exact=exact, head=f"(?:{piece.head})", whole=False, last_word=False)

    def bounds(self) -> tuple[str, int, int | None] | None:
        """The quantifier that stands here, the least and the most repeats."""
        simple = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        if self.peek() in simple:
            return self.peek(), *simple[self.take()]
        text, found, _ = self.pattern[self.position :].partition("}")
        low, comma, high = text[1:].partition(",")
        if self.peek() != "{" or not found or not low.isdecimal() or not (high.isdecimal() or not high):
            return None
        self.position += len(text) + 1
        return f"{text}}}", int(low), None if comma and not high else int(high or low)

    def atom(self) -> _Piece:
        char = self.take()
        if char == "(":
            return self.group()
        if char == "[":
            return self.character_class()
        if char == "\\":
            return self.escape()
        if char in "^$":
            return _Piece(char, "", no_width=True)
        if char in "*+?":
            raise PatternError(f"'{char}' with nothing to repeat", f"write \\{char} for the character itself")
        if char == ".":
            return _Piece(ANY, ANY_RE2)
        return _Piece(GAP, GAP_RE2, GAP_STRENGTH) if char in " \xa0" else _literal(char)

    def group(self) -> _Piece:
        start = self.position - 1
        opening = next((g for g in GROUPS if self.pattern.startswith(g, start)), "(")
        self.position = start + len(opening)
        if opening == "(" and self.peek() == "?":
            raise PatternError("an inline flag or a group outside the rule language", "use (?:...), and case = true")
        if opening in NAMED and not self.take_through(">").isidentifier():
            raise PatternError("a group name that is none", "use (?:...), names are not needed")
        inner = _united(self.branches())
        if self.peek() != ")":
            raise PatternError("an opening bracket without a closing one", "write \\( for the character itself")
        self.take()
        if opening in LOOK_AROUND:
            return _Piece(f"{opening}{inner.exact})", "", no_width=True)
        return replace(inner, exact=f"{opening if opening == '(?>' else '(?:'}{inner.exact})")

    def escape(self) -> _Piece:
        if self.peek() in ("b", "B"):
            char = self.take()
            return _Piece(f"\\{char}", r"\b" if char == "b" else "", no_width=True)
        found = self.escaped()
        if isinstance(found, str):
            return _literal(found)
        return _Piece(*united_class([found], negated=False), strength=SET_STRENGTH)

    def escaped(self) -> Item | str:
        """The set that an escape stands for, or the one character."""
        char = self.take()
        if char in SETS:
            return SETS[char]
        if char in "pP":
            return property_item(f"\\{char}{self.take()}{self.take_through('}')}}}")
        if char in HEX_DIGITS:
            try:
                found = chr(int(self.take(HEX_DIGITS[char]), 16))
                found.encode()
            except (ValueError, OverflowError):
                mend = f"write {HEX_DIGITS[char]} of them"
                raise PatternError(f"\\{char} without its hexadecimal digits", mend) from None
            return found
        if char in CONTROLS:
            return CONTROLS[char]
        if char.isalnum():
            raise PatternError(f"the escape \\{char} is not in the rule language", "see rules/README.md for what is")
        return char

    def character_class(self) -> _Piece:
        negated = self.peek() == "^"
        if negated:
            self.take()
        items = [self.class_item()]
        while self.peek() != "]":
            items.append(self.class_item())
        self.take()
        return _Piece(*united_class(items, negated=negated), strength=0 if negated else SET_STRENGTH)

    def class_item(self) -> Item:
        char = self.take()
        if char == "[" and self.peek() in (":", "."):
            raise PatternError("a POSIX class", "use \\w, \\d, \\s or \\p{...}")
        if char in " \xa0":
            return SETS["s"]
        low = self.escaped() if char == "\\" else char
        if isinstance(low, Item):
            return low
        if self.peek() != "-" or self.pattern.startswith("-]", self.position):
            return single(low)
        self.take()
        char = self.take()
        high = self.escaped() if char == "\\" else char
        if isinstance(high, Item):
            raise PatternError("a range that ends in a set", "write \\- for the hyphen itself")
        return span(low, high)


def _literal(char: str) -> _Piece:
    exact, screen = literal(char)
    word = exact == screen and char < "\x80"
    return _Piece(exact, screen, strength=1, first_word=word, last_word=word)


def _words(words: str) -> _Piece:
    gaps = words.count(" ")
    strength = len(words) - gaps + gaps * GAP_STRENGTH
    return _Piece(words.replace(" ", GAP), words.replace(" ", GAP_RE2), strength, first_word=True, last_word=True)


def _joined(pieces: Sequence[_Piece]) -> _Piece:
    """A sequence as one piece: its head ends with the first that is not whole."""
    if len(pieces) == 1:
        (piece,) = pieces
        if piece.strength >= piece.core[0]:
            piece.core = (piece.strength, piece.head)
        return piece
    cut = next((i + 1 for i, piece in enumerate(pieces) if not piece.whole), len(pieces))
    head, strength = "".join(_heads(pieces[:cut])), sum(piece.strength for piece in pieces[:cut])
    cores = [(strength, head), *(piece.core for piece in pieces)]
    if cut < len(pieces):
        cores.append(_joined(pieces[cut:]).core)
    return _Piece(
        "".join(piece.exact for piece in pieces),
        head,
        strength,
        all(piece.whole for piece in pieces),
        bool(pieces) and pieces[0].first_word,
        bool(pieces) and pieces[-1].last_word,
        core=max(cores, key=itemgetter(0)),
    )


def _united(branches: Sequence[_Piece]) -> _Piece:
    """Alternatives as one piece."""
    return _Piece(
        "|".join(b.exact for b in branches),
        f"(?:{'|'.join(b.head for b in branches)})",
        min(b.strength for b in branches),
        all(b.whole for b in branches),
        all(b.first_word for b in branches),
        all(b.last_word for b in branches),
        core=(min(b.core[0] for b in branches), f"(?:{'|'.join(b.core[1] for b in branches)})"),
    )


def _screen(branch: _Piece) -> Screen:
    """The head of a branch, or the strongest stretch in it if that tells more."""
    bonus = START_BONUS if branch.strength >= 1 else 0
    if branch.core[0] > branch.strength + bonus:
        return Screen(branch.core[1], at_start=False)
    return Screen(branch.head, at_start=True)


def _heads(pieces: Sequence[_Piece]) -> Iterator[str]:
    r"""RE2's `\b` knows ASCII words only: it stays where a neighbour surely is an ASCII letter or digit."""
    for i, piece in enumerate(pieces):
        if not piece.no_width or piece.head != r"\b":
            yield piece.head
        elif (i and pieces[i - 1].last_word) or (i + 1 < len(pieces) and pieces[i + 1].first_word):
            yield r"\b"
