"""What was learnt, as JSON: for programs, and for the page on which a person decides on what was left."""

import json
from collections.abc import Iterable
from typing import Any

from cleaner.learning.evidence_words import place
from cleaner.learning.judgement import Judged
from cleaner.learning.patterns_of import pattern_of
from cleaner.learning.site_learning import Lesson


def as_json(lessons: Iterable[Lesson]) -> str:
    """One object for each site: rules with their patterns, selectors of pages, and the lines left for a person."""
    return json.dumps(as_data(lessons), indent=1, ensure_ascii=False)


def as_data(lessons: Iterable[Lesson]) -> list[dict[str, Any]]:
    """The same as what JSON can hold."""
    return [_lesson(lesson) for lesson in lessons]


def _lesson(lesson: Lesson) -> dict[str, Any]:
    return {
        "site": lesson.site,
        "documents": lesson.documents,
        "tried_on": lesson.tried_on,
        "too_few": lesson.too_few,
        "rules": [
            {
                "id": draft.rule.id,
                "family": draft.rule.family,
                "kind": draft.rule.kind,
                "where": draft.rule.where,
                "reason": draft.rule.reason,
                "patterns": [_judged(judged) for judged in draft.evidence],
            }
            for draft in lesson.drafts
        ],
        "html": {
            "content": [each._asdict() for each in lesson.selectors.content],
            "drop": [each._asdict() for each in lesson.selectors.drop],
        },
        "left": [left_data(judged) for judged in lesson.left],
    }


def left_data(judged: Judged) -> dict[str, Any]:
    """A line that was left for a person."""
    return _judged(judged) | {"why": judged.doubt, "elsewhere": judged.elsewhere}


def _judged(judged: Judged) -> dict[str, Any]:
    repeat = judged.repeat
    return {
        "pattern": pattern_of(repeat),
        "line": repeat.witnesses[0].line,
        "part": repeat.part,
        "documents": repeat.documents,
        "of": judged.of,
        "place": place(repeat),
        "forms": len(repeat.forms),
        "witnesses": [witness._asdict() for witness in repeat.witnesses],
    }
