"""Patterns of rules: read once, written twice, for `regex` (what they mean) and for RE2 (a filter that never misses).

The filter may match more, never less. So what RE2 cannot say is widened: look-around is dropped, and a long
bounded repeat has no bound.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cleaner.charset import ANY, CONTROLS, GAP, GAP_RE2, HEX_DIGITS, SETS, Item, literal, property_item, single, span
from cleaner.charset import united as united_class
from cleaner.document import FOLDS
from cleaner.errors import PatternError

LOOK_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
NAMED = ("(?P<", "(?<")
GROUPS = ("(?:", *LOOK_AROUND, "(?>", *NAMED)
# Beyond this many copies RE2's program grows without making the filter better.
MOST_COPIES = 3
FOLD = str.maketrans(dict(FOLDS))


@dataclass(frozen=True, slots=True)
class Dialects:
    """One pattern for `regex`, and for RE2."""

    exact: str
    screen: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a pattern; `first_word` and `last_word` tell whether it surely begins, ends with an ASCII word."""

    exact: str
    screen: str
    first_word: bool = False
    last_word: bool = False
    no_width: bool = False


@cache
def translate(pattern: str) -> Dialects:
    r"""Read a pattern of the rule language.

    >>> translate(r"\bads?(?! on)").screen
    '\\bad(?:s){0,1}'

    Raises `PatternError` for what the language leaves out: back references, inline flags, recursion.
    """
    reader = _Reader(pattern.translate(FOLD))
    piece = reader.alternatives()
    if not reader.done:
        raise PatternError("a closing bracket without an opening one", "write \\) for the character itself")
    return Dialects(piece.exact, piece.screen)


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

    def alternatives(self) -> _Piece:
        branches = [self.sequence()]
        while self.peek() == "|":
            self.take()
            branches.append(self.sequence())
        return _Piece(
            "|".join(b.exact for b in branches),
            "|".join(b.screen for b in branches),
            all(b.first_word for b in branches),
            all(b.last_word for b in branches),
        )

    def sequence(self) -> _Piece:
        pieces: list[_Piece] = []
        while not self.done and self.peek() not in "|)":
            pieces.append(self.quantified(self.atom()))
        return _Piece(
            "".join(p.exact for p in pieces),
            "".join(_screens(pieces)),
            bool(pieces) and pieces[0].first_word,
            bool(pieces) and pieces[-1].last_word,
        )

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
        repeated = least > 0
        return _Piece(
            f"(?:{piece.exact}){written}{mode}",
            f"(?:{piece.screen}){_widened(least, most)}",
            piece.first_word and repeated,
            piece.last_word and repeated,
        )

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
            return _Piece(char, char, no_width=True)
        if char in "*+?":
            raise PatternError(f"'{char}' with nothing to repeat", f"write \\{char} for the character itself")
        special = {".": _Piece(ANY, ANY), " ": _Piece(GAP, GAP_RE2), "\xa0": _Piece(GAP, GAP_RE2)}
        return special.get(char) or _literal(char)

    def group(self) -> _Piece:
        start = self.position - 1
        opening = next((g for g in GROUPS if self.pattern.startswith(g, start)), "(")
        self.position = start + len(opening)
        if opening == "(" and self.peek() == "?":
            raise PatternError("an inline flag or a group outside the rule language", "use (?:...), and case = true")
        if opening in NAMED and not self.take_through(">").isidentifier():
            raise PatternError("a group name that is none", "use (?:...), names are not needed")
        inner = self.alternatives()
        if self.peek() != ")":
            raise PatternError("an opening bracket without a closing one", "write \\( for the character itself")
        self.take()
        if opening in LOOK_AROUND:
            return _Piece(f"{opening}{inner.exact})", "", no_width=True)
        exact = f"{opening if opening == '(?>' else '(?:'}{inner.exact})"
        return _Piece(exact, f"(?:{inner.screen})", inner.first_word, inner.last_word)

    def escape(self) -> _Piece:
        if self.peek() in ("b", "B"):
            char = self.take()
            return _Piece(f"\\{char}", r"\b" if char == "b" else "", no_width=True)
        found = self.escaped()
        return _literal(found) if isinstance(found, str) else _Piece(*united_class([found], negated=False))

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
        return _Piece(*united_class(items, negated=negated))

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
    return _Piece(exact, screen, word, word)


def _screens(pieces: list[_Piece]) -> Iterator[str]:
    r"""RE2's `\b` knows ASCII words only: it stays where a neighbour surely is an ASCII letter or digit."""
    for i, piece in enumerate(pieces):
        if not piece.no_width or piece.screen != r"\b":
            yield piece.screen
        elif (i and pieces[i - 1].last_word) or (i + 1 < len(pieces) and pieces[i + 1].first_word):
            yield r"\b"


def _widened(least: int, most: int | None) -> str:
    """The quantifier for RE2, with few copies and no far bound."""
    if most is not None and most <= MOST_COPIES:
        return f"{{{least},{most}}}"
    return f"{{{min(least, MOST_COPIES)},}}"
