"""From what recurs and is residue to rules, each with its evidence and its examples."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cleaner.learning.example_texts import near_miss, shown_of, shows
from cleaner.learning.judgement import NEARLY_ALL, Judged
from cleaner.learning.kinds_of_residue import family_of
from cleaner.learning.outline import Outline, Stand
from cleaner.learning.patterns_of import pattern_of
from cleaner.learning.repeats import Portion, RepeatedLine
from cleaner.rules.rule import Family, Kind, Rule
from cleaner.text.zones import Where

KINDS = {Portion.LINE: Kind.LINE, Portion.BELOW: Kind.AFTER, Portion.ABOVE: Kind.BEFORE}
ZONES = {Stand.HEAD: Where.TOP, Stand.FOOT: Where.BOTTOM}
# The second half of a rule's name, and what its reason says.
PLACES = {
    (Portion.LINE, Where.TOP): ("above", "recurs above the texts of this site"),
    (Portion.LINE, Where.BOTTOM): ("below", "recurs below the texts of this site"),
    (Portion.LINE, Where.ANYWHERE): ("lines", "recurs in the texts of this site"),
    (Portion.BELOW, Where.BOTTOM): ("and-below", "heads what the texts of this site end with"),
    (Portion.ABOVE, Where.TOP): ("and-above", "ends what stands above the texts of this site"),
    (Portion.START, Where.ANYWHERE): ("at-start", "what the texts of this site begin with"),
    (Portion.END, Where.ANYWHERE): ("at-end", "what the texts of this site end with"),
    (Portion.MIDDLE, Where.ANYWHERE): ("between-gaps", "stands between gaps in the texts of this site"),
}


class Draft(NamedTuple):
    """A rule, and for each of its patterns the line that it is for."""

    rule: Rule
    evidence: tuple[Judged, ...]


def drafts(judged: Sequence[Judged], outlines: Sequence[Outline], file_id: str) -> Iterator[Draft]:
    """One rule for each family, place and part of lines; a pattern that fails its example is left out."""
    groups: defaultdict[tuple[Family, Portion, Where], list[Judged]] = defaultdict(list)
    for each in judged:
        groups[family_of(each.repeat.key), each.repeat.part, zone_of(each.repeat)].append(each)
    for (family, part, where), lines in sorted(groups.items()):
        name, reason = PLACES[part, where]
        bare = Rule(f"{file_id}/{family}-{name}", family, KINDS.get(part, Kind.PHRASE), (), reason, where)
        if draft := _drafted(bare, lines, outlines):
            yield draft


def zone_of(repeat: RepeatedLine) -> Where:
    """The zone in which nearly all occurrences stand."""
    zones = (zone for stand, zone in ZONES.items() if repeat.places[stand] >= NEARLY_ALL * repeat.occurrences)
    return next(zones, Where.ANYWHERE)


def _drafted(bare: Rule, lines: Iterable[Judged], outlines: Sequence[Outline]) -> Draft | None:
    fit: dict[str, Judged] = {}
    for each in lines:
        pattern = pattern_of(each.repeat)
        if pattern not in fit and _removes(replace(bare, match=(pattern,)), each.repeat):
            fit[pattern] = each
    if not fit:
        return None
    rule = replace(bare, match=tuple(fit))
    repeats = [each.repeat for each in fit.values()]
    miss = near_miss(rule, repeats, outlines)
    return Draft(replace(rule, examples=(*shows(rule, repeats), miss)), tuple(fit.values())) if miss else None


def _removes(rule: Rule, repeat: RepeatedLine) -> bool:
    """Whether the rule removes what recurs, and what is beyond it, from a text that holds it once."""
    [example] = shows(rule, [repeat])
    parts = shown_of(repeat).split("\n")
    return all(part in example.before and part not in example.after for part in parts)
