"""How much of its matches a pattern spells out: what tells a strong pattern from a weak one."""

from collections.abc import Iterator

from cleaner.rules.patterns import syntax
from cleaner.text.scripts import letters

# Sets of characters that are no letters.
NOT_LETTERS = frozenset({r"\d", r"\s", r"\W"})
# What the copyright sign counts as, in letters: it says as much as a word.
COPYRIGHT = 9


def spelled(branches: syntax.Branches) -> float:
    """The letters that every match has literally. A Chinese, Japanese or Korean character counts as 2.5.

    >>> from cleaner.rules.patterns.parser import parse
    >>> spelled(parse("Share this (?:article|story)")), spelled(parse("See(?: also)?: .+"))
    (14, 3)
    """
    return min(sum(map(_spelled, branch)) for branch in branches)


def _spelled(part: syntax.Part) -> float:
    match part:
        case syntax.Words():
            return letters(part.text)
        case syntax.WordAlternatives():
            return min(map(letters, part.branches))
        case syntax.Character():
            return COPYRIGHT if part.char == "©" else letters(part.char)
        case syntax.Group():
            return 0 if part.looks_around else spelled(part.branches)
        case syntax.Repeat():
            return part.least * _spelled(part.body)
        case syntax.CharacterClass():
            return (
                0
                if part.negated
                else min(letters(m.char) if isinstance(m, syntax.Character) else 0 for m in part.members)
            )
    return 0


def closed(branches: syntax.Branches) -> syntax.Branches:
    r"""The alternatives of a pattern in which every word is spelled out, without optional parts that hold others.

    >>> from cleaner.rules.patterns.parser import parse
    >>> closed(parse(r"Read more(?: on .+)?|By \w+"))
    ((Words(text='Read more'),),)
    """
    return tuple(branch for branch in map(_closed, branches) if branch)


def _closed(branch: syntax.Branch) -> syntax.Branch:
    """The parts of an alternative; none if words that are not spelled out can be in every match."""
    parts: list[syntax.Part] = []
    for part in branch:
        inner = tuple(_closed_part(part))
        if not inner and not (isinstance(part, syntax.Repeat) and part.least == 0):
            return ()
        parts += inner
    return tuple(parts)


def _closed_part(part: syntax.Part) -> Iterator[syntax.Part]:
    """The part with its closed alternatives alone; nothing if it has none."""
    match part:
        case syntax.Group() if not part.looks_around:
            if branches := closed(part.branches):
                yield part._replace(branches=branches)
        case syntax.Repeat():
            for body in _closed_part(part.body):
                yield part._replace(body=body)
        case syntax.AnyCharacter():
            return
        case syntax.CharacterClass():
            if not (part.negated or any(map(_is_any_letter, part.members))):
                yield part
        case _:
            yield part


def _is_any_letter(member: syntax.ClassMember) -> bool:
    if isinstance(member, syntax.CharacterSet):
        return member.written not in NOT_LETTERS
    return isinstance(member, syntax.CharacterRange) and member.low.isalpha()
