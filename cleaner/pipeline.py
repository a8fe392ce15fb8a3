"""All stages in order: mark, judge, resolve, sew, render. From a document and its rules to a result."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaner.excess import Drops, Excess, greedy_heuristics, greedy_rules
from cleaner.heuristics.judge import Judge
from cleaner.result import Removed, Result, Status, is_original, render, status_of
from cleaner.rules.kinds import mark_of
from cleaner.rules.matchers import AnyMatcher
from cleaner.rules.recurrence import recurring
from cleaner.rules.rule import Family
from cleaner.sites import Site
from cleaner.text.citations import all_go
from cleaner.text.document import Document
from cleaner.text.languages import UNKNOWN_LANGUAGES, Languages
from cleaner.text.mark import BY_PLACE, Mark, Verb
from cleaner.text.resolve import effective, unite
from cleaner.text.seams import sew
from cleaner.text.structure.block import BODIES

NO_TEXT = "there is no text"


class Options(NamedTuple):
    """What a run may be given besides rules: ids of rules that do not run, and the judge of what rules leave.

    With `apply_suspicious`, what is more likely wrong than right is removed all the same. `languages` are those that
    the rules were chosen by.
    """

    disabled: Collection[str] = ()
    judge: Judge | None = None
    apply_suspicious: bool = False
    languages: Languages = UNKNOWN_LANGUAGES


NO_OPTIONS = Options()


class RuleMarks(NamedTuple):
    """The marks of the rules, each once; the families of the rules that marked; and the rules that ran out of time."""

    marks: Sequence[Mark]
    families: Mapping[str, Family]
    timed_out: Collection[str]


class Settled(NamedTuple):
    """The drops that are to take effect, the marks that are withheld, and what is wrong with these marks."""

    drops: Drops
    withheld: Sequence[Mark]
    excesses: Sequence[Excess]


def run(document: Document, matchers: Sequence[AnyMatcher], site: Site, options: Options = NO_OPTIONS) -> Result:
    """Clean a document by the rules of the matchers, and by the judge if there is one."""
    found = _marks(document, matchers, options.disabled)
    drops, withheld, excesses = _settled(document, found, options)
    spans = sew(document.text, unite([(m.rule, start, end) for m, left in drops for start, end in left]))
    removed = tuple([Removed(start, document.text[start:end], rules) for start, end, rules in spans])
    text = render(document.text, removed)
    if not is_original(document.text, text, removed):
        raise AssertionError("undoing the result does not give the original: a bug, please report it with the document")
    took_effect = tuple(sorted(_took_effect((_shown(m) for m, _ in drops), removed), key=BY_PLACE))
    problems = [f"rule {rule} ran out of time" for rule in sorted(found.timed_out)]
    problems += [excess.sentence(applied=options.apply_suspicious) for excess in excesses]
    status = status_of(text, problems)
    if status is Status.EMPTY:
        problems.append("all of the text was removed" if removed else NO_TEXT)
    in_order = tuple(sorted(map(_shown, withheld), key=BY_PLACE))
    return Result(text, removed, status, took_effect, site, tuple(problems), None, in_order, options.languages)


def _marks(document: Document, matchers: Sequence[AnyMatcher], disabled: Collection[str]) -> RuleMarks:
    marks: dict[tuple[int, int, str], Mark] = {}
    families: dict[str, Family] = {}
    timed_out: set[str] = set()
    for matcher in matchers:
        for hit in recurring(matcher.hits(document, timed_out), document):
            if hit.rule.id in disabled:
                continue
            try:
                mark = mark_of(hit, document)
            except TimeoutError:
                timed_out.add(hit.rule.id)
                continue
            if mark:
                marks[mark[:3]] = mark
                families[mark.rule] = hit.rule.family
    return RuleMarks(list(marks.values()), families, timed_out)


def _settled(document: Document, found: RuleMarks, options: Options) -> Settled:
    """What rules drop, and then the judge; what is more likely wrong than right is withheld, unless it is asked for."""
    citations = [mark for mark in found.marks if found.families[mark.rule] is Family.REFERENCE]
    marks = [mark for mark in found.marks if found.families[mark.rule] is not Family.REFERENCE]
    drops = _effective(marks, document)
    excesses = list(greedy_rules(document, drops, found.families))
    greedy = set() if options.apply_suspicious else {excess.taker for excess in excesses}
    withheld = [mark for mark, _ in drops if mark.rule in greedy]
    if withheld:
        drops = [drop for drop in drops if drop[0].rule not in greedy]
    if options.judge:
        marks = [mark for mark in marks if mark.rule not in greedy]
        judged = options.judge.marks(document, marks)
        by_judge = _effective([*judged, *(mark for mark in marks if mark.verb is Verb.KEEP)], document)
        too_much = list(greedy_heuristics(document, drops, by_judge, found.families))
        if too_much and not options.apply_suspicious:
            withheld += [mark for mark, _ in by_judge]
        else:
            drops = [*drops, *by_judge]
        excesses += too_much
    return Settled([*drops, *_citations(document, citations, drops)], withheld, excesses)


def _citations(document: Document, marks: Sequence[Mark], drops: Drops) -> Drops:
    """The drops of marks such as [1], which are one kind: all of them, or none if one must stay."""
    own = _effective(marks, document)
    gone = [span for _, spans in drops for span in spans]
    return own if own and all_go(document, [span for _, spans in own for span in spans], gone) else []


def _effective(marks: Collection[Mark], document: Document) -> Drops:
    """The drops that keeps and the structure leave something of. Only the structure that holds drops back is read."""
    drops = [mark for mark in marks if mark.verb is Verb.DROP]
    if not drops:
        return []
    heeds_bodies = not all(BODIES.issubset(mark.passes) for mark in drops)
    return effective([*marks, *(document.structure if heeds_bodies else document.signs)])


def _shown(mark: Mark) -> Mark:
    """A mark without what only resolving needs."""
    return Mark(*mark[:-1])  # all but `passes`


def _took_effect(drops: Iterable[Mark], removed: Sequence[Removed]) -> Iterator[Mark]:
    """The drops of which something was removed: a removal that would join two words does not happen."""
    ends = [start + len(text) for start, text, _ in removed]
    for mark in drops:
        i = bisect_right(ends, mark.start)
        while i < len(removed) and removed[i].start < mark.end:
            if mark.rule in removed[i].rules:
                yield mark
                break
            i += 1
