"""Lines that must recur in a document to be residue, such as the running heads of a printed book."""

import re
from collections import defaultdict
from collections.abc import Iterable

from cleaner.rules.match import Hit
from cleaner.text.document import Document

DIGITS = re.compile(r"\d+")


def recurring(hits: Iterable[Hit], document: Document) -> list[Hit]:
    """The hits, without those on lines that are rarer than their rule asks.

    Lines count as one that recurs if they are alike but for their digits, and differ in these: the number of a page
    does, a refrain has none.
    """
    hits = list(hits)
    if all(hit.rule.recurs == 1 for hit in hits):  # as of all rules but those for books
        return hits
    alike: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for hit in hits:
        alike[_shape(hit, document)].add(_line(hit, document))
    return [hit for hit in hits if len(alike[_shape(hit, document)]) >= hit.rule.recurs]


def _shape(hit: Hit, document: Document) -> tuple[str, str]:
    return hit.rule.id, DIGITS.sub("", _line(hit, document)).strip()


def _line(hit: Hit, document: Document) -> str:
    return document.logical[hit.line_start : hit.line_end].strip()
