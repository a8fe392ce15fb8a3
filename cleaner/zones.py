"""Where the prose is: found from letters and sentence ends alone, in any language."""

import re
from collections.abc import Sequence
from typing import NamedTuple

SENTENCE_END = re.compile(r"""[.!?…।؟۔։።។]["'”’»“)\]*_]*(?=\s|$)|[。！？]""")
FINAL, CLOSING = frozenset(".!?…؟"), " \"'”’»“)]*_"
# First bytes of all that UTF-8 writes in three bytes or more, but for general punctuation and signs (E2).
WIDE = bytes({*range(0xE0, 0xF5)} - {0xE2})
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
# A CJK character stands for about two and a half letters of an alphabet.
CJK_LETTERS = 2.5
# Below this many letters a sentence may as well be a teaser, a caption or a prompt.
SHORT = 80
# What a line without a sentence costs the core: a list of ten breaks it, a heading does not.
NO_SENTENCE = 60
# A run of prose is two paragraphs, or one of three sentences; a teaser sentence is not a run.
PARAGRAPH, RUN_SENTENCES, RUN_LETTERS = 60, 3, 250


class Prose(NamedTuple):
    """What one line holds: letters (as of an alphabet) and sentence ends."""

    letters: float
    sentences: int


BLANK, BRIEF = Prose(0, 0), Prose(1, 0)


def has_wide_script(data: bytes) -> bool:
    """Whether a text (as UTF-8) may hold Asian scripts, whose letters and sentence ends are counted one by one."""
    return len(data) != len(data.translate(None, WIDE))


def measure_all(lines: Sequence[str], *, wide: bool) -> list[Prose]:
    """`measure` of every line; most lines of most texts are too short to be worth a call."""
    short = int(PARAGRAPH / CJK_LETTERS) if wide else PARAGRAPH
    return [
        measure(line, wide=wide) if len(line) >= short else BRIEF if line and not line.isspace() else BLANK
        for line in lines
    ]


def measure(line: str, *, wide: bool = True) -> Prose:
    """Count letters and sentence ends of a line; a line too short for a paragraph is `BRIEF`, whatever it holds.

    Where no script is `wide`, ends within the line are looked for in their commonest forms only, and counted only
    where a run of prose may begin.

    >>> measure("It rained for a whole week in the upper valley, said the miller. Then it poured!")
    Prose(letters=65, sentences=2)
    """
    if len(line) < PARAGRAPH and (line.isascii() or len(line) < PARAGRAPH / CJK_LETTERS):
        return BRIEF if line and not line.isspace() else BLANK
    letters: float = len(line) - line.count(" ")
    if not letters:
        return BLANK
    if wide:
        letters += 0 if line.isascii() else (CJK_LETTERS - 1) * len(CJK.findall(line))
        return Prose(letters, len(SENTENCE_END.findall(line)))
    last = line.rstrip(CLOSING)[-1:] in FINAL
    if last and letters < RUN_LETTERS:
        return Prose(letters, 1)
    return Prose(letters, last + line.count(". ") + line.count("? ") + line.count("! ") + line.count(".” "))


def core(lines: Sequence[Prose]) -> range | None:
    """The lines from the first to the last of the prose: the heaviest run of lines.

    Maximum subsequence segmentation (Pasternack and Roth, 2009) over what each line adds: a paragraph its letters,
    anything else a cost. None where no line adds anything: a ticker, a list, a brief.
    """
    best = total = 0.0
    best_first = best_last = first = 0
    for i, (letters, sentences) in enumerate(lines):
        if total <= 0:
            total, first = 0.0, i
        if letters:
            total += letters - SHORT if sentences else -NO_SENTENCE
        if total > best:
            best, best_first, best_last = total, first, i
    return range(best_first, best_last + 1) if best else None


def runs_after(lines: Sequence[Prose]) -> list[int]:
    """For each line and the end: the first line from there on at which a run of prose begins, or the number of lines.

    Blank lines do not break a run.
    """
    runs = [len(lines)] * (len(lines) + 1)
    prose_follows = False
    for i in range(len(lines) - 1, -1, -1):
        letters, sentences = lines[i]
        is_prose = sentences > 0 and letters >= PARAGRAPH
        is_long = sentences >= RUN_SENTENCES and letters >= RUN_LETTERS
        runs[i] = i if is_prose and (prose_follows or is_long) else runs[i + 1]
        prose_follows = is_prose if letters else prose_follows
    return runs


def runs_before(lines: Sequence[Prose]) -> list[int]:
    """For each line and the end: the line past the last run of prose that ends above it, or 0."""
    return [len(lines) - run for run in reversed(runs_after(lines[::-1]))]
