"""Lines that recur, and go without rules of their own: no rule need be written for them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from cleaner.api import Cleaner
from cleaner.commands.gathering import Gathered, rule_files
from cleaner.commands.homes import hosts
from cleaner.learning.example_texts import shown_of
from cleaner.learning.judgement import Judged
from cleaner.learning.repeats import Witness
from cleaner.learning.site_learning import Lesson, RepeatKey, key_of
from cleaner.result import Result
from cleaner.rulefiles.learnt import FOLDER


def without_known(lessons: list[Lesson], gathered: Gathered) -> list[Lesson]:
    """The lessons, without what the packaged rules take from each of its witnesses, alone and with what else is learnt.

    Rules of a person do not count: what was learnt before may be among them.
    """
    known = _going(lessons, gathered, Cleaner())
    while True:
        shorter = [each.without_known(known[each.site], f"{FOLDER}/{each.site}") for each in lessons]
        going = _going(lessons, gathered, Cleaner(learnt=rule_files(shorter)))
        if all(known[site] <= going[site] for site in known):
            return shorter
        known = {site: keys & going[site] for site, keys in known.items()}


def _going(lessons: list[Lesson], gathered: Gathered, cleaner: Cleaner) -> dict[str, set[RepeatKey]]:
    """What of each site goes from all documents that show it."""
    return {lesson.site: set(_going_of(lesson, gathered, cleaner)) for lesson in lessons}


def _going_of(lesson: Lesson, gathered: Gathered, cleaner: Cleaner) -> Iterator[RepeatKey]:
    texts = {each.name: each for each in gathered.texts.of(lesson.site)}
    host = next(iter(hosts([lesson.site])), None)
    cleaned: dict[str, Result] = {}
    for judged in (*lesson.proposed, *lesson.left):
        for witness in judged.repeat.witnesses:
            if witness.name not in cleaned:
                cleaned[witness.name] = cleaner.clean(texts[witness.name].text, site=host)
        if all(_goes(judged, witness, cleaned[witness.name]) for witness in judged.repeat.witnesses):
            yield key_of(judged)


def _goes(judged: Judged, witness: Witness, result: Result) -> bool:
    """Whether all forms of what recurs go from a document, wherever it has them."""
    original = result.undo()
    shown = shown_of(replace(judged.repeat, witnesses=[witness])).split("\n")
    if not all(line in original for line in shown):
        return False
    lines = {*shown, *judged.repeat.forms}
    places = (found.span() for line in lines for found in re.finditer(re.escape(line), original))
    return all(_is_removed(*place, result) for place in places)


def _is_removed(start: int, end: int, result: Result) -> bool:
    return sum(max(0, min(end, piece.end) - max(start, piece.start)) for piece in result.removed) == end - start
