"""Where the prose is: found from letters and sentence ends alone, in any language."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

SENTENCE_END = re.compile(r"""[.!?…।؟۔։።។]["'”’»“)\]*_]*(?=\s|$)|[。！？]""")
FINAL, CLOSING = frozenset(".!?…؟"), " \"'”’»“)]*_"
# The commonest forms of a sentence end within a line.
ENDS_WITHIN = (". ", "? ", "! ", ".” ")
# First bytes of all that UTF-8 writes in three bytes or more, but for general punctuation and signs (E2).
WIDE = bytes({*range(0xE0, 0xF5)} - {0xE2})
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
# A CJK character stands for about two and a half letters of an alphabet.
CJK_LETTERS = 2.5
# Below this many letters a sentence may as well be a teaser, a caption or a prompt.
SHORT = 80
# What a line without a sentence adds to the core: a list of ten breaks it, a heading does not.
NO_SENTENCE = -60.0
BLANK = 0.0
# A run of prose is two paragraphs, or one of three sentences; a teaser sentence is not a run.
PARAGRAPH, RUN_SENTENCES, RUN_LETTERS = 60, 3, 250


class Where(StrEnum):
    """The zone in which the matching line must lie."""

    TOP = "top"
    BOTTOM = "bottom"
    ANYWHERE = "anywhere"


def has_wide_script(data: bytes) -> bool:
    """Whether a text (as UTF-8) may hold Asian scripts, whose letters and sentence ends are counted one by one."""
    return len(data) != len(data.translate(None, WIDE))


def measure_all(lines: Sequence[str], *, wide: bool) -> list[float]:
    """`measure` of every line; most lines of most texts show at once what they are."""
    short = int(PARAGRAPH / CJK_LETTERS) if wide else PARAGRAPH
    prose = []
    for line in lines:
        if not line:
            prose.append(BLANK)
        elif len(line) < short:
            prose.append(BLANK if line.isspace() else NO_SENTENCE)
        elif line[-1] in FINAL and not wide:
            prose.append(len(line) - line.count(" "))
        else:
            prose.append(measure(line, wide=wide))
    return prose


def measure(line: str, *, wide: bool = True) -> float:
    """The letters (as of an alphabet) of a line that holds a sentence; else `NO_SENTENCE`, or `BLANK`.

    A line too short for a paragraph holds no sentence, whatever it says. Where no script is `wide`, sentence ends are
    looked for in their commonest forms only.

    >>> measure("It rained for a whole week in the upper valley, said the miller. Then it poured!")
    65.0
    """
    if not line or line.isspace():
        return BLANK
    if len(line) < PARAGRAPH and (line.isascii() or len(line) < PARAGRAPH / CJK_LETTERS):
        return NO_SENTENCE
    if not (line[-1] in FINAL or (SENTENCE_END.search(line) if wide else _speaks(line))):
        return NO_SENTENCE
    letters = float(len(line) - line.count(" "))
    return letters if not wide or line.isascii() else letters + (CJK_LETTERS - 1) * len(CJK.findall(line))


def _speaks(line: str) -> bool:
    return line.rstrip(CLOSING)[-1:] in FINAL or any(map(line.__contains__, ENDS_WITHIN))


def is_run(line: str, letters: float, *, wide: bool) -> bool:
    """Whether a line of so many letters is a run of prose by itself."""
    if letters < RUN_LETTERS:
        return False
    if wide:
        return len(SENTENCE_END.findall(line)) >= RUN_SENTENCES
    return (line.rstrip(CLOSING)[-1:] in FINAL) + sum(map(line.count, ENDS_WITHIN)) >= RUN_SENTENCES


def core(prose: Sequence[float]) -> range | None:
    """The lines from the first to the last of the prose: the heaviest run of lines.

    Maximum subsequence segmentation (Pasternack and Roth, 2009) over what each line adds: a paragraph its letters,
    anything else a cost. None where no line adds anything: a ticker, a list, a brief.
    """
    best = total = 0.0
    best_first = best_last = first = 0
    for i, letters in enumerate(prose):
        if total <= 0:
            total, first = 0.0, i
        if letters > 0:
            total += letters - SHORT
            if total > best:
                best, best_first, best_last = total, first, i
        else:
            total += letters
    return range(best_first, best_last + 1) if best else None


def runs_after(prose: Sequence[float], is_run: Callable[[int], bool]) -> list[int]:
    """For each line and the end: the first line from there on at which a run of prose begins, or the number of lines.

    A run is two paragraphs, with nothing but blank lines between them, or a line that `is_run` by itself.
    """
    run = len(prose)
    runs = [run]
    prose_follows = False
    for i in range(len(prose) - 1, -1, -1):
        if letters := prose[i]:
            is_prose = letters >= PARAGRAPH
            if is_prose and (prose_follows or is_run(i)):
                run = i
            prose_follows = is_prose
        runs.append(run)
    return runs[::-1]


def runs_before(prose: Sequence[float], is_run: Callable[[int], bool]) -> list[int]:
    """For each line and the end: the line past the last run of prose that ends above it, or 0."""
    lines = len(prose)
    return [lines - run for run in reversed(runs_after(prose[::-1], lambda i: is_run(lines - 1 - i)))]
