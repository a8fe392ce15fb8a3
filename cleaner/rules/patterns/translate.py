"""Translates patterns into the two dialects that match them: `regex` decides, RE2 prefilters.

The prefilter may match more than the pattern but never less, and hundreds of patterns must fit into one small
automaton. So RE2 gets only a required part of each pattern, which `prefilter` chooses, and no look-around, which RE2
does not have.
"""

from functools import cache

from cleaner.rules.patterns import classes, prefilter, syntax
from cleaner.rules.patterns.parser import parse
from cleaner.rules.patterns.prefilter import Dialects, Piece, joined, screen, united

# An RE2 program grows with the copies of a repeat. A hand-chosen limit: more than 3 copies filter hardly better.
MOST_COPIES = 3
# The deepest nesting of repeats for RE2. It refuses more than 1,000 copies, and 3 ** 6 = 729.
MOST_REPEATS_WITHIN = 5

# Translations from earlier runs; see `cleaner.rulefiles.cache`.
KNOWN: dict[str, Dialects] = {}


@cache
def translate(pattern: str) -> Dialects:
    r"""Translate a pattern of the rule language.

    >>> for screen in translate(r"\bads?(?! on)|.*newsletter").screens:
    ...     print(screen.written, screen.at_start, screen.at_end)
    \bad(?:s){0,1} True True
    newsletter False False

    Raises `PatternError` if the pattern is not in the rule language.
    """
    if known := KNOWN.get(pattern):
        return known
    branches = [_branch(branch) for branch in parse(pattern)]
    return Dialects("|".join(branch.exact for branch in branches), tuple(map(screen, branches)))


def _branch(branch: syntax.Branch) -> Piece:
    return joined([_part(part) for part in branch])


def _part(part: syntax.Part) -> Piece:
    match part:
        case syntax.Words():
            return prefilter.of_words(part.text)
        case syntax.Character():
            return prefilter.of_character(part.char)
        case syntax.Repeat():
            return _repeat(part)
        case syntax.WordAlternatives():
            return prefilter.of_alternative_words(part.branches)
        case syntax.Group():
            return _group(part)
        case syntax.CharacterClass():
            return prefilter.of_class(part)
        case syntax.AnyCharacter():
            return Piece(classes.ANY, classes.ANY_RE2)
        case syntax.Edge():
            return _edge(part)


def _edge(edge: syntax.Edge) -> Piece:
    if edge.written in classes.LINE_EDGES:
        return Piece(classes.LINE_EDGES[edge.written], "", no_width=True)
    return Piece(edge.written, r"\b" if edge.written == r"\b" else "", no_width=True)


def _group(group: syntax.Group) -> Piece:
    alternatives = united([_branch(branch) for branch in group.branches])
    exact = f"{group.opening}{alternatives.exact})"
    if group.looks_around:
        return Piece(exact, "", no_width=True)
    alternatives.exact = exact
    return alternatives


def _repeat(repeat: syntax.Repeat) -> Piece:
    piece, least, most = _part(repeat.body), repeat.least, repeat.most
    exact = f"(?:{piece.exact}){repeat.quantifier}"
    if piece.whole and most is not None and most <= MOST_COPIES and piece.head.count("{") < MOST_REPEATS_WITHIN:
        words = (piece.first_word and least > 0, piece.last_word and least > 0)
        return Piece(exact, f"(?:{piece.head}){{{least},{most}}}", piece.strength * least, True, *words)
    if piece.narrow:
        return Piece(exact, f"(?:{piece.head}){'+' if least else '*'}", piece.strength * (least > 0))
    if not least:
        return Piece(exact, "", whole=False)
    piece.exact, piece.head, piece.whole, piece.last_word = exact, f"(?:{piece.head})", False, False
    return piece
