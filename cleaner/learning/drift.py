"""What has changed of a site since its rules were written: patterns that match no more, and what recurs now."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from cleaner.learning.judgement import Judged
from cleaner.learning.page_shape import PageOutline
from cleaner.learning.patterns_of import pattern_of
from cleaner.learning.repeats import RECURS
from cleaner.learning.sample import Kept
from cleaner.learning.site_learning import Lesson
from cleaner.pipeline import Options, run
from cleaner.rules.match import Matcher
from cleaner.rules.rule import Rule, RuleFile, Selectors
from cleaner.sites import UNKNOWN
from cleaner.text.document import Document
from cleaner.text.mark import Verb

# The evidence that stands above a pattern in a file that was learnt.
EVIDENCE = re.compile(r"# in ([\d,]+) of ([\d,]+) documents.*\n\s*'''(.+)'''")
# The same above a selector, or above the last part of one.
PAGE_EVIDENCE = re.compile(r"# on ([\d,]+) of ([\d,]+) pages.*\n\s*'(.+)'")
# The share of pages on which a selector is taken to find a text, if no comment says it; chosen by hand.
FINDS = 0.5
# The most likely that a pattern is in none of the documents although nothing has changed; chosen by hand.
CHANCE = 0.01


class Gone(NamedTuple):
    """A pattern that matches none of the documents, and the share of those that it was in."""

    rule: Rule
    pattern: str
    of: int
    share: float


class NotFound(NamedTuple):
    """A selector that finds no text on any of the pages, and the share of those on which it did."""

    selector: str
    of: int
    share: float


def shares(text: str) -> dict[str, float]:
    """The share of documents that each pattern and selector of a learnt file was in, as its comments say."""
    found = [*EVIDENCE.findall(text), *PAGE_EVIDENCE.findall(text)]
    return {pattern: int(count.replace(",", "")) / int(of.replace(",", "")) for count, of, pattern in found}


def not_found(html: Selectors, known: Mapping[str, float], pages: Sequence[PageOutline]) -> Iterator[NotFound]:
    """The selectors that find no text, and would not by chance."""
    found = {selector for page in pages for selector in page.found}
    for selector in (*html.content, *html.drop):
        share = known.get(selector, FINDS)
        if selector not in found and (1 - share) ** len(pages) < CHANCE:
            yield NotFound(selector, len(pages), share)


def gone(file: RuleFile, known: Mapping[str, float], documents: Sequence[Kept]) -> Iterator[Gone]:
    """The patterns that match none of the documents, and would not by chance.

    A pattern whose share is not known is taken for one of RECURS.
    """
    single = {
        f"{rule.id}:{number}": (rule, pattern)
        for rule in file.rules
        if rule.verb is Verb.DROP and rule.enabled
        for number, pattern in enumerate(rule.match)
    }
    if not single:
        return
    matcher = Matcher([replace(rule, id=key, match=(pattern,)) for key, (rule, pattern) in single.items()])
    found = {hit.rule.id for each in documents for hit in matcher.hits(Document(each.text), set())}
    for key, (rule, pattern) in single.items():
        share = known.get(pattern, RECURS)
        if key not in found and (1 - share) ** len(documents) < CHANCE:
            yield Gone(rule, pattern, len(documents), share)


def new(lesson: Lesson, files: Iterable[RuleFile], documents: Sequence[Kept]) -> Iterator[Judged]:
    """What was learnt now and no rule of the files removes from the documents that show it."""
    rules = [rule for file in files for rule in file.rules]
    has = {pattern for rule in rules for pattern in rule.match}
    matcher, texts = Matcher(rules), {each.name: each.text for each in documents}
    for draft in lesson.drafts:
        for judged in draft.evidence:
            witnesses = judged.repeat.witnesses
            if pattern_of(judged.repeat) not in has and any(
                each.line in _left(matcher, texts[each.name]) for each in witnesses
            ):
                yield judged


def _left(matcher: Matcher, text: str) -> str:
    return run(Document(text), [matcher], UNKNOWN, Options(apply_suspicious=True)).text
