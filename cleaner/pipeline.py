"""All stages in order: mark, judge, resolve, sew, render. From a document and its rules to a result."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import itemgetter

from cleaner.heuristics.judge import Judge
from cleaner.result import Removed, Result, Status, render, restore
from cleaner.rules.kinds import mark_of
from cleaner.rules.match import Matcher
from cleaner.sites import Site
from cleaner.text.document import Document
from cleaner.text.mark import Mark
from cleaner.text.resolve import effective, unite
from cleaner.text.scripts import CJK, ENDS
from cleaner.text.seams import sew
from cleaner.text.structure import TABLE, keeps

# Share of the prose core's words. A rule that removes more is more likely wrong than the prose. Chosen by hand.
SUSPICIOUS_SHARE = 0.3
# Share of the characters below which SUSPICIOUS_SHARE of the words cannot be reached, so that none need be counted.
HARMLESS_SHARE = 0.1
# The order of marks: start, end, rule.
BY_PLACE = itemgetter(0, 1, 2)


def run(
    document: Document,
    matchers: Sequence[Matcher],
    site: Site,
    disabled: Collection[str] = (),
    judge: Judge | None = None,
) -> Result:
    """Clean a document by the rules of the matchers that are not disabled, and by the judge if there is one."""
    marks, timed_out = _marks(document, matchers, disabled)
    structure = list(keeps(document.text))
    if judge:
        # Rules do not apply inside tables. The judge does: a converter may have laid out a menu as one.
        marks += judge.marks(document, [*marks, *(keep for keep in structure if keep.rule != TABLE)])
    marks += structure
    drops = effective(marks)
    spans = sew(document.text, unite([(m.rule, start, end) for m, left in drops for start, end in left]))
    removed = tuple([Removed(start, document.text[start:end], rules) for start, end, rules in spans])
    text = render(document.text, removed)
    if restore(text, removed) != document.text:
        raise AssertionError("undoing the result does not give the original: a bug, please report it with the document")
    took_effect = tuple(sorted(_took_effect((m for m, _ in drops), removed), key=BY_PLACE))
    problems = (*(f"rule {rule} ran out of time" for rule in sorted(timed_out)), *_greedy(document, removed))
    return Result(text, removed, _status(text, problems), took_effect, site, problems)


def _marks(
    document: Document, matchers: Sequence[Matcher], disabled: Collection[str]
) -> tuple[list[Mark], Collection[str]]:
    """The marks of the rules, each once, and the rules that ran out of time."""
    marks: dict[tuple[int, int, str], Mark] = {}
    timed_out: set[str] = set()
    for matcher in matchers:
        for hit in matcher.hits(document, timed_out):
            if hit.rule.id in disabled:
                continue
            try:
                mark = mark_of(hit, document)
            except TimeoutError:
                timed_out.add(hit.rule.id)
                continue
            if mark:
                marks[mark[:3]] = mark
    return list(marks.values()), timed_out


def _took_effect(drops: Iterable[Mark], removed: Sequence[Removed]) -> Iterator[Mark]:
    """The drops of which something was removed: a removal that would join two words does not happen."""
    ends = [piece.end for piece in removed]
    for mark in drops:
        i = bisect_right(ends, mark.start)
        while i < len(removed) and removed[i].start < mark.end:
            if mark.rule in removed[i].rules:
                yield mark
                break
            i += 1


def _status(text: str, problems: Sequence[str]) -> Status:
    if not text or text.isspace():
        return Status.EMPTY
    return Status.SUSPICIOUS if problems else Status.OK


def _greedy(document: Document, removed: Sequence[Removed]) -> list[str]:
    """One sentence for each rule that removed more than SUSPICIOUS_SHARE of the prose core's words."""
    size = sum(len(piece.text) for piece in removed)
    if not removed or size < HARMLESS_SHARE * _longest_paragraph(document.texts) or document.core_edges is None:
        return []
    first, last = document.core_edges
    inside = [
        (piece.rule_ids, piece.text[max(0, first - piece.start) : last - piece.start])
        for piece in removed
        if piece.start < last and piece.end > first
    ]
    if sum(len(text) for _, text in inside) < HARMLESS_SHARE * (last - first):
        return []
    taken: Counter[str] = Counter()
    for rules, text in inside:
        taken.update(dict.fromkeys(rules, _words(text)))
    whole = _words(document.text[first:last])
    return [
        f"rule {rule} removed {n / whole:.0%} of the prose"
        for rule, n in sorted(taken.items())
        if n > SUSPICIOUS_SHARE * whole
    ]


def _longest_paragraph(lines: Sequence[str]) -> int:
    longest = max(lines, key=len)
    if longest[-1:] in ENDS:
        return len(longest)
    return max([len(line) for line in lines if line[-1:] in ENDS], default=0)


def _words(text: str) -> int:
    """The number of words between white space; each Chinese character and kana counts as one more."""
    return len(text.split()) + (0 if text.isascii() else len(CJK.findall(text)))
