r"""Characters and classes of characters, written for `regex` and for RE2.

RE2 matches the UTF-8 bytes of the text: this halves the time to compile the probes of 621 patterns, from 0.44 to
0.24 s, and makes the automata smaller. RE2 only prefilters, so it may match too much but must never miss a match. A set
or a range of characters beyond ASCII accepts every run of bytes beyond ASCII, and a negated class excludes only what
the exact class certainly excludes. A single letter beyond ASCII is written as the bytes of each of its cases.
"""

from functools import cache
from typing import NamedTuple

from cleaner.rules.patterns.syntax import Character, CharacterClass, CharacterSet, ClassMember
from cleaner.text.equivalents import EQUIVALENTS

BEYOND_ASCII = r"\x80-\xff"
ANY, ANY_RE2 = r"[^\n]", r"[^\n]+"
# The meaning of `^` and `$`: a pattern does not see the white space at the edges of a line.
LINE_EDGES = {"^": "(?<=^ *)", "$": "(?= *$)"}
# The blocks of Unicode that have characters with case: Latin-1 to Greek Extended; letter-like signs to Roman numerals;
# circled letters; Glagolitic to Georgian; further Cyrillic and Latin; Cherokee; ligatures; full width; and the
# alphabets beyond 16 bits.
CASED = (
    *(range(0x80, 0x2000), range(0x2100, 0x2190), range(0x24B6, 0x24EA), range(0x2C00, 0x2D30), range(0xA640, 0xA800)),
    *(range(0xAB30, 0xABC0), range(0xFB00, 0xFB18), range(0xFF21, 0xFF5B), range(0x10400, 0x105C0)),
    *(range(0x10C80, 0x10D90), range(0x118A0, 0x118E0), range(0x16E40, 0x16E80), range(0x1E900, 0x1E944)),
)
# A space in a pattern matches a run of white space and of the marks that Markdown puts between words. 40 characters
# at most: without a bound, "Page ?:? ?[0-9]" tries every way to split 100 kB of spaces. 40 is wider than the gap
# between two columns of text.
GAP = "[ *_]{1,40}"
GAP_RE2 = "[ *_]+"


class Spelling(NamedTuple):
    """A character or a class: for `regex`, and for RE2.

    `narrow` classes hold only digits, white space and punctuation, so runs of their characters are short.
    """

    exact: str
    re2: str
    narrow: bool = False


class ClassItem(NamedTuple):
    """A member of a class: for `regex`, for RE2, and for RE2 in a negated class.

    A single character beyond ASCII is not a member of RE2's class, which holds bytes, but an `alternative` to it.
    `narrow`: as for `Spelling`.
    """

    exact: str
    re2: str
    excluded: str = ""
    alternative: str = ""
    narrow: bool = False


SETS = {
    r"\s": ClassItem(" ", " ", " ", narrow=True),
    r"\d": ClassItem(r"\d", rf"0-9{BEYOND_ASCII}", "0-9", narrow=True),
    r"\w": ClassItem(r"\w", rf"0-9A-Za-z_{BEYOND_ASCII}", "0-9A-Za-z_"),
    r"\S": ClassItem(r"\S", rf"\x00-\x08\x0e-\x1f\x21-\x7f{BEYOND_ASCII}"),
    r"\D": ClassItem(r"\D", rf"\x00-\x09\x0b-/:-\x7f{BEYOND_ASCII}"),
    r"\W": ClassItem(r"\W", rf"\x00-\x09\x0b-/:-@\[-\^`{{-\x7f{BEYOND_ASCII}"),
}


def class_of(node: CharacterClass) -> Spelling:
    """A class in both dialects; neither ever matches a line end."""
    return _class_of(node.members, negated=node.negated)


@cache
def _class_of(members: tuple[ClassMember, ...], *, negated: bool) -> Spelling:
    items = [_item(member) for member in members]
    exact = "".join(item.exact for item in items)
    if negated:
        return Spelling(f"[^{exact}\\n]", f"[^{''.join(item.excluded for item in items)}\\n]+")
    holds_line_end = any(item.exact.startswith("\\") and item.exact[1] in "SDWpP" for item in items)
    guard = r"(?!\n)" if holds_line_end else ""
    byte_class = "".join(item.re2 for item in items)
    alternatives = [f"[{byte_class}]"] if byte_class else []
    if r"-\xff" in byte_class:
        alternatives[0] += "+"
    else:
        alternatives += [item.alternative for item in items if item.alternative]
    return Spelling(f"{guard}[{exact}]", f"(?:{'|'.join(alternatives)})", all(item.narrow for item in items))


def _item(member: ClassMember) -> ClassItem:
    if isinstance(member, Character):
        return _single(member.char)
    if isinstance(member, CharacterSet):
        # RE2 knows another version of Unicode, so it accepts every character for a property.
        return SETS.get(member.written) or ClassItem(member.written, r"\x00-\x09\x0b-\xff")
    return _range(member.low, member.high)


def _single(char: str) -> ClassItem:
    """One character. A negated RE2 class can exclude it only if it has no case."""
    if char >= "\x80":
        return ClassItem(char, "", alternative=_bytes_of_cases(char), narrow=not char.isalpha())
    if char.isalpha():
        return ClassItem(char, char)
    return ClassItem(_written(char), _written(char), _written(char), narrow=True)


def _range(low: str, high: str) -> ClassItem:
    """A range of characters without the line end."""
    if low <= "\n" <= high:
        items = [_range(*ends) for ends in ((low, "\t"), ("\x0b", high)) if ends[0] <= ends[1]]
        return ClassItem("".join(item.exact for item in items), "".join(item.re2 for item in items))
    # The text that a pattern sees has these characters in place of some characters of the range.
    equivalents = "".join({to: None for char, to in EQUIVALENTS.items() if low <= char <= high})
    last = ord(high) if high < "\x80" else 0xFF
    re2_range = f"{equivalents}\\x{min(ord(low), 0x80):02x}-\\x{last:02x}"
    cased = any(chr(i).isalpha() for i in range(ord(low), min(ord(high), 0x7F) + 1))
    quote = "'" if "'" in equivalents else ""
    excluded = re2_range if high < "\x80" and not cased else ""
    return ClassItem(f"{quote}{_written(low)}-{_written(high)}", re2_range, excluded)


@cache
def literal(char: str) -> Spelling:
    """One character outside a class."""
    if char < "\x80":
        return Spelling(_written(char), _written(char))
    return Spelling(char, f"(?:{_bytes_of_cases(char)})")


def all_cases(char: str) -> list[str]:
    """Every character that matches this one when case is ignored.

    >>> all_cases("σ")
    ['Σ', 'ς', 'σ']
    """
    return sorted({char, *_cases().get(char.casefold(), ())})


@cache
def _cases() -> dict[str, list[str]]:
    cases: dict[str, list[str]] = {}
    for char in (chr(i) for block in CASED for i in block):
        cases.setdefault(char.casefold(), []).append(char)
    return cases


def _bytes_of_cases(char: str) -> str:
    return "|".join("".join(f"\\x{byte:02x}" for byte in case.encode()) for case in all_cases(char))


def is_word(char: str) -> bool:
    """Whether RE2 treats this character as part of a word: ASCII letters, digits and the underscore."""
    return char < "\x80" and (char.isalnum() or char == "_")


def _written(char: str) -> str:
    if is_word(char) or char > "\x7f":
        return char
    return f"\\x{ord(char):02x}"
