"""Parts of a pattern in both dialects, and how they join: what of a pattern is worth giving to the filter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from cleaner.rules.patterns.classes import ANY_RE2, GAP, GAP_RE2, class_of, is_word, literal
from cleaner.rules.patterns.syntax import CharacterClass

# What a set of characters and a gap are worth beside one literal character.
SET_STRENGTH, GAP_STRENGTH = 0.25, 0.5
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# A head of so many literal characters at the start of a line is rare enough by itself; else a core of so many is.
STRONG_HEAD, STRONG_CORE = 2, 3
# All patterns at once are searched for by their first letters alone, so that the automaton stays a small tree.
SHORT = 8


class Screen(NamedTuple):
    """A stretch of a pattern for RE2: whether the match surely begins with it, and ends with it too.

    `short` is where it begins, if that is less. `full`, if there is one, is a longer stretch with gaps in it, with
    which the match surely begins; many of those in one automaton would multiply its states, so each is for itself.
    """

    written: str
    at_start: bool = False
    at_end: bool = False
    full: str = ""
    short: str = ""


class Dialects(NamedTuple):
    """One pattern for `regex`, and for RE2 the stretches of which every match has one."""

    exact: str
    screens: tuple[Screen, ...]


@dataclass(slots=True)
class Piece:
    """A part of a pattern.

    `head` is what it surely begins with, in RE2's dialect, and all of it if `whole`; `strength` is the least number
    of literal characters in it. `core` is the strongest stretch that it surely holds, with its strength; `full` is
    the head and, if that lies behind it, the core. `first_word` and `last_word` tell whether it surely begins and
    ends with an ASCII letter, digit or underscore, `narrow` whether it is a set of which a run ends soon.
    """

    exact: str
    head: str
    strength: float = 0
    whole: bool = True
    first_word: bool = False
    last_word: bool = False
    no_width: bool = False
    core: tuple[float, str] = (0, "")
    full: str = ""
    short: str = ""
    narrow: bool = False


def of_character(char: str) -> Piece:
    """One literal character."""
    exact, screen, _ = literal(char)
    word = is_word(char)
    return Piece(exact, screen, strength=1, first_word=word, last_word=word)


def of_class(node: CharacterClass) -> Piece:
    """A class of characters."""
    exact, screen, narrow = class_of(node)
    return Piece(exact, screen, strength=SET_STRENGTH if narrow else 0, narrow=narrow)


def of_words(words: str) -> Piece:
    """Words with single spaces between them."""
    strength = _strength(words)
    first, last = (char < "\x80" and char != " " for char in (words[0], words[-1]))
    short = _words_re2(words[:SHORT]) if len(words) > SHORT else ""
    return Piece(words.replace(" ", GAP), _words_re2(words), strength, first_word=first, last_word=last, short=short)


def of_alternative_words(branches: Sequence[str]) -> Piece:
    """A group of alternatives that are nothing but words: what `united` gives for them, in one step."""
    exact, head = "|".join(branches).replace(" ", GAP), "|".join(map(_words_re2, branches))
    shorts = dict.fromkeys(_words_re2(branch[:SHORT]) for branch in branches)
    return Piece(
        f"(?:{exact})",
        f"(?:{head})",
        min(map(_strength, branches)),
        first_word=all(branch[0] < "\x80" for branch in branches),
        last_word=all(branch[-1] < "\x80" and branch[-1] != " " for branch in branches),
        short=f"(?:{'|'.join(shorts)})" if max(map(len, branches)) > SHORT else "",
    )


def _strength(words: str) -> float:
    gaps = words.count(" ")
    return len(words) - gaps + gaps * GAP_STRENGTH


def _words_re2(words: str) -> str:
    if not words.isascii():
        words = BEYOND_ASCII.sub(lambda found: literal(found[0]).re2, words)
    return words.replace(" ", GAP_RE2)


def joined(pieces: Sequence[Piece]) -> Piece:
    """A sequence as one piece: its head ends with the first that is not whole."""
    if len(pieces) == 1:
        (piece,) = pieces
        if piece.no_width:
            return Piece(piece.exact, "", no_width=True)
        if piece.strength >= piece.core[0]:
            piece.core, piece.full = (piece.strength, piece.head), piece.head
        return piece
    cut = next((i + 1 for i, piece in enumerate(pieces) if not piece.whole), len(pieces))
    head, strength = "".join(_heads(pieces[:cut])), sum(piece.strength for piece in pieces[:cut])
    cores: list[tuple[float, str, str]] = [(strength, head, head)]
    if cut and pieces[cut - 1].full:
        cores.append((*pieces[cut - 1].core, "".join(_heads(pieces[: cut - 1])) + pieces[cut - 1].full))
    if cut < len(pieces):
        rest = joined(pieces[cut:])
        cores.append((*rest.core, f"{head}{ANY_RE2[:-1]}*{rest.core[1]}"))
    core_strength, core, full = max(cores, key=itemgetter(0))
    return Piece(
        "".join(piece.exact for piece in pieces),
        head,
        strength,
        all(piece.whole for piece in pieces),
        bool(pieces) and pieces[0].first_word,
        bool(pieces) and pieces[-1].last_word,
        core=(core_strength, core),
        full=full,
        short=_short(pieces[:cut]),
    )


def _short(heads: Sequence[Piece]) -> str:
    """The beginning of a sequence of heads, if that is less than all of it."""
    written, strength = "", 0.0
    for i, piece in enumerate(heads):
        strength += piece.strength
        if strength >= SHORT and (piece.short or i + 1 < len(heads)):
            return written + (piece.short or piece.head)
        written += "" if piece.no_width else piece.head
    return ""


def united(branches: Sequence[Piece]) -> Piece:
    """Alternatives as one piece."""
    return Piece(
        "|".join(b.exact for b in branches),
        f"(?:{'|'.join(b.head for b in branches)})",
        min(b.strength for b in branches),
        all(b.whole for b in branches),
        all(b.first_word for b in branches),
        all(b.last_word for b in branches),
        core=(min(b.core[0] for b in branches), f"(?:{'|'.join(b.core[1] for b in branches)})"),
        full=f"(?:{'|'.join(b.full for b in branches)})",
        short=f"(?:{'|'.join(b.short or b.head for b in branches)})" if any(b.short for b in branches) else "",
    )


def screen(branch: Piece) -> Screen:
    """The head of a branch, or its strongest stretch if that tells more."""
    if not branch.strength:
        return Screen(branch.core[1])
    if branch.whole:
        return Screen(branch.head, at_start=True, at_end=True, short=branch.short)
    if branch.strength < STRONG_HEAD and branch.core[0] >= STRONG_CORE:
        return Screen(branch.core[1], full=branch.full)
    return Screen(branch.head, at_start=True, full=branch.full, short=branch.short)


def _heads(pieces: Sequence[Piece]) -> Iterator[str]:
    r"""RE2's `\b` knows ASCII words only: it stays where a neighbour surely is an ASCII letter or digit."""
    for i, piece in enumerate(pieces):
        if not piece.no_width or piece.head != r"\b":
            yield piece.head
        elif (i and pieces[i - 1].last_word) or (i + 1 < len(pieces) and pieces[i + 1].first_word):
            yield r"\b"
