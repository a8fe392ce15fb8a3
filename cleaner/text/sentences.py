r"""The sentences of a line, in any script.

A sentence ends at a stop that white space follows, at a wide stop wherever it stands, and at white space beside a
letter of a script that writes no stops, such as Thai, or no spaces within sentences, such as Chinese.
"""

import re
from collections.abc import Iterator

from cleaner.text.late import Late
from cleaner.text.scripts import KANA_AND_HAN, SENTENCE_END, SOUTH_EAST_ASIAN, has_unspaced

# Words before a full stop that do not end a sentence, in lower case: titles, Latin and legal abbreviations, months.
# Written by hand for the languages that rules are for. One letter is an initial, one or two digits an ordinal.
_ABBREVIATIONS = """
abs al apr art aug bd bzw ca cap cf co col corp d.h dec dept dez dipl dr dra e.g ed eds est etc feb fig
figs gen ggf gov hon hr hrsg i.e inc incl inkl jan jr lt ltd max mio mme mr mrd mrs ms mt nov nr no nos
núm obs oct okt p.m pp prof pt rep resp rev sen sep sept sgt sr sra st str tel u.a u.k u.s usw vgl vol vs
z.b г гг ул им проф тыс млн млрд руб стр т.е т.д т.п др см рис
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
# Letters that stand before the stop of none of them.
NO_ABBREVIATION = 1 + max(len(part) for each in ABBREVIATIONS for part in each.split("."))
# Digits of an ordinal or a day.
ORDINAL = 2
# The word before a full stop, and what may open before it.
LAST_WORD = re.compile(r"[^\s(\[{\"'“‘„«]*$")
# Characters that are looked back for it; no abbreviation is as long.
LONGEST_ABBREVIATION = 12
# White space beside these characters ends a part: no word of these scripts is followed by a space within a sentence.
_NO_SPACES = f"[{SOUTH_EAST_ASIAN}{KANA_AND_HAN}]"
_SPACED_ENDS = Late(rf"(?:{SENTENCE_END.pattern})\s*")
_ENDS = Late(rf"(?:{SENTENCE_END.pattern})\s*|(?<={_NO_SPACES})\s+|\s+(?={_NO_SPACES})")


def sentences(line: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a line, without the white space around it.

    >>> line = "Dr. J. R. Holm came at 9 a.m. on the 3. March. Did she? 雨だ。風だ。"
    >>> [line[start:end] for start, end in sentences(line)]
    ['Dr. J. R. Holm came at 9 a.m. on the 3. March.', 'Did she?', '雨だ。', '風だ。']
    """
    start = len(line) - len(line.lstrip())
    ends = _ENDS if has_unspaced(line) else _SPACED_ENDS
    for match in ends.finditer(line, start):
        end = match.end()
        if _goes_on(line, match.start(), end):
            continue
        stop = start + len(line[start:end].rstrip())
        if start < stop:
            yield start, stop
        start = end
    stop = len(line.rstrip())
    if start < stop:
        yield start, stop


def _goes_on(line: str, stop: int, after: int) -> bool:
    """Whether the sentence goes on after the stop: a small letter follows, or the stop is that of an abbreviation."""
    if line[after : after + 1].islower():
        return True
    if line[stop] != "." or (stop >= NO_ABBREVIATION and line[stop - NO_ABBREVIATION : stop].isalpha()):
        return False
    word = LAST_WORD.search(line, max(0, stop - LONGEST_ABBREVIATION), stop)
    before = word[0] if word else ""
    return (
        (len(before) == 1 and before.isupper())
        or (before.isdigit() and len(before) <= ORDINAL)
        or before.lower() in ABBREVIATIONS
    )
