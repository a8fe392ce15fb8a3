"""What the patterns of drafts would take from documents that they were not learnt from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cleaner.learning.drafts import Draft
from cleaner.learning.judgement import Judged
from cleaner.learning.masks import NAME, masked, without_names
from cleaner.learning.outline import EDGES
from cleaner.rules.kinds import mark_of
from cleaner.rules.match import Hit, Matcher
from cleaner.rules.rule import Kind, Rule
from cleaner.text.document import Document
from cleaner.text.mark import Mark
from cleaner.text.zones import Where


class TriedPattern(NamedTuple):
    """One pattern of a draft as a rule of its own, its site, and the line that it is for."""

    site: str
    rule: Rule
    judged: Judged


class WouldGo(NamedTuple):
    """A line from which something would go, by which patterns, all alike, and whether it is of the article.

    `prose` says whether prose beyond it would go too.
    """

    by: Sequence[TriedPattern]
    line: str
    of_article: bool
    prose: bool = False


def patterns_of(site: str, drafts: Iterable[Draft]) -> Iterator[TriedPattern]:
    """Each pattern of the drafts of a site."""
    for draft in drafts:
        for number, (pattern, judged) in enumerate(zip(draft.rule.match, draft.evidence, strict=True)):
            yield TriedPattern(site, replace(draft.rule, id=f"{draft.rule.id}:{number}", match=(pattern,)), judged)


class PatternTrial:
    """All patterns of some sites, compiled once; what several sites have is matched once."""

    def __init__(self, tried: Sequence[TriedPattern]) -> None:
        self._known = {each.repeat.key for pattern in tried for each in pattern.judged.instead}
        alike: defaultdict[tuple[Kind, Where, str], list[TriedPattern]] = defaultdict(list)
        for each in tried:
            alike[each.rule.kind, each.rule.where, each.rule.match[0]].append(each)
        self._alike = {group[0].rule.id: group for group in alike.values()}
        self._matcher = Matcher([group[0].rule for group in alike.values()])

    def taken(self, text: str) -> Iterator[WouldGo]:
        """What would go from a text."""
        document = Document(text)
        for hit in self._matcher.hits(document, set()):
            line, mark = document.logical[hit.line_start : hit.line_end], mark_of(hit, document)
            if mark:
                alike = self._alike[hit.rule.id]
                yield WouldGo(alike, line, _of_article(document, hit), self._takes_prose(document, hit, mark))

    def _takes_prose(self, document: Document, hit: Hit, mark: Mark) -> bool:
        """Whether prose that is not known to recur would go with the line."""
        lines = range(document.line_at(mark.start), document.line_at(mark.end) + 1)
        own = document.line_at(hit.line_start)
        prose = (document.texts[line] for line in lines if line != own and document.prose[line] > 0)
        return any(self._known.isdisjoint(keys_of(line)) for line in prose)


def _of_article(document: Document, hit: Hit) -> bool:
    line = document.line_at(hit.line_start)
    return document.prose[line] > 0 if document.core is None else line in document.core


def takes_other(tried: TriedPattern, line: str) -> bool:
    """Whether a line is another than those that the pattern is for."""
    repeat = tried.judged.repeat
    is_for_all = not repeat.part.is_whole_line or repeat.key.startswith(NAME)
    return not is_for_all and repeat.key not in keys_of(line)


def keys_of(line: str) -> set[str]:
    """What may be the key of a line that recurs: masked, and also without names."""
    key = masked(EDGES.sub("", line))
    return {key, without_names(key)}
