"""What the patterns of drafts would take from documents that they were not learnt from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cleaner.learning.drafts import Draft
from cleaner.learning.judgement import Judged
from cleaner.learning.masks import masked, without_names
from cleaner.learning.outline import EDGES
from cleaner.learning.repeats import Portion
from cleaner.rules.match import Hit, Matcher
from cleaner.rules.rule import Rule
from cleaner.text.document import Document


class TriedPattern(NamedTuple):
    """One pattern of a draft as a rule of its own, its site, and the line that it is for."""

    site: str
    rule: Rule
    judged: Judged


def patterns_of(site: str, drafts: Iterable[Draft]) -> Iterator[TriedPattern]:
    """Each pattern of the drafts of a site."""
    for draft in drafts:
        for number, (pattern, judged) in enumerate(zip(draft.rule.match, draft.evidence, strict=True)):
            yield TriedPattern(site, replace(draft.rule, id=f"{draft.rule.id}:{number}", match=(pattern,)), judged)


class PatternTrial:
    """All patterns of some sites, compiled once."""

    def __init__(self, tried: Sequence[TriedPattern]) -> None:
        self._tried = {each.rule.id: each for each in tried}
        self._matcher = Matcher([each.rule for each in tried])

    def taken(self, text: str) -> Iterator[tuple[TriedPattern, str, bool]]:
        """What would go from a text: by which pattern, from which line, and whether that is of the article."""
        document = Document(text)
        for hit in self._matcher.hits(document, set()):
            yield self._tried[hit.rule.id], document.logical[hit.line_start : hit.line_end], _of_article(document, hit)


def _of_article(document: Document, hit: Hit) -> bool:
    line = document.line_at(hit.line_start)
    return document.prose[line] > 0 if document.core is None else line in document.core


def takes_other(tried: TriedPattern, line: str) -> bool:
    """Whether a line is another than those that the pattern is for."""
    if tried.judged.repeat.part is not Portion.LINE:
        return False
    key = masked(EDGES.sub("", line))
    return tried.judged.repeat.key not in {key, without_names(key)}
