"""Patterns of rules: read once, written twice, for `regex` (what they mean) and for RE2 (a filter that never misses).

The filter may match more, never less. So what RE2 cannot say exactly, or says for ASCII only, is
widened: look-around is dropped, `\\w` takes every non-ASCII character, a long bounded repeat has no bound.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cleaner.document import FOLDS
from cleaner.errors import PatternError

# White space within a line, as `regex` and str.isspace know it together.
SPACES = r"\t\x0b\x0c\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
BEYOND_ASCII = r"\x{80}-\x{10FFFF}"
SPACES_RE2 = rf"\t\x0b\x0c\r\x1c-\x20{BEYOND_ASCII}"
ANY = r"[^\n]"
# A space in a pattern: a run of white space, or of the marks that Markdown puts between words.
GAP, GAP_RE2 = f"[{SPACES}*_]+", f"[{SPACES_RE2}*_]+"
# Escapes that stand for a set of characters: as `regex` writes them within a line, the least RE2 set that holds
# them all, and what a negated RE2 class may safely exclude for them.
SETS = {
    "s": (rf"{SPACES}", SPACES_RE2, r"\t "),
    "d": (r"\d", rf"0-9{BEYOND_ASCII}", "0-9"),
    "w": (r"\w", rf"0-9A-Za-z_{BEYOND_ASCII}", "0-9A-Za-z_"),
}
NEGATED_SETS = {
    "S": (r"\S", rf"\x21-\x7e{BEYOND_ASCII}\x00-\x08\x0e-\x1f"),
    "D": (r"[^\d\n]", rf"\x00-\x09\x0b-/:-\x7f{BEYOND_ASCII}"),
    "W": (r"[^\w\n]", rf"\x00-\x09\x0b-/:-@\[-\^`{{-\x7f{BEYOND_ASCII}"),
}
CONTROLS = {"t": "\t", "n": "\n", "f": "\f", "v": "\v", "r": "\r"}
GROUPS = ("(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?P<", "(?<")
# Beyond this many copies RE2's program grows without making the filter better.
MOST_COPIES = 3
FOLD = str.maketrans(dict(FOLDS))


@dataclass(frozen=True, slots=True)
class Dialects:
    """One pattern for `regex`, and for RE2; `least` is the fewest characters that the filter matches."""

    exact: str
    screen: str
    least: int


@dataclass(slots=True)
class _Piece:
    """A part of a pattern in both dialects; `word` tells whether it surely is one ASCII letter or digit."""

    exact: str
    screen: str
    least: int = 0
    first_word: bool = False
    last_word: bool = False
    boundary: bool = False


@lru_cache(maxsize=None)
def translate(pattern: str) -> Dialects:
    """Read a pattern of the rule language.

    >>> translate("See also:?").screen
    'See[\\\\t...]+also:?'

    Raises `PatternError` for what the language leaves out: back references, inline flags, recursion.
    """
    reader = _Reader(pattern.translate(FOLD))
    piece = reader.alternatives()
    if not reader.done:
        raise PatternError("a closing bracket without an opening one", "write \\) for the character itself")
    return Dialects(piece.exact, piece.screen, piece.least)


class _Reader:
    """A recursive descent over the pattern."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.position = pattern, 0

    @property
    def done(self) -> bool:
        return self.position >= len(self.pattern)

    def peek(self, ahead: int = 1) -> str:
        return self.pattern[self.position : self.position + ahead]

    def take(self, n: int = 1) -> str:
        taken = self.peek(n)
        if len(taken) < n:
            raise PatternError("the pattern ends too early", "complete the escape, class or group at its end")
        self.position += n
        return taken

    def alternatives(self) -> _Piece:
        branches = [self.sequence()]
        while self.peek() == "|":
            self.take()
            branches.append(self.sequence())
        if len(branches) == 1:
            return branches[0]
        return _Piece(
            "|".join(b.exact for b in branches),
            "|".join(b.screen for b in branches),
            min(b.least for b in branches),
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
            sum(p.least for p in pieces),
            bool(pieces) and pieces[0].first_word,
            bool(pieces) and pieces[-1].last_word,
        )

    def quantified(self, piece: _Piece) -> _Piece:
        bounds = self.bounds()
        if bounds is None:
            return piece
        written, least, most = bounds
        mode = self.take() if self.peek() in ("?", "+") and not self.done else ""
        if self.bounds() is not None:
            raise PatternError("two quantifiers in a row", "put the first one into a group (?:...)")
        if piece.boundary:
            raise PatternError("a quantifier after something that has no width", "take the quantifier away")
        times = _widened(least, most)
        return _Piece(
            f"(?:{piece.exact}){written}{mode}",
            f"(?:{piece.screen}){times}",
            piece.least * least,
            piece.first_word and least > 0,
            piece.last_word and least > 0,
        )

    def bounds(self) -> tuple[str, int, int | None] | None:
        start = self.position
        match self.peek():
            case "*":
                return self.take(), 0, None
            case "+":
                return self.take(), 1, None
            case "?":
                return self.take(), 0, 1
            case "{":
                close = self.pattern.find("}", start)
                low, comma, high = self.pattern[start + 1 : close].partition(",") if close > 0 else ("", "", "")
                if not (low.isdecimal() and (high.isdecimal() or not high)):
                    return None
                self.position = close + 1
                most = None if comma and not high else int(high or low)
                return self.pattern[start : close + 1], int(low), most
        return None

    def atom(self) -> _Piece:
        char = self.take()
        match char:
            case "(":
                return self.group()
            case "[":
                return self.character_class()
            case "\\":
                return self.escape()
            case ".":
                return _Piece(ANY, ANY, 1)
            case "^" | "$":
                return _Piece(char, char, boundary=True)
            case "*" | "+" | "?":
                raise PatternError(f"'{char}' with nothing to repeat", f"write \\{char} for the character itself")
            case " " | "\xa0":
                return _Piece(GAP, GAP_RE2, 1)
        return _literal(char)

    def group(self) -> _Piece:
        self.position -= 1
        opening = next((g for g in GROUPS if self.pattern.startswith(g, self.position)), "(")
        if opening == "(" and self.peek(2) == "(?":
            raise PatternError("an inline flag or a group that the rule language leaves out", "use (?:...); case = true")
        self.position += len(opening)
        if opening in ("(?P<", "(?<"):
            name, found, _ = self.pattern[self.position :].partition(">")
            if not found or not name.isidentifier():
                raise PatternError("a group name that is none", "use (?:...), names are not needed")
            self.position += len(name) + 1
            opening = "(?:"
        inner = self.alternatives()
        if self.peek() != ")":
            raise PatternError("an opening bracket without a closing one", "write \\( for the character itself")
        self.take()
        if opening in ("(?=", "(?!", "(?<=", "(?<!"):
            return _Piece(f"{opening}{inner.exact})", "", boundary=True)
        exact = f"(?>{inner.exact})" if opening == "(?>" else f"(?:{inner.exact})"
        return _Piece(exact, f"(?:{inner.screen})", inner.least, inner.first_word, inner.last_word)

    def escape(self) -> _Piece:
        char = self.take()
        if char in SETS:
            exact, screen, _ = SETS[char]
            return _Piece(f"[{exact}]", f"[{screen}]", 1)
        if char in NEGATED_SETS:
            exact, screen = NEGATED_SETS[char]
            return _Piece(exact, f"[{screen}]", 1)
        if char in "bB":
            return _Piece(f"\\{char}", r"\b" if char == "b" else "", boundary=True)
        if char in "pP":
            return _Piece(f"(?!\\n)\\{char}{self.property_name()}", ANY, 1)
        return _literal(self.escaped(char))

    def property_name(self) -> str:
        if self.take() != "{":
            raise PatternError("a property without braces", "write \\p{Lu}")
        close = self.pattern.find("}", self.position)
        name = self.pattern[self.position : close] if close > 0 else ""
        self.position += len(name) + 1
        return f"{{{name}}}"

    def escaped(self, char: str) -> str:
        """The one character that an escape stands for."""
        width = {"x": 2, "u": 4, "U": 8}.get(char)
        if width:
            try:
                return chr(int(self.take(width), 16))
            except (ValueError, OverflowError):
                raise PatternError(f"\\{char} needs {width} hexadecimal digits", "write them all") from None
        if char in CONTROLS:
            return CONTROLS[char]
        if char.isalnum():
            raise PatternError(f"the escape \\{char} is not in the rule language", "see rules/README.md for what is")
        return char

    def character_class(self) -> _Piece:
        negated = self.peek() == "^"
        if negated:
            self.take()
        exact, screen, excluded = [], [], []
        first = True
        while self.peek() != "]" or first:
            first = False
            for e, s, x in self.class_item():
                exact.append(e)
                screen.append(s)
                excluded.append(x)
        self.take()
        if negated:
            return _Piece(f"[^{''.join(exact)}\\n]", f"[^{''.join(excluded)}\\n]", 1)
        return _Piece(f"(?!\\n)[{''.join(exact)}]" if r"\p" in "".join(exact) else f"[{''.join(exact)}]", f"[{''.join(screen)}]", 1)

    def class_item(self) -> Iterator[tuple[str, str, str]]:
        char = self.take()
        if char == "[" and self.peek() in (":", "."):
            raise PatternError("a POSIX class", "use \\w, \\d, \\s or \\p{...}")
        if char == "\\":
            char = self.take()
            if char in SETS:
                yield SETS[char]
                return
            if char in "SDW":
                yield f"\\{char}", NEGATED_SETS[char][1], ""
                return
            if char in "pP":
                yield f"\\{char}{self.property_name()}", rf"\x00-\x09\x0b-\x{{10FFFF}}", ""
                return
            char = self.escaped(char)
        elif char in (" ", "\xa0"):
            yield SETS["s"]
            return
        if self.peek() == "-" and self.peek(2) != "-]":
            self.take()
            high = self.take()
            high = self.escaped(self.take()) if high == "\\" else high
            if high < char:
                raise PatternError(f"a range that ends before it starts: {char}-{high}", "turn it round")
            plain = high < "A" or (char > "Z" and high < "a") or "z" < char <= high < "\x80"
            ascii_range = f"{_in_class(char)}-{_in_class(high)}"
            yield ascii_range, _re2_range(char, high), ascii_range if plain else ""
            return
        plain = char < "\x80" and not char.isalpha()
        yield _in_class(char), _re2_in_class(char), _re2_in_class(char) if plain else ""


def _literal(char: str) -> _Piece:
    if char == "\n":
        raise PatternError("a line end in a pattern", "a pattern sees one line; use kind block or after for more")
    word = char < "\x80" and (char.isalnum() or char == "_")
    exact = char if word else "\\" + char if char < "\x80" else char
    return _Piece(exact, exact if char > "\x1f" else f"\\x{ord(char):02x}", 1, word, word)


def _in_class(char: str) -> str:
    return f"\\{char}" if char < "\x80" and not char.isalnum() and char > "\x1f" else f"\\x{ord(char):02x}" if char < " " else char


def _re2_in_class(char: str) -> str:
    return f"\\x{{{ord(char):x}}}" if not (char < "\x80" and char.isalnum()) else char


def _re2_range(low: str, high: str) -> str:
    """A range, widened to whole ASCII beyond the letters of both cases where folding reaches across."""
    return f"{_re2_in_class(low)}-{_re2_in_class(high)}"


def _screens(pieces: list[_Piece]) -> Iterator[str]:
    r"""RE2's `\b` knows ASCII words only: it stays where a neighbour surely is an ASCII letter or digit."""
    for i, piece in enumerate(pieces):
        if not piece.boundary or piece.screen != r"\b":
            yield piece.screen
        elif (i and pieces[i - 1].last_word) or (i + 1 < len(pieces) and pieces[i + 1].first_word):
            yield r"\b"


def _widened(least: int, most: int | None) -> str:
    """The quantifier for RE2, with few copies and no far bound."""
    if most is not None and most <= MOST_COPIES:
        return f"{{{least},{most}}}"
    return f"{{{min(least, MOST_COPIES)},}}"
