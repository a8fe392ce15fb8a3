"""Parses patterns of the rule language."""

import re
from functools import cache

import regex

from cleaner.errors import PatternError
from cleaner.rules.patterns import syntax
from cleaner.rules.patterns.scanner import Scanner
from cleaner.rules.patterns.syntax import ATOMIC, LOOK_AROUND, Branch, Branches, Character, CharacterSet, ClassMember
from cleaner.text.equivalents import EQUIVALENTS

NAMED = ("(?P<", "(?<")
# The longer of two openings that begin alike comes first.
OPENINGS = ("(?:", *LOOK_AROUND, ATOMIC, *NAMED)
# The deepest nesting of brackets. Chosen by hand: deeper than any rule needs, and safe from Python's recursion limit.
DEEPEST = 50
# Words without a quantifier, and alternatives that are nothing but words: most of the text of the packaged patterns.
# One expression reads each of them at once, which is faster than character by character.
WORDS = re.compile(r"[^\W_]+(?: [^\W_]+)*(?![^\W_]|[*+?{])")
ALTERNATIVES = re.compile(r"[^\W_]+(?: [^\W_]+)* ?(?:\|[^\W_]+(?: [^\W_]+)* ?)+(?=[|)]|\Z)")
SET_NAMES = frozenset("sdwSDW")
CONTROLS = {"t": "\t", "n": "\n", "f": "\f", "v": "\v", "r": "\r"}
# The number of hexadecimal digits after each escape.
HEX_DIGITS = {"x": 2, "u": 4, "U": 8}
TO_EQUIVALENTS = str.maketrans(EQUIVALENTS)


def parse(pattern: str) -> Branches:
    r"""The alternatives of a pattern, each a sequence of parts.

    >>> parse(r"Ad\.|\w")
    ((Words(text='Ad'), Character(char='.')), (CharacterClass(members=(CharacterSet(written='\\w'),), negated=False),))

    Raises `PatternError` for syntax errors, and for what the rule language leaves out: back references, inline flags
    and recursion.
    """
    parser = _Parser(pattern)
    branches = parser.branches()
    if not parser.done:
        raise PatternError("a closing bracket without an opening one", "write \\) for the character itself")
    return branches


class _Parser(Scanner):
    """A recursive descent over a pattern."""

    depth = 0

    def branches(self) -> Branches:
        branches = [self.branch()]
        while self.peek() == "|":
            self.take()
            branches.append(self.branch())
        return tuple(branches)

    def branch(self) -> Branch:
        if words := ALTERNATIVES.match(self.pattern, self.position):
            self.position = words.end()
            return (syntax.WordAlternatives(tuple(words[0].translate(TO_EQUIVALENTS).split("|"))),)
        parts: list[syntax.Part] = []
        while not self.done and self.peek() not in "|)":
            if words := WORDS.match(self.pattern, self.position):
                self.position = words.end()
                parts.append(syntax.Words(words[0].translate(TO_EQUIVALENTS)))
            else:
                parts.append(self.quantified())
        return tuple(parts)

    def quantified(self) -> syntax.Part:
        start = self.position
        part = self.atom()
        bounds = self.bounds()
        if bounds is None:
            return part
        written, least, most = bounds
        mode = self.take() if self.peek() in ("?", "+") else ""
        end = self.position
        if self.bounds() is not None:
            raise PatternError("two quantifiers in a row", "put the first one and its operand into a group (?:...)")
        if isinstance(part, syntax.Edge) or (isinstance(part, syntax.Group) and part.looks_around):
            raise PatternError("a quantifier after something without width", "remove the quantifier")
        return syntax.Repeat(part, least, most, written + mode, self.pattern[start:end])

    def atom(self) -> syntax.Part:
        char = self.take()
        if char == "(":
            return self.group()
        if char == "[":
            return self.character_class()
        if char == "\\":
            return self.escape()
        if char in "^$":
            return syntax.Edge(char)
        if char in "*+?":
            raise PatternError(f"'{char}' with nothing to repeat", f"write \\{char} for the character itself")
        if char == ".":
            return syntax.AnyCharacter()
        return syntax.Words(" ") if char in " \xa0" else _character(char)

    def group(self) -> syntax.Group:
        start = self.position - 1
        opening = next((opening for opening in OPENINGS if self.pattern.startswith(opening, start)), "(")
        self.position = start + len(opening)
        if opening == "(" and self.peek() == "?":
            raise PatternError("an inline flag or group outside the rule language", "use (?:...) or case = true")
        if opening in NAMED and not self.take_through(">").isidentifier():
            raise PatternError("an invalid group name", "use (?:...); names have no effect")
        self.depth += 1
        if self.depth > DEEPEST:
            raise PatternError("brackets nested too deep", f"nest at most {DEEPEST} of them")
        branches = self.branches()
        self.depth -= 1
        if self.peek() != ")":
            raise PatternError("an opening bracket without a closing one", "write \\( for the character itself")
        self.take()
        return syntax.Group(opening if opening == ATOMIC or opening in LOOK_AROUND else "(?:", branches)

    def escape(self) -> syntax.Part:
        if self.peek() in ("b", "B"):
            return syntax.Edge(f"\\{self.take()}")
        escaped = self.escaped()
        return _character(escaped) if isinstance(escaped, str) else syntax.CharacterClass((escaped,))

    def escaped(self) -> CharacterSet | str:
        """The set or the single character that an escape stands for."""
        char = self.take()
        if char in SET_NAMES:
            return CharacterSet(f"\\{char}")
        if char in "pP":
            return _property(f"\\{char}{self.take()}{self.take_through('}')}}}")
        if char in HEX_DIGITS:
            try:
                numbered = chr(int(self.take(HEX_DIGITS[char]), 16))
                numbered.encode()
            except (ValueError, OverflowError):
                fix = f"write {HEX_DIGITS[char]} hexadecimal digits"
                raise PatternError(f"\\{char} without the number of a character", fix) from None
            return numbered
        if char in CONTROLS:
            return CONTROLS[char]
        if char.isalnum():
            raise PatternError(f"the escape \\{char} is not in the rule language", "rules/README.md lists all escapes")
        return char

    def character_class(self) -> syntax.CharacterClass:
        negated = self.peek() == "^"
        if negated:
            self.take()
        members = [self.class_member()]
        while self.peek() != "]":
            members.append(self.class_member())
        self.take()
        return syntax.CharacterClass(tuple(members), negated)

    def class_member(self) -> ClassMember:
        char = self.take()
        if char == "[" and self.peek() in (":", "."):
            raise PatternError("a POSIX class", "use \\w, \\d, \\s or \\p{...}")
        if char in " \xa0":
            if self.peek() == "-" and not self.pattern.startswith("-]", self.position):
                raise PatternError("a range that starts with a space", "to match a hyphen, put it last")
            return CharacterSet(r"\s")
        low = self.escaped() if char == "\\" else char
        if isinstance(low, CharacterSet):
            return low
        if self.peek() != "-" or self.pattern.startswith("-]", self.position):
            return _character(low)
        self.take()
        char = self.take()
        high = self.escaped() if char == "\\" else char
        if isinstance(high, CharacterSet):
            raise PatternError("a range that ends in a set", "write \\- for the hyphen itself")
        return _range(low, high)


def _character(char: str) -> Character:
    if char == "\n":
        raise PatternError("a line end in a pattern", "a pattern sees one line; use kind block or after for more")
    return Character(char.translate(TO_EQUIVALENTS))


def _range(low: str, high: str) -> syntax.CharacterRange:
    if high < low:
        raise PatternError(f"a range in the wrong order: {low}-{high}", "swap its ends")
    if low == high:
        _character(low)
    return syntax.CharacterRange(low, high)


@cache
def _property(name: str) -> CharacterSet:
    try:
        regex.compile(name)
    except regex.error:
        raise PatternError(f"there is no property {name}", "use one that exists, such as \\p{L} for letters") from None
    return CharacterSet(name)
