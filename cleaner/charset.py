r"""Single characters and sets of them, in both dialects.

RE2 reads the text as bytes: half the time to compile, and states that are shared. There every set of characters
takes all bytes beyond ASCII too, in runs, and a negated class excludes only what it surely may: the filter must
never miss. A letter beyond ASCII is written as the bytes of all its cases.
"""

from functools import cache
from typing import NamedTuple

from cleaner.errors import PatternError

BEYOND_ASCII = r"\x80-\xff"
# White space within a line, as `regex` and str.isspace know it together.
SPACES = r"\t\x0b\x0c\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
SPACES_RE2 = rf"\t\x0b\x0c\r\x1c-\x20{BEYOND_ASCII}"
ANY, ANY_RE2 = r"[^\n]", r"[^\n]+"
# Where letters with case lie: from Latin-1 to Greek Extended, letter-like signs, full width.
CASED = (range(0x80, 0x2000), range(0x2100, 0x2150), range(0xFF21, 0xFF5B))
# A space in a pattern: a run of white space, or of the marks that Markdown puts between words.
GAP, GAP_RE2 = f"[{SPACES}*_]+", f"[{SPACES_RE2}*_]+"


class Item(NamedTuple):
    """What stands inside a class: for `regex`, for RE2, and for RE2 when the class is negated.

    A single character beyond ASCII is no item of a class of bytes: it is an alternative to the class. `narrow` sets
    hold digits, white space and signs, so that a run of them ends soon.
    """

    exact: str
    screen: str
    excluded: str = ""
    alternative: str = ""
    narrow: bool = False


SETS = {
    "s": Item(SPACES, SPACES_RE2, r"\t ", narrow=True),
    "d": Item(r"\d", rf"0-9{BEYOND_ASCII}", "0-9", narrow=True),
    "w": Item(r"\w", rf"0-9A-Za-z_{BEYOND_ASCII}", "0-9A-Za-z_"),
    "S": Item(r"\S", rf"\x00-\x08\x0e-\x1f\x21-\x7f{BEYOND_ASCII}"),
    "D": Item(r"\D", rf"\x00-\x09\x0b-/:-\x7f{BEYOND_ASCII}"),
    "W": Item(r"\W", rf"\x00-\x09\x0b-/:-@\[-\^`{{-\x7f{BEYOND_ASCII}"),
}
CONTROLS = {"t": "\t", "n": "\n", "f": "\f", "v": "\v", "r": "\r"}
HEX_DIGITS = {"x": 2, "u": 4, "U": 8}


def property_item(name: str) -> Item:
    r"""A Unicode property, which RE2 knows in another version: there it takes everything."""
    return Item(name, r"\x00-\x09\x0b-\xff")


def single(char: str) -> Item:
    """One character. Only what has no case is safe to exclude."""
    if char >= "\x80":
        return Item(char, "", alternative=_bytes_of_cases(char), narrow=not char.isalpha())
    if char.isalpha():
        return Item(char, char)
    return Item(_written(char), _written(char), _written(char), narrow=True)


def span(low: str, high: str) -> Item:
    """A range of characters; raises `PatternError` when it is turned round."""
    if high < low:
        raise PatternError(f"a range that ends before it starts: {low}-{high}", "turn it round")
    last = ord(high) if high < "\x80" else 0xFF
    screen = f"\\x{min(ord(low), 0x80):02x}-\\x{last:02x}"
    cased = any(chr(i).isalpha() for i in range(ord(low), min(ord(high), 0x7F) + 1))
    return Item(f"{_written(low)}-{_written(high)}", screen, screen if high < "\x80" and not cased else "")


@cache
def literal(char: str) -> tuple[str, str]:
    """One character outside a class, in both dialects."""
    if char == "\n":
        raise PatternError("a line end in a pattern", "a pattern sees one line; use kind block or after for more")
    if char < "\x80":
        return _written(char), _written(char)
    return char, f"(?:{_bytes_of_cases(char)})"


def all_cases(char: str) -> list[str]:
    """Every character that case-blind matching takes for this one.

    >>> all_cases("σ")
    ['Σ', 'ς', 'σ']
    """
    return sorted({char, *_cases().get(char.casefold(), ())})


@cache
def _cases() -> dict[str, list[str]]:
    cases: dict[str, list[str]] = {}
    for char in (chr(i) for block in CASED for i in block):
        if char.isalpha():
            cases.setdefault(char.casefold(), []).append(char)
    return cases


def class_of(items: list[Item], *, negated: bool) -> tuple[str, str]:
    """A class of these items in both dialects; neither ever matches a line end."""
    exact = "".join(item.exact for item in items)
    if negated:
        return f"[^{exact}\\n]", f"[^{''.join(item.excluded for item in items)}\\n]+"
    reaches_line_end = any(item.exact.startswith("\\") and item.exact[1] in "SDWpP" for item in items)
    guard = r"(?!\n)" if reaches_line_end else ""
    ascii_class = "".join(item.screen for item in items)
    alternatives = [f"[{ascii_class}]"] if ascii_class else []
    if r"-\xff" in ascii_class:
        alternatives[0] += "+"
    else:
        alternatives += [item.alternative for item in items if item.alternative]
    return f"{guard}[{exact}]", f"(?:{'|'.join(alternatives)})"


def _bytes_of_cases(char: str) -> str:
    return "|".join("".join(f"\\x{byte:02x}" for byte in case.encode()) for case in all_cases(char))


def _word(char: str) -> bool:
    return char < "\x80" and (char.isalnum() or char == "_")


def _written(char: str) -> str:
    if _word(char) or char > "\x7f":
        return char
    return f"\\x{ord(char):02x}"
