"""Marks of references in a text, such as [1] and [citation needed]: one kind, of which all go or none."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from cleaner.text.document import Document
from cleaner.text.scripts import AFTER_STOP, ENDS
from cleaner.text.structure.block import CODE, LINK_DEFINITIONS

# Offsets of the start and the end of a stretch of a text.
Span = tuple[int, int]

NUMBER = re.compile(r"\[(\d{1,3})\]")
# What stands before the mark of a reference in a text that is written in sentences: a stop, or a comma and the like.
STOPS = ENDS | frozenset(AFTER_STOP) | frozenset(",;:)،；，、：")
# The word that a mark stands behind, and how many characters of it are read.
WORD, LONGEST_WORD = re.compile(r"[^\W\d_]{2,}$"), 40
# An entry of a list of references: its label, or the arrow back to the mark.
ENTRY = re.compile(
    r"\s*(?:[-*•+]\s+|\d{1,3}\.\s+)?(?:\[(?:\d{1,3}|\^[\w-]{1,12})\]|\^|↑|\d{1,3}\.?\s*[↑^]).*\w|.*↩\W*$"
)
# Titles of lists of references, in the commonest editions of Wikipedia.
LISTS = """
references; notes; notes and references; footnotes; endnotes; citations; sources; bibliography; works cited;
einzelnachweise; anmerkungen; fußnoten; quellen; literatur; references et notes; notes et références; références;
referencias; notas; notas y referencias; referências; notas e referências; bibliografia; bibliografía; note;
riferimenti; note e riferimenti; fonti; примечания; литература; сноски; источники; примітки; джерела; przypisy;
uwagi; referenties; noten; bronnen; voetnoten; bronnen, noten en/of referenties; referenser; noter; källor;
fotnoter; referanser; kilder; fodnoter; referencer; lähteet; viitteet; reference; poznámky; kaynakça; notlar;
jegyzetek; források; referințe; note de subsol; παραπομπές; σημειώσεις; πηγές; бележки; източници; izvori;
bilješke; referències; chú thích; tham khảo; referensi; rujukan; catatan kaki; marejeo;
脚注; 出典; 注釈; 参考文献; 參考文獻; 参考资料; 參考資料; 注释; 註釋; 각주; 참고 문헌; 참고문헌;
المراجع; مراجع; منابع; پانویس; הערות שוליים; حوالہ جات; อ้างอิง; सन्दर्भ; संदर्भ; তথ্যসূত্র
"""
TITLES = frozenset(title.strip().casefold() for title in LISTS.split(";"))


def all_go(document: Document, citations: Sequence[Span], gone: Sequence[Span]) -> bool:
    """Whether the marks of references in `citations` are all that there are, and point to nothing that stays.

    `gone` are the spans that are removed anyway. Numbers must rise from 1 and stand behind stops or different words:
    numbers of paragraphs and the indices of an array do not.
    """
    if any(_in_backticks(document, start) for start, _ in citations) or _keeps_list(document, gone):
        return False
    exempt = [*gone, *((mark.start, mark.end) for mark in document.signs if mark.rule in {CODE, LINK_DEFINITIONS})]
    exempted, cited = _Cover(exempt), _Cover(citations)
    numbers = [match for match in NUMBER.finditer(document.text) if not exempted.holds(match.span())]
    if not all(cited.holds(number.span()) for number in numbers):
        return False
    return not numbers or (_rise(int(n[1]) for n in numbers) and _stand_in_prose(document.text, citations))


def _rise(numbers: Iterable[int]) -> bool:
    """Whether the numbers begin with 1, and each that is new is higher than all before it."""
    seen = {0}
    for number in numbers:
        if number not in seen and number < max(seen):
            return False
        seen.add(number)
    return 1 in seen


def _stand_in_prose(text: str, citations: Sequence[Span]) -> bool:
    """Whether one stands behind a stop, or two behind different words: the same word before each is an array."""
    before = [text[max(0, start - LONGEST_WORD) : start] for start, _ in citations]
    words = {match[0] for words in before if (match := WORD.search(words))}
    return len(words) > 1 or any(words[-1:] in STOPS for words in before)


def _in_backticks(document: Document, offset: int) -> bool:
    """Whether the offset lies in inline code: behind an odd number of backticks of its line."""
    line = document.line(document.line_at(offset))
    return document.text.count("`", line.start, offset) % 2 == 1


def _keeps_list(document: Document, gone: Sequence[Span]) -> bool:
    """Whether a list of references stays: an entry of one, or its title."""
    return any(ENTRY.match(line) or _title(line) in TITLES for line in _left(document, gone))


def _title(line: str) -> str:
    """The words of a line that is a title, without Markdown marks and what is in brackets behind them."""
    return line.partition("[")[0].strip(" #*_:=").casefold()


def _left(document: Document, gone: Sequence[Span]) -> Iterator[str]:
    """The logical lines of which something stays."""
    cover = _Cover(gone)
    lines = zip(document.texts, document.lines, strict=True)
    return (text for text, line in lines if text and not cover.holds((line.start, line.end)))


class _Cover:
    """Spans, of which one may hold another span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max, initial=-1))

    def holds(self, span: Span) -> bool:
        """Whether the span lies within one of the spans: of those that begin before it, one ends after it."""
        return self._ends[bisect_right(self._starts, span[0])] >= span[1]
