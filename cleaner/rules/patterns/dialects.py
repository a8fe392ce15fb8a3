"""Writes patterns in the two dialects that match them: `regex` decides, RE2 prefilters.

The prefilter may match more than the pattern but never less, and hundreds of patterns must fit into one small
automaton. So RE2 gets only a required part of each pattern, which `prefilter` chooses, and no look-around, which RE2
does not have.
"""

from collections.abc import Iterable
from dataclasses import replace

from cleaner.rules.patterns import classes, prefilter, syntax
from cleaner.rules.patterns.parser import parse
from cleaner.rules.patterns.prefilter import Fragment
from cleaner.rules.patterns.requirement import requirement
from cleaner.rules.patterns.strength import closed, spelled
from cleaner.rules.patterns.telltales import telltales
from cleaner.rules.patterns.translation import Translation

# An RE2 program grows with the copies of a repeat. A hand-chosen limit: more than 3 copies filter hardly better.
MOST_COPIES = 3
# A repeat is copied only if its part holds fewer repeats than this: RE2 refuses more than 1,000 copies, 3 ** 5 = 243.
MOST_REPEATS_WITHIN = 5


def translated(pattern: str) -> Translation:
    """The translation of a pattern of the rule language. Raises `PatternError` if it is none."""
    tree = parse(pattern)
    branches = [_branch(branch) for branch in tree]
    requirements = tuple(map(requirement, branches))
    closed_exact = _exact(map(_branch, closed(tree)))
    return Translation(_exact(branches), requirements, spelled(tree), closed_exact, telltales(tree))


def _exact(branches: Iterable[Fragment]) -> str:
    return "|".join(branch.exact for branch in branches)


def _branch(branch: syntax.Branch) -> Fragment:
    return prefilter.sequence([_part(part) for part in branch])


def _part(part: syntax.Part) -> Fragment:
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
            return Fragment(classes.ANY, classes.ANY_RE2)
        case syntax.Edge():
            return _edge(part)


def _edge(edge: syntax.Edge) -> Fragment:
    if edge.written in classes.LINE_EDGES:
        return Fragment(classes.LINE_EDGES[edge.written], "", no_width=True)
    return Fragment(edge.written, r"\b" if edge.written == r"\b" else "", no_width=True)


def _group(group: syntax.Group) -> Fragment:
    alternatives = prefilter.alternatives([_branch(branch) for branch in group.branches])
    exact = f"{group.opening}{alternatives.exact})"
    if group.looks_around:
        return Fragment(exact, "", no_width=True)
    return replace(alternatives, exact=exact)


def _repeat(repeat: syntax.Repeat) -> Fragment:
    fragment, least, most = _part(repeat.body), repeat.least, repeat.most
    exact = f"(?:{fragment.exact}){repeat.quantifier}"
    if fragment.whole and most is not None and most <= MOST_COPIES and fragment.prefix.count("{") < MOST_REPEATS_WITHIN:
        words = (fragment.starts_with_word and least > 0, fragment.ends_with_word and least > 0)
        return Fragment(exact, f"(?:{fragment.prefix}){{{least},{most}}}", fragment.selectivity * least, True, *words)
    if fragment.narrow:
        return Fragment(exact, f"(?:{fragment.prefix}){'+' if least else '*'}", fragment.selectivity * (least > 0))
    if not least:
        return Fragment(exact, "", whole=False)
    return replace(fragment, exact=exact, prefix=f"(?:{fragment.prefix})", whole=False, ends_with_word=False)
