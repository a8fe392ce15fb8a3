"""Patterns of rules: read once, written twice, for `regex` (what they mean) and for RE2 (a filter that never misses).

The filter may match more, never less, and hundreds of patterns must fit into one small automaton. So it holds only
the head of each pattern, up to the first repeat without a near bound, or the longest stretch between two of them;
and what RE2 cannot say, look-around, is left out.
"""

import re
from dataclasses import replace
from functools import cache

from cleaner.errors import PatternError
from cleaner.rules.patterns import classes, prefilter
from cleaner.rules.patterns.classes import SETS, Item
from cleaner.rules.patterns.prefilter import Dialects, Piece, joined, screen, united
from cleaner.rules.patterns.scanner import Scanner
from cleaner.text.document import FOLDS

LOOK_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
NAMED = ("(?P<", "(?<")
GROUPS = ("(?:", *LOOK_AROUND, "(?>", *NAMED)
# Beyond this many copies RE2's program grows without making the filter better.
MOST_COPIES = 3
# RE2 refuses a thousand copies of copies: six repeats within each other at most.
MOST_REPEATS_WITHIN = 5
# Brackets within brackets.
DEEPEST = 50
# Words that no quantifier follows, and alternatives of nothing but words: most of a pattern, so read at once.
WORDS = re.compile(r"[^\W_]+(?: [^\W_]+)*(?![^\W_]|[*+?{])")
ALTERNATIVES = re.compile(r"[^\W_]+(?: [^\W_]+)* ?(?:\|[^\W_]+(?: [^\W_]+)* ?)+(?=[|)]|\Z)")
FOLD = str.maketrans(FOLDS)


# Translations that are known already; see `cleaner.rulefiles.cache`.
KNOWN: dict[str, Dialects] = {}


@cache
def translate(pattern: str) -> Dialects:
    r"""Read a pattern of the rule language.

    >>> for screen in translate(r"\bads?(?! on)|.*newsletter").screens:
    ...     print(screen.written, screen.at_start, screen.at_end)
    \bad(?:s){0,1} True True
    newsletter False False

    Raises `PatternError` for what the language leaves out: back references, inline flags, recursion.
    """
    if known := KNOWN.get(pattern):
        return known
    reader = _Reader(pattern)
    branches = reader.branches()
    if not reader.done:
        raise PatternError("a closing bracket without an opening one", "write \\) for the character itself")
    return Dialects("|".join(b.exact for b in branches), tuple(map(screen, branches)))


class _Reader(Scanner):
    """A recursive descent over the pattern."""

    depth = 0

    def branches(self) -> list[Piece]:
        branches = [self.sequence()]
        while self.peek() == "|":
            self.take()
            branches.append(self.sequence())
        return branches

    def sequence(self) -> Piece:
        if words := ALTERNATIVES.match(self.pattern, self.position):
            self.position = words.end()
            return joined([prefilter.of_alternative_words(words[0].translate(FOLD).split("|"))])
        pieces: list[Piece] = []
        while not self.done and self.peek() not in "|)":
            if words := WORDS.match(self.pattern, self.position):
                self.position = words.end()
                pieces.append(prefilter.of_words(words[0].translate(FOLD)))
            else:
                pieces.append(self.quantified(self.atom()))
        return joined(pieces)

    def quantified(self, piece: Piece) -> Piece:
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
        if piece.whole and most is not None and most <= MOST_COPIES and piece.head.count("{") < MOST_REPEATS_WITHIN:
            words = (piece.first_word and least > 0, piece.last_word and least > 0)
            return Piece(exact, f"(?:{piece.head}){{{least},{most}}}", piece.strength * least, True, *words)
        if piece.narrow:
            return Piece(exact, f"(?:{piece.head}){'+' if least else '*'}", piece.strength * (least > 0))
        if not least:
            return Piece(exact, "", whole=False)
        return replace(piece, exact=exact, head=f"(?:{piece.head})", whole=False, last_word=False)

    def atom(self) -> Piece:
        char = self.take()
        if char == "(":
            return self.group()
        if char == "[":
            return self.character_class()
        if char == "\\":
            return self.escape()
        if char in "^$":
            return Piece(classes.LINE_EDGES[char], "", no_width=True)
        if char in "*+?":
            raise PatternError(f"'{char}' with nothing to repeat", f"write \\{char} for the character itself")
        if char == ".":
            return Piece(classes.ANY, classes.ANY_RE2)
        return prefilter.of_words(" ") if char in " \xa0" else prefilter.of_character(char.translate(FOLD))

    def group(self) -> Piece:
        start = self.position - 1
        opening = next((g for g in GROUPS if self.pattern.startswith(g, start)), "(")
        self.position = start + len(opening)
        if opening == "(" and self.peek() == "?":
            raise PatternError("an inline flag or a group outside the rule language", "use (?:...), and case = true")
        if opening in NAMED and not self.take_through(">").isidentifier():
            raise PatternError("a group name that is none", "use (?:...), names are not needed")
        self.depth += 1
        if self.depth > DEEPEST:
            raise PatternError("brackets too deep", f"{DEEPEST} within each other are the most")
        inner = united(self.branches())
        self.depth -= 1
        if self.peek() != ")":
            raise PatternError("an opening bracket without a closing one", "write \\( for the character itself")
        self.take()
        if opening in LOOK_AROUND:
            return Piece(f"{opening}{inner.exact})", "", no_width=True)
        return replace(inner, exact=f"{opening if opening == '(?>' else '(?:'}{inner.exact})")

    def escape(self) -> Piece:
        if self.peek() in ("b", "B"):
            char = self.take()
            return Piece(f"\\{char}", r"\b" if char == "b" else "", no_width=True)
        found = self.escaped()
        if isinstance(found, str):
            return prefilter.of_character(found.translate(FOLD))
        return prefilter.of_set([found])

    def escaped(self) -> Item | str:
        """The set that an escape stands for, or the one character."""
        char = self.take()
        if char in SETS:
            return SETS[char]
        if char in "pP":
            return classes.property_item(f"\\{char}{self.take()}{self.take_through('}')}}}")
        if char in classes.HEX_DIGITS:
            try:
                found = chr(int(self.take(classes.HEX_DIGITS[char]), 16))
                found.encode()
            except (ValueError, OverflowError):
                mend = f"write {classes.HEX_DIGITS[char]} of them"
                raise PatternError(f"\\{char} without its hexadecimal digits", mend) from None
            return found
        if char in classes.CONTROLS:
            return classes.CONTROLS[char]
        if char.isalnum():
            raise PatternError(f"the escape \\{char} is not in the rule language", "see rules/README.md for what is")
        return char

    def character_class(self) -> Piece:
        negated = self.peek() == "^"
        if negated:
            self.take()
        items = [self.class_item()]
        while self.peek() != "]":
            items.append(self.class_item())
        self.take()
        return prefilter.of_set(items, negated=negated)

    def class_item(self) -> Item:
        char = self.take()
        if char == "[" and self.peek() in (":", "."):
            raise PatternError("a POSIX class", "use \\w, \\d, \\s or \\p{...}")
        if char in " \xa0":
            if self.peek() == "-" and not self.pattern.startswith("-]", self.position):
                raise PatternError("a range that starts with a space", "put the hyphen last")
            return SETS["s"]
        low = self.escaped() if char == "\\" else char
        if isinstance(low, Item):
            return low
        if self.peek() != "-" or self.pattern.startswith("-]", self.position):
            return classes.single(low.translate(FOLD))
        self.take()
        char = self.take()
        high = self.escaped() if char == "\\" else char
        if isinstance(high, Item):
            raise PatternError("a range that ends in a set", "write \\- for the hyphen itself")
        return classes.span(low, high)
