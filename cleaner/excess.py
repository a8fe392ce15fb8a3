"""Which drops would remove more of a text than residue ever is: they are more likely wrong than right."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaner.rules.rule import OPT_IN, Family
from cleaner.text.citations import Span
from cleaner.text.document import Document
from cleaner.text.mark import Mark

# What the heuristics are called where they count as one; a glob of their ids.
HEURISTICS = "heuristic/*"
# Words. Of a shorter text, one rule may remove any share: it may be a cookie notice or a link and nothing else. The
# longest of the choose part that one rule rightly removes has 35 words.
LEAST_WORDS = 50
# Share of the text's words that one rule may remove, and the heuristics together, by the number of other families whose
# rules drop something: 0, 1, or more. A flattened page holds furniture of many families, an article of none or one. On
# the choose part one rule rightly removes up to 0.37 beside none or one. For the heuristics, 0.04, 0.45 and 0.95 lose
# 0.011 of F1 of flattened pages, 0.9, 0.95 and 0.97 gain 0.0006; no text without boilerplate loses words either way.
MOST_BY_RULE = (0.4, 0.5, 0.75)
MOST_BY_HEURISTICS = (0.45, 0.9, 0.95)
# Words that one rule may remove, by the same number, if it reaches beyond the line that matched. On the write and the
# choose part, 139 of 141 such rules rightly remove up to 260 beside no other family, and two 474 and 487; beside one
# other family all but a list of addresses remove up to 627.
MOST_REACHED = (300, 650, math.inf)
# Share of the text's words. If rules and heuristics together leave less, the heuristics remove nothing. Flattened pages
# of the choose part keep 0.021 or more.
LEAST_LEFT = 0.02
# Share of the text's characters, and characters. Drops of less than both reach no limit, so that no words need be
# counted. Chosen by hand.
HARMLESS_SHARE, HARMLESS = 0.03, 1000

# Drops, each with the spans that keeps leave of it.
Drops = Sequence[tuple[Mark, Sequence[Span]]]


class Excess(NamedTuple):
    """A rule, or `HEURISTICS`, and what is wrong: the share of the text's words that it removes, or that is left."""

    taker: str
    share: float
    is_left: bool = False

    def sentence(self, *, applied: bool) -> str:
        """What is wrong, for people.

        >>> Excess("common/en/tags", 0.714).sentence(applied=False)
        'common/en/tags would remove 71 % of the text; withheld'
        >>> Excess("heuristic/*", 0.01, True).sentence(applied=True)
        'heuristic/* left 1 % of the text'
        """
        would, did = ("leave", "left") if self.is_left else ("remove", "removed")
        share = f"{100 * self.share:.0f} % of the text"
        return f"{self.taker} {did} {share}" if applied else f"{self.taker} would {would} {share}; withheld"


def greedy_rules(document: Document, drops: Drops, families: Mapping[str, Family]) -> Iterator[Excess]:
    """The rules that would remove too much, in the order of their ids; `families` has the family of each rule.

    Rules of opt-in families remove what was asked for, which is most of many a mail.
    """
    words = _words_if_many(document, drops)
    if not words:
        return
    spans: dict[str, list[Span]] = {}
    for mark, left in drops:
        spans.setdefault(mark.rule, []).extend(left)
    reaching = {mark.rule for mark, _ in drops if mark.trigger}
    for rule, of_rule in sorted(spans.items()):
        if families[rule] in OPT_IN:
            continue
        others = {families[other] for other in spans} - {families[rule]}
        most = _limit(MOST_BY_RULE, others) * words
        if rule in reaching:
            most = min(most, _limit(MOST_REACHED, others))
        characters = sum([end - start + 1 for start, end in of_rule])
        if characters <= 2 * most and not document.has_other_script:  # a word and a space have two or more
            continue
        if (count := _words_begun(document, of_rule)) > most:
            yield Excess(rule, count / words)


def greedy_heuristics(
    document: Document, drops: Drops, judged: Drops, families: Mapping[str, Family]
) -> Iterator[Excess]:
    """Whether the heuristics would remove too much, besides the `drops` of rules: one excess, or none."""
    words = _words_if_many(document, judged)
    if not words:
        return
    taken = [span for _, spans in judged for span in spans]
    share = _words_begun(document, taken) / words
    if share > _limit(MOST_BY_HEURISTICS, {families[mark.rule] for mark, _ in drops}):
        yield Excess(HEURISTICS, share)
        return
    left = 1 - _words_begun(document, [*taken, *(span for _, spans in drops for span in spans)]) / words
    if left < LEAST_LEFT:
        yield Excess(HEURISTICS, left, is_left=True)


def _words_if_many(document: Document, drops: Drops) -> int:
    """The words of the text; 0 if they are few, or the drops so small that no limit is reached."""
    size = sum([end - start for _, spans in drops for start, end in spans])
    words = document.word_count if size >= min(HARMLESS_SHARE * len(document.text), HARMLESS) else 0
    return words if words >= LEAST_WORDS else 0


def _words_begun(document: Document, spans: Iterable[Span]) -> int:
    """The words that begin in spans, which may overlap.

    >>> _words_begun(Document("See [the boat](https://example.com)."), [(13, 36)])
    0
    """
    words = reached = 0
    for start, end in sorted(spans):
        if end > reached:
            words += document.words_begun(max(start, reached), end)
            reached = end
    return words


def _limit(limits: Sequence[float], families: Collection[Family]) -> float:
    return limits[min(len(families), len(limits) - 1)]
