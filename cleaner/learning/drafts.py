"""From lines that are residue to rules, each with its evidence and its examples."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cleaner.learning.judgement import NEARLY_ALL, Judged
from cleaner.learning.kinds_of_residue import family_of
from cleaner.learning.outline import Outline, Stand
from cleaner.learning.patterns_of import pattern_of
from cleaner.learning.repeats import RepeatedLine
from cleaner.pipeline import Options, run
from cleaner.rules.match import Matcher
from cleaner.rules.parse import expand
from cleaner.rules.rule import Example, Family, Kind, Rule
from cleaner.sites import UNKNOWN
from cleaner.text.document import Document
from cleaner.text.zones import Where

ZONES = {Stand.HEAD: Where.TOP, Stand.FOOT: Where.BOTTOM}
NAMES = {Where.TOP: "above", Where.BOTTOM: "below", Where.ANYWHERE: "anywhere"}
WORDS = {Where.TOP: "above", Where.BOTTOM: "below", Where.ANYWHERE: "in"}
# What a made-up near miss says after the words of a line.
GOES_ON = " was all that the old sign said, and nobody in the town knew why it had been put up there."


class Draft(NamedTuple):
    """A rule, and for each of its patterns the line that it is for."""

    rule: Rule
    evidence: tuple[Judged, ...]


def drafts(judged: Sequence[Judged], outlines: Sequence[Outline], file_id: str) -> Iterator[Draft]:
    """One rule of kind `line` for each family and zone; what fails its examples is left out."""
    groups: defaultdict[tuple[Family, Where], list[Judged]] = defaultdict(list)
    for each in judged:
        groups[family_of(each.repeat.key), zone_of(each.repeat)].append(each)
    for (family, where), lines in sorted(groups.items()):
        reason = f"recurs {WORDS[where]} the documents of this site"
        bare = Rule(f"{file_id}/{family}-{NAMES[where]}", family, Kind.LINE, (), reason, where)
        if draft := _drafted(bare, lines, outlines):
            yield draft


def zone_of(repeat: RepeatedLine) -> Where:
    """The zone in which nearly all occurrences stand."""
    for place, zone in ZONES.items():
        if repeat.places[place] >= NEARLY_ALL * repeat.occurrences:
            return zone
    return Where.ANYWHERE


def _drafted(bare: Rule, lines: Iterable[Judged], outlines: Sequence[Outline]) -> Draft | None:
    fit: dict[str, Judged] = {}
    for each in lines:
        pattern = pattern_of(each.repeat.key, each.repeat.forms)
        if pattern not in fit and _removes(replace(bare, match=(pattern,)), each.repeat):
            fit[pattern] = each
    if not fit:
        return None
    rule = replace(bare, match=tuple(fit))
    shown = _example(rule, [each.repeat.witnesses[0].line for each in fit.values()])
    miss = next(_near_misses(rule, list(fit.values()), outlines), None)
    return Draft(replace(rule, examples=(shown, miss)), tuple(fit.values())) if miss else None


def _removes(rule: Rule, repeat: RepeatedLine) -> bool:
    """Whether the rule removes nothing but the line from a text with it."""
    example = _example(rule, [repeat.witnesses[0].line])
    return example.after == expand(_frame(rule.where, ""))


def _example(rule: Rule, lines: Sequence[str]) -> Example:
    before = expand(_frame(rule.where, "\n".join(lines)))
    return Example(before, _cleaned(rule, before))


def _frame(where: Where, lines: str) -> str:
    if not lines:
        return "<prose>"
    return f"{lines}\n\n<prose>" if where is Where.TOP else f"<prose>\n\n{lines}"


def _near_misses(rule: Rule, lines: Sequence[Judged], outlines: Sequence[Outline]) -> Iterator[Example]:
    """Texts that begin as a line of the rule does, and stay: from the documents, or else made up."""
    for each in lines:
        first = each.repeat.witnesses[0].line.split()[0]
        for text in _beginning_with(first, outlines):
            yield from _staying(rule, text)
    for each in lines:
        yield from _staying(rule, each.repeat.witnesses[0].line + GOES_ON)


def _beginning_with(word: str, outlines: Iterable[Outline]) -> Iterator[str]:
    """The prose of the documents that begins with a word; at most one line of each document."""
    for outline in outlines:
        found = next((line.text for line in outline.lines if line.prose and line.text.split()[0] == word), None)
        if found:
            yield found


def _staying(rule: Rule, line: str) -> Iterator[Example]:
    text = expand(_frame(rule.where, line))
    if _cleaned(rule, text) == text:
        yield Example(text, text)


def _cleaned(rule: Rule, text: str) -> str:
    return run(Document(text), [Matcher([rule])], UNKNOWN, Options(apply_suspicious=True)).text
