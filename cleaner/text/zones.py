"""Where the prose is: found from letters and sentence ends alone, in any language."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from cleaner.text.scripts import ENDS, SENTENCE_END, STOPLESS, SYLLABLES, ends_sentence

# The commonest forms of a sentence end within a line, in scripts whose stops are those of Latin.
ENDS_WITHIN = (". ", "? ", "! ", ".” ")
# First bytes, in UTF-8, of all other scripts: U+0500 to U+07FF (Armenian, Hebrew, Arabic and others) and U+0800 on,
# but for general punctuation and signs (E2).
OTHER_SCRIPTS = bytes({*range(0xD4, 0xE0), *range(0xE0, 0xF5)} - {0xE2})
# A Chinese, Japanese or Korean character stands for about two and a half letters of an alphabet.
LETTERS_PER_SYLLABLE = 2.5
# Below this many letters a sentence may as well be a teaser, a caption or a prompt.
SHORT = 80
# What a line without a sentence adds to the core: ten list items in a row split it, one heading does not.
NO_SENTENCE = -60.0
BLANK = 0.0
# A run of prose is two paragraphs, or one of three sentences; a teaser sentence is not a run.
PARAGRAPH, RUN_SENTENCES, RUN_LETTERS = 60, 3, 250


class Where(StrEnum):
    """The zone in which the matching line must lie."""

    TOP = "top"
    BOTTOM = "bottom"
    ANYWHERE = "anywhere"


def has_other_script(data: bytes) -> bool:
    """Whether a text (as UTF-8) holds a script besides Latin, Greek and Cyrillic, which may have stops of its own."""
    return len(data) != len(data.translate(None, OTHER_SCRIPTS))


def measure_all(lines: Sequence[str], *, other_script: bool) -> list[float]:
    """`measure` of every line; most lines of most texts show at once what they are."""
    short = int(PARAGRAPH / LETTERS_PER_SYLLABLE) if other_script else PARAGRAPH
    prose = []
    for line in lines:
        if not line:
            prose.append(BLANK)
        elif len(line) < short:
            prose.append(BLANK if line.isspace() else NO_SENTENCE)
        elif line[-1] in ENDS and not other_script:
            prose.append(len(line) - line.count(" "))
        else:
            prose.append(measure(line, other_script=other_script))
    return prose


def measure(line: str, *, other_script: bool = True) -> float:
    """The letters (as of an alphabet) of a line that holds a sentence; else `NO_SENTENCE`, or `BLANK`.

    A line too short for a paragraph counts as one without a sentence, whatever it says. Where there is no
    `other_script`, sentence ends are looked for in their commonest forms only.

    >>> measure("It rained for a whole week in the upper valley, said the miller. Then it poured!")
    65.0
    """
    if not line or line.isspace():
        return BLANK
    syllables = 0 if not other_script or line.isascii() else len(SYLLABLES.findall(line))
    more = (LETTERS_PER_SYLLABLE - 1) * syllables
    if len(line) + more < PARAGRAPH or not _holds_sentence(line, other_script=other_script):
        return NO_SENTENCE
    return len(line) - line.count(" ") + more


def _holds_sentence(line: str, *, other_script: bool) -> bool:
    if line[-1] in ENDS:
        return True
    if other_script:
        return SENTENCE_END.search(line) is not None or _is_stopless(line)
    return ends_sentence(line) or any(map(line.__contains__, ENDS_WITHIN))


def _is_stopless(line: str) -> bool:
    """Whether most of a line is in a script that writes no stops."""
    return 2 * len(STOPLESS.findall(line)) > len(line)


def is_run(line: str, letters: float, *, other_script: bool) -> bool:
    """Whether a line of so many letters is a run of prose by itself."""
    if letters < RUN_LETTERS:
        return False
    if other_script:
        return len(SENTENCE_END.findall(line)) >= RUN_SENTENCES or _is_stopless(line)
    return ends_sentence(line) + sum(map(line.count, ENDS_WITHIN)) >= RUN_SENTENCES


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
