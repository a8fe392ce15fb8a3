"""Builds what RE2 may look for in place of a pattern: a prefix and a substring that every match has.

A pattern is built from fragments. A fragment has an RE2 pattern for its prefix, and the selectivity of that prefix, the
minimum number of literal characters in it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from cleaner.rules.patterns.classes import ANY_RE2, GAP, GAP_RE2, class_of, is_word, literal
from cleaner.rules.patterns.syntax import CharacterClass

# The selectivity of a narrow class and of a gap between words; a literal character has 1. Chosen by hand.
CLASS_SELECTIVITY, GAP_SELECTIVITY = 0.25, 0.5
# The first pass looks for SHORT characters of each prefix: whole prefixes filled its automaton after 900 pages. Over
# 3,100 texts 6 holds 23 MB less than 8, in the same time; with 4 it finds 30 lines to try in a text instead of 12.
SHORT = 6
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(slots=True)
class Fragment:
    """A part of a pattern. All its patterns but `exact` are for RE2.

    Every match starts with `prefix`, and is nothing else if `whole`; `selectivity` is the minimum number of literal
    characters in it, and `short` its first letters if there are more. `required` is the most selective pattern that
    occurs in every match, at its end if `required_ends`, and `extended` a pattern from the start of the match through
    it. `starts_with_word` and
    `ends_with_word`: every match starts or ends with an ASCII letter, digit or underscore. `narrow`: see `Spelling`.
    """

    exact: str
    prefix: str
    selectivity: float = 0
    whole: bool = True
    starts_with_word: bool = False
    ends_with_word: bool = False
    no_width: bool = False
    required: str = ""
    required_selectivity: float = 0
    required_ends: bool = False
    extended: str = ""
    short: str = ""
    narrow: bool = False


def of_character(char: str) -> Fragment:
    """One literal character."""
    exact, prefix, _ = literal(char)
    word = is_word(char)
    return Fragment(exact, prefix, 1, starts_with_word=word, ends_with_word=word)


def of_class(node: CharacterClass) -> Fragment:
    """A class of characters."""
    exact, prefix, narrow = class_of(node)
    return Fragment(exact, prefix, CLASS_SELECTIVITY if narrow else 0, narrow=narrow)


def of_words(words: str) -> Fragment:
    """Words with single spaces between them."""
    starts, ends = (char < "\x80" and char != " " for char in (words[0], words[-1]))
    short = _words_re2(words[:SHORT]) if len(words) > SHORT else ""
    return Fragment(words.replace(" ", GAP), _words_re2(words), _selectivity(words), True, starts, ends, short=short)


def of_alternative_words(branches: Sequence[str]) -> Fragment:
    """Alternatives that are nothing but words: the same as `alternatives` gives, in one step."""
    exact, prefix = "|".join(branches).replace(" ", GAP), "|".join(map(_words_re2, branches))
    shorts = dict.fromkeys(_words_re2(branch[:SHORT]) for branch in branches)
    return Fragment(
        f"(?:{exact})",
        f"(?:{prefix})",
        min(map(_selectivity, branches)),
        starts_with_word=all(branch[0] < "\x80" for branch in branches),
        ends_with_word=all(branch[-1] < "\x80" and branch[-1] != " " for branch in branches),
        short=f"(?:{'|'.join(shorts)})" if max(map(len, branches)) > SHORT else "",
    )


def _selectivity(words: str) -> float:
    gaps = words.count(" ")
    return len(words) - gaps + gaps * GAP_SELECTIVITY


def _words_re2(words: str) -> str:
    if not words.isascii():
        words = BEYOND_ASCII.sub(lambda match: literal(match[0]).re2, words)
    return words.replace(" ", GAP_RE2)


def sequence(fragments: Sequence[Fragment]) -> Fragment:
    """A sequence as one fragment. Its prefix ends with the first fragment that is not whole."""
    if len(fragments) == 1:
        return _alone(fragments[0])
    cut = next((i + 1 for i, fragment in enumerate(fragments) if not fragment.whole), len(fragments))
    prefix = "".join(_prefixes(fragments[:cut]))
    selectivity = sum(fragment.selectivity for fragment in fragments[:cut])
    whole = all(fragment.whole for fragment in fragments)
    # Selectivity, required pattern, extended prefix through that pattern, and whether that is at the end.
    choices: list[tuple[float, str, str, bool]] = [(selectivity, prefix, prefix, whole)]
    if cut and (last := fragments[cut - 1]).extended:
        extended = "".join(_prefixes(fragments[: cut - 1])) + last.extended
        ends = cut == len(fragments) and last.required_ends
        choices.append((last.required_selectivity, last.required, extended, ends))
    if cut < len(fragments):
        rest = sequence(fragments[cut:])
        extended = f"{prefix}{ANY_RE2[:-1]}*{rest.required}"
        choices.append((rest.required_selectivity, rest.required, extended, rest.required_ends))
    required_selectivity, required, extended, required_ends = max(choices, key=itemgetter(0))
    return Fragment(
        "".join(fragment.exact for fragment in fragments),
        prefix,
        selectivity,
        whole,
        bool(fragments) and fragments[0].starts_with_word,
        bool(fragments) and fragments[-1].ends_with_word,
        required=required,
        required_selectivity=required_selectivity,
        required_ends=required_ends,
        extended=extended,
        short=_short(fragments[:cut]),
    )


def _alone(fragment: Fragment) -> Fragment:
    """A sequence of one fragment."""
    if fragment.no_width:
        fragment.prefix = ""
    elif fragment.selectivity >= fragment.required_selectivity:
        fragment.required_selectivity = fragment.selectivity
        fragment.required = fragment.extended = fragment.prefix
        fragment.required_ends = fragment.whole
    return fragment


def _short(fragments: Sequence[Fragment]) -> str:
    """The first letters of the prefix of a sequence; empty if they are all of it."""
    short, selectivity = "", 0.0
    for i, fragment in enumerate(fragments):
        selectivity += fragment.selectivity
        if selectivity >= SHORT and (fragment.short or i + 1 < len(fragments)):
            return short + (fragment.short or fragment.prefix)
        short += "" if fragment.no_width else fragment.prefix
    return ""


def alternatives(branches: Sequence[Fragment]) -> Fragment:
    """Alternatives as one fragment."""
    return Fragment(
        "|".join(b.exact for b in branches),
        f"(?:{'|'.join(b.prefix for b in branches)})",
        min(b.selectivity for b in branches),
        all(b.whole for b in branches),
        all(b.starts_with_word for b in branches),
        all(b.ends_with_word for b in branches),
        required=f"(?:{'|'.join(b.required for b in branches)})",
        required_selectivity=min(b.required_selectivity for b in branches),
        required_ends=all(b.required_ends for b in branches),
        extended=f"(?:{'|'.join(b.extended for b in branches)})",
        short=f"(?:{'|'.join(b.short or b.prefix for b in branches)})" if any(b.short for b in branches) else "",
    )


def _prefixes(fragments: Sequence[Fragment]) -> Iterator[str]:
    r"""The prefix of each. RE2's `\b` knows ASCII words only, so it stays only beside an ASCII letter or digit."""
    for i, fragment in enumerate(fragments):
        if not fragment.no_width or fragment.prefix != r"\b":
            yield fragment.prefix
        elif (i and fragments[i - 1].ends_with_word) or (i + 1 < len(fragments) and fragments[i + 1].starts_with_word):
            yield r"\b"
