"""The kinds of rule: how far a mark reaches beyond the line that matched."""

from collections.abc import Callable
from functools import cache
from itertools import islice

from cleaner.rules.match import Hit
from cleaner.rules.pattern import Pattern
from cleaner.rules.rule import Family, Kind, Rule
from cleaner.text import zones
from cleaner.text.document import Document, LineSpan
from cleaner.text.mark import Mark, Verb
from cleaner.text.scripts import ends_sentence
from cleaner.text.structure.block import BODIES, STRUCTURE

# Words. A rule of kind `after` or `before` that would take more takes nothing. Of 100 lists that packaged rules of the
# family rightly remove from texts and flattened pages of the write part, 97 have fewer. Limits of 500 to 1,000 words
# close 0.4 % less of the gap on flattened pages of the choose part, and save no word there. Families with few or no
# such rules have 150, chosen by hand.
MOST_WORDS = {
    Family.TICKER: 150,
    Family.RELATED: 1300,
    Family.SHARE: 150,
    Family.NEWSLETTER: 150,
    Family.COMMENTS: 900,
    Family.CONSENT: 150,
    Family.ADVERT: 150,
    Family.MEDIA: 150,
    Family.BYLINE: 900,
    Family.LEGAL: 150,
    Family.NAVIGATION: 700,
    Family.META: 2500,
    Family.REFERENCE: 150,
    Family.MAIL: 150,
    Family.BOOK: 150,
}
# The same rules take at most MOST_CORES times the words of the prose core, or FEW_WORDS: a text whose prose is so much
# shorter than what they would take may be a list, or clauses under headings. On the choose part, 4 keeps all 306 words
# of true text that were lost below a heading such as "Discussion". Together with MOST_WORDS it costs 0.2 % of the gap
# on flattened pages; 1.5 with limits of 300 to 500 words keeps no more, and costs 1 %.
MOST_CORES, FEW_WORDS = 4, 40


def mark_of(hit: Hit, document: Document) -> Mark | None:
    """The mark for a hit. None if a guard says no: what is beyond the line is too long, or no line ends a block.

    Raises `TimeoutError`.
    """
    rule, start, end, line_start, line_end = hit
    reach = REACHES.get(rule.kind)
    if reach is None:
        return Mark(start, end, rule.id, rule.verb, rule.reason, passes=STRUCTURE if rule.in_structure else BODIES)
    span = reach(document, document.line_at(line_start), rule)
    passes = STRUCTURE if rule.in_structure else ()
    return span and Mark(*span, rule.id, rule.verb, rule.reason, (line_start, line_end), passes)


def _after(document: Document, line: int, rule: Rule) -> tuple[int, int] | None:
    """The line and what follows it, up to the next run of prose or body, or to the heading of that.

    None if this looks like the body of the text.
    """
    if rule.over_prose:
        return (document.line(line).start, len(document.text)) if _has_sentence(document, 0, line) else None
    prose = document.prose
    stop = min(document.runs_after[line + 1], document.body_after(document.line(line).end))
    if stop < len(prose):
        last_two = list(islice((i for i in range(stop - 1, line, -1) if prose[i]), 2))
        if len(last_two) > 1 and prose[last_two[0]] == zones.NO_SENTENCE:
            stop = last_two[0]
    if _is_body(document, rule, line, stop):
        return None
    return document.line(line).start, document.line(stop - 1).end


def _before(document: Document, line: int, rule: Rule) -> tuple[int, int] | None:
    """The line and what precedes it, back to the last run of prose or body; None if it looks like body itself."""
    if rule.over_prose:
        below = _has_sentence(document, line + 1, len(document.texts))
        return (0, document.line(line).end) if below else None
    first = max(document.runs_before[line], document.body_before(document.line(line).start))
    if _is_body(document, rule, first, line + 1):
        return None
    return document.line(first).start, document.line(line).end


def _has_sentence(document: Document, first: int, end: int) -> bool:
    """Whether a line from `first` up to `end` ends as a sentence does: the text is more than the drop."""
    return any(ends_sentence(line.rstrip()) for line in document.texts[first:end])


def _is_body(document: Document, rule: Rule, first: int, end: int) -> bool:
    """Whether the lines from `first` up to `end` are more than a drop of this family takes beyond its own line."""
    words = document.words(first, end)
    if rule.verb is Verb.KEEP or words <= FEW_WORDS:
        return False
    core = document.core
    of_core = document.words(core.start, core.stop) if core else 0
    return words > min(MOST_WORDS[rule.family], MOST_CORES * of_core)


def _block(document: Document, line: int, rule: Rule) -> tuple[int, int] | None:
    """From the line through the first one that matches `end`; None if `max_lines` lines with text hold no such line."""
    ends = _end_patterns(rule)
    with_text = (each for each in range(line + 1, len(document.texts)) if document.texts[each].strip())
    for other in map(document.line, islice(with_text, rule.max_lines - 1)):
        if any(_matches(pattern, document, other) for pattern in ends):
            return document.line(line).start, other.end
    return None


def _matches(pattern: Pattern, document: Document, line: LineSpan) -> bool:
    return bool(pattern.spans(document.logical, *line))


@cache
def _end_patterns(rule: Rule) -> tuple[Pattern, ...]:
    return tuple(Pattern(rule, end) for end in rule.end)


REACHES: dict[Kind, Callable[[Document, int, Rule], tuple[int, int] | None]] = {
    Kind.AFTER: _after,
    Kind.BEFORE: _before,
    Kind.BLOCK: _block,
}
