"""Where the prose is: found from letters and sentence ends alone, in any language."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from cleaner.text.scripts import ENDS, LETTERS_PER_SYLLABLE, SENTENCE_END, ends_sentence, is_stopless, length

# The commonest forms of a sentence end within a line, in scripts that use the stops of Latin.
ENDS_WITHIN = (". ", "? ", "! ", ".” ")
# Letters. Each sentence-bearing line adds its letters less SHORT to the prose core: a shorter one may be a teaser, a
# caption or a prompt. Chosen by hand.
SHORT = 80
# What a line without a sentence adds. Negative: ten list items in a row split the core, one heading does not.
NO_SENTENCE = -60.0
# What an empty line adds.
BLANK = 0.0
# A run of prose is two paragraphs in a row, each of PARAGRAPH letters, or one of RUN_LETTERS letters in RUN_SENTENCES
# sentences; a teaser is neither. Chosen by hand.
PARAGRAPH, RUN_SENTENCES, RUN_LETTERS = 60, 3, 250


class Where(StrEnum):
    """The zone in which the matching line must lie."""

    TOP = "top"
    BOTTOM = "bottom"
    OUTSIDE = "outside"  # top or bottom
    ANYWHERE = "anywhere"


def measure_all(lines: Sequence[str], *, other_script: bool) -> list[float]:
    """`measure` of every line. Without `other_script` only the commonest forms of sentence ends are searched for."""
    short = int(PARAGRAPH / LETTERS_PER_SYLLABLE) if other_script else PARAGRAPH
    prose = []
    for line in lines:
        if len(line) < short:
            prose.append(NO_SENTENCE if line.strip() else BLANK)
        elif other_script:
            prose.append(measure(line))
        elif ends_sentence(line) or any(map(line.__contains__, ENDS_WITHIN)):
            prose.append(len(line) - line.count(" "))
        else:
            prose.append(BLANK if line.isspace() else NO_SENTENCE)
    return prose


def measure(line: str) -> float:
    """The letters (of an alphabet) in a line that holds a sentence; otherwise `NO_SENTENCE` or `BLANK`.

    A line that is too short for a paragraph counts as one without a sentence.

    >>> measure("It rained for a whole week in the upper valley, said the miller. Then it poured!")
    65
    """
    if not line or line.isspace():
        return BLANK
    size = length(line)
    if size < PARAGRAPH or not (line[-1] in ENDS or SENTENCE_END.search(line) or is_stopless(line)):
        return NO_SENTENCE
    return size - line.count(" ")


def is_run(line: str, letters: float, *, other_script: bool) -> bool:
    """Whether a line with this many letters is a run of prose by itself."""
    if letters < RUN_LETTERS:
        return False
    if other_script:
        return len(SENTENCE_END.findall(line)) >= RUN_SENTENCES or is_stopless(line)
    return ends_sentence(line) + sum(map(line.count, ENDS_WITHIN)) >= RUN_SENTENCES


def core(prose: Sequence[float]) -> range | None:
    """Indices of the prose core: the run of lines with the largest sum of what each line adds.

    This is maximum subsequence segmentation (Pasternack and Roth, 2009): a paragraph adds its letters, any other line
    subtracts. None if no line adds anything, as in a ticker or a list.
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
    """For each line, and for the end: the next line at which a run of prose begins, or the number of lines.

    A run is two paragraphs with nothing but blank lines between them, or a line that `is_run` by itself.
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
    """For each line, and for the end: the line after the last run of prose that ends above it, or 0."""
    lines = len(prose)
    return [lines - run for run in reversed(runs_after(prose[::-1], lambda i: is_run(lines - 1 - i)))]
