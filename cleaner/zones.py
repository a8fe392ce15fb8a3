"""Where the prose is: found from letters and sentence ends alone, in any language."""

import re
from collections.abc import Sequence
from typing import NamedTuple

SENTENCE_END = re.compile(r"""[.!?…]["'”’»“)\]*_]*(?=\s|$)|[。！？]""")
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
# A CJK character stands for about two and a half letters of an alphabet.
CJK_LETTERS = 2.5
# Below this many letters a sentence may as well be a teaser, a caption or a prompt.
SHORT = 100
# What a line without a sentence costs the core: a list of ten breaks it, a heading does not.
NO_SENTENCE = 60
# A run of prose is two paragraphs, or one of three sentences; a teaser sentence is not a run.
PARAGRAPH, RUN_SENTENCES, RUN_LETTERS = 60, 3, 250


class Prose(NamedTuple):
    """What one line holds: letters (as of an alphabet) and sentence ends."""

    letters: float
    sentences: int

    @property
    def weight(self) -> float:
        """What the line adds to the core: a paragraph its letters, anything else a cost."""
        if not self.letters:
            return 0
        return self.letters - SHORT if self.sentences else -NO_SENTENCE


def measure(line: str) -> Prose:
    """Count letters and sentence ends of a line.

    >>> measure("It rained. It poured!")
    Prose(letters=18, sentences=2)
    """
    letters: float = len(line) - line.count(" ")
    if not line.isascii():
        letters += (CJK_LETTERS - 1) * len(CJK.findall(line))
    return Prose(letters, len(SENTENCE_END.findall(line)))


def core(lines: Sequence[Prose]) -> range | None:
    """The lines from the first to the last of the prose: the heaviest run of lines.

    Maximum subsequence segmentation (Pasternack and Roth, 2009) over `Prose.weight`. None where
    no line weighs anything: a ticker, a list, a brief.
    """
    best, best_range, total, first = 0.0, None, 0.0, 0
    for i, line in enumerate(lines):
        if total <= 0:
            total, first = 0.0, i
        total += line.weight
        if total > best:
            best, best_range = total, range(first, i + 1)
    return best_range


def next_run(lines: Sequence[Prose], after: int) -> int | None:
    """Index of the first line past `after` at which a run of prose begins; blank lines do not break a run."""
    return _run(lines, range(after + 1, len(lines)))


def run_before(lines: Sequence[Prose], before: int) -> int | None:
    """Index of the last line ahead of `before` at which a run of prose ends."""
    return _run(lines, range(before - 1, -1, -1))


def _run(lines: Sequence[Prose], order: range) -> int | None:
    """The first line, in this order, of the first run of prose."""
    first: int | None = None
    for i in order:
        line = lines[i]
        if not line.letters:
            continue
        if not line.sentences or line.letters < PARAGRAPH:
            first = None
        elif first is not None:
            return first
        elif line.sentences >= RUN_SENTENCES and line.letters >= RUN_LETTERS:
            return i
        else:
            first = i
    return None
