"""The report of `cleaner learn`, as a page and as data: what the rules that were learnt would remove."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cleaner.learning.evidence_words import counts, varies
from cleaner.learning.judgement import Judged
from cleaner.learning.repeats import Witness
from cleaner.learning.site_learning import Lesson
from cleaner.notebook import REPORT, marked
from cleaner.report.learnt_json import as_data
from cleaner.report.plural import counted
from cleaner.report.sheet import Chart, MarkedDocument, Measure, Sheet

# Lines of each pile that the page shows; the data has all. Chosen by hand.
MOST_SHOWN = 100


def learnt_sheet(lessons: Sequence[Lesson]) -> tuple[Sheet, dict[str, Any]]:
    """The page, and the data for a file of JSON."""
    proposed = [(lesson.site, judged) for lesson in lessons for draft in lesson.drafts for judged in draft.evidence]
    left = [(lesson.site, judged) for lesson in lessons for judged in lesson.left]
    facts = [
        ("sites", f"{len(lessons):,}"),
        ("documents", f"{sum(lesson.documents for lesson in lessons):,}"),
        ("rules", f"{sum(len(lesson.drafts) for lesson in lessons):,}"),
        ("patterns", f"{len(proposed):,}"),
        ("left for you to decide", f"{len(left):,}"),
    ]
    by_site = sorted(
        (
            Measure(s.site, len(s.patterns), f"{counted(len(s.patterns), 'pattern')} from {s.documents:,}")
            for s in lessons
        ),
        key=lambda measure: (-measure.length, measure.label),
    )
    charts = [Chart("Patterns, by site", "sites", [measure for measure in by_site if measure.length])]
    sheet = Sheet(
        "What the documents repeat",
        facts,
        charts,
        doubtful=[*_shown(left)][:MOST_SHOWN],
        samples=[*_shown(proposed)][:MOST_SHOWN],
        titles=("Left for you to decide", "What would be removed"),
    )
    return sheet, {"cleaner_report": 1, "lessons": as_data(lessons)}


def _shown(found: Iterable[tuple[str, Judged]]) -> Iterator[MarkedDocument]:
    """Each line with its evidence and its witnesses."""
    for site, judged in found:
        repeat = judged.repeat
        why = f"{judged.doubt}; " if judged.doubt else ""
        words = f"{why}{counts(judged)}, {varies(repeat)}; {site}"
        html = "".join(map(_witness, repeat.witnesses))
        yield MarkedDocument(repeat.witnesses[0].line[:MOST_SHOWN], words, html)


def _witness(witness: Witness) -> str:
    """HTML of the line as it is struck out between its neighbours."""
    above = f"{witness.name}\n\n{witness.above}\n"
    text = f"{above}{witness.line}\n{witness.below}"
    return marked(text, [(len(above), witness.line, ("learnt",))], (), REPORT)
