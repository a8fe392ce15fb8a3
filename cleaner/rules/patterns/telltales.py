"""Words without which no text matches a pattern, so that it need not be searched for it."""

import re
from collections.abc import Iterable

from cleaner.rules.patterns import syntax
from cleaner.rules.patterns.translation import Telltales

# Words with single spaces between them.
RUN = re.compile(r"[^\W_]+(?: [^\W_]+)*")


def telltales(branches: syntax.Branches) -> Telltales:
    """The words in a match of each alternative, if case is folded in both.

    >>> from cleaner.rules.patterns.parser import parse
    >>> telltales(parse("(?:Mehr|Alles)? zum Thema:?|Siehe.* (?:hier|dort)"))
    ((('zum thema',),), (('siehe',), ('dort', 'hier')))
    """
    return tuple(tuple(tuple(sorted(words)) for words in _of_branch(branch)) for branch in branches)


def _of_branch(branch: syntax.Branch) -> list[frozenset[str]]:
    """The sets of its parts; words and letters in a row are read as one."""
    found: list[frozenset[str]] = []
    text = ""
    for part in branch:
        if isinstance(part, syntax.Words | syntax.Character):
            text += part[0]
        else:
            found += [*_of_words(text), *_of_part(part)]
            text = ""
    return found + _of_words(text)


def _of_part(part: syntax.Part) -> list[frozenset[str]]:
    match part:
        case syntax.Words() | syntax.Character():
            return _of_branch((part,))
        case syntax.WordAlternatives():
            return _of_alternatives(map(_of_words, part.branches))
        case syntax.Group() if not part.looks_around:
            return _of_alternatives(map(_of_branch, part.branches))
        case syntax.Repeat() if part.least:
            return _of_part(part.body)
    return []


def _of_words(text: str) -> list[frozenset[str]]:
    return [frozenset({word}) for word in RUN.findall(text.casefold())]


def _of_alternatives(alternatives: Iterable[list[frozenset[str]]]) -> list[frozenset[str]]:
    """One set, with the rarest words of each alternative, as far as their length tells; none if one has no words."""
    rarest = [max(sets, key=lambda words: min(map(len, words)), default=frozenset[str]()) for sets in alternatives]
    return [frozenset[str]().union(*rarest)] if all(rarest) else []
