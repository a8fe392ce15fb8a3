"""The lines that `cleaner learn` leaves for a person, each with its evidence and the rule that would take it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from cleaner.learning.answers import question_of
from cleaner.learning.drafts import drafts
from cleaner.learning.evidence_words import WHERE, counts, varies
from cleaner.learning.judgement import Judged
from cleaner.learning.patterns_of import pattern_of
from cleaner.learning.repeats import RepeatedLine
from cleaner.learning.site_learning import Lesson, RepeatKey, key_of
from cleaner.learning.written_rules import origin, rule_table, writable
from cleaner.report.learnt_json import left_data
from cleaner.rulefiles.learnt import FOLDER
from cleaner.sites import host_of

# Forms of a line that are shown, and other sites that have it; chosen by hand.
MOST_FORMS, MOST_SITES = 5, 10


class Candidate(NamedTuple):
    """A line to be decided on. `toml` is empty if no rule for this line alone can be written.

    `question` is what an answer is noted as. `origin` are the first lines of a file that was learnt from its site.
    """

    site: str
    line: str
    pattern: str
    question: str
    toml: str
    origin: str
    evidence: dict[str, Any]

    @property
    def host(self) -> str | None:
        """The host whose documents it is about; None if the site is but a folder or a container."""
        return self.site if host_of(self.site) == self.site else None

    def data(self) -> dict[str, Any]:
        """What the page shows of it."""
        return {"site": self.site, "host": self.host or "", **self.evidence}


def candidates(lessons: Sequence[Lesson]) -> Iterator[Candidate]:
    """All lines that were left, site by site; those in most documents first."""
    homes: defaultdict[RepeatKey, dict[str, None]] = defaultdict(dict)
    for lesson in lessons:
        for judged in (*lesson.left, *(each for draft in lesson.drafts for each in draft.evidence)):
            homes[key_of(judged)][lesson.site] = None
    for lesson in lessons:
        for judged in lesson.left:
            also = [site for site in homes[key_of(judged)] if site != lesson.site]
            yield _candidate(lesson, judged, also)


def _candidate(lesson: Lesson, judged: Judged, also: Sequence[str]) -> Candidate:
    written = [draft for draft in drafts([judged], lesson.outlines, f"{FOLDER}/{lesson.site}") if writable(draft.rule)]
    toml = "".join(f"{line}\n" for draft in written for line in rule_table(draft))
    evidence = left_data(judged) | {
        "counts": counts(judged),
        "places": _places(judged.repeat),
        "varies": varies(judged.repeat),
        "seen": judged.repeat.forms.most_common(MOST_FORMS),
        "also": also[:MOST_SITES],
        "also_more": len(also[MOST_SITES:]),
    }
    line = judged.repeat.witnesses[0].line
    asked = (line, pattern_of(judged.repeat), question_of(judged))
    return Candidate(lesson.site, *asked, toml, "\n".join(origin(lesson)), evidence)


def _places(repeat: RepeatedLine) -> list[tuple[str, int]]:
    return [(WHERE[stand], count) for stand, count in repeat.places.most_common()]
