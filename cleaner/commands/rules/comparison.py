"""`cleaner rules try` for one document: what goes with a rule file beyond what goes without it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from cleaner.commands.reader import DocumentReader
from cleaner.corpus.source import Source
from cleaner.report.outcomes import Taking, Tried
from cleaner.result import Removed, Result
from cleaner.text.lines import LINE, LineIndex
from cleaner.text.seams import SEAM

# What stands for rules where the selectors of [html] gave another text.
SELECTORS = "[html]"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The work of `cleaner rules try`."""

    without: DocumentReader
    reader: DocumentReader

    def prepare(self) -> None:
        self.without.prepare()
        self.reader.prepare()

    def __call__(self, source: Source) -> Tried:
        was, now = self.without.read(source), self.reader.read(source)
        if was[0].text == now[0].text:
            takings = list(_beyond(now[0].text, now[1], was[1]))
            spared = sum(len(piece.text.strip()) for piece in _minus(was[1].removed, now[1].removed))
        else:
            takings, spared = _other_text(was[1].text, now[1].text)
        file = self.reader.cleaner.site_file(now[1].site)
        return Tried(
            tuple(takings),
            spared,
            now[1].extraction.taken if now[1].extraction else (),
            tuple(problem for problem in now[1].problems if problem not in was[1].problems),
            file.id if file else "",
        )


def _beyond(text: str, now: Result, was: Result) -> Iterator[Taking]:
    lines = [line.rstrip("\r\n") for line in LINE.findall(text)]
    index = LineIndex(text)
    for piece in _minus(now.removed, was.removed):
        start = piece.start + len(piece.text) - len(piece.text.lstrip())
        taken = piece.text.strip()
        first, last = index.line_at(start), index.line_at(start + len(taken) - 1)
        end = index.starts[last] + len(lines[last])
        shown = f"{text[index.starts[first] : start]}[-{taken}-]{text[start + len(taken) : end]}"
        yield Taking(first + 1, piece.rules, shown, *_around(lines, first, last + 1))


def _minus(removed: Iterable[Removed], others: Iterable[Removed]) -> Iterator[Removed]:
    """The stretches of `removed` that none of the others covers, white space alone left out; one for each run."""
    covered = sorted((other.start, other.start + len(other.text)) for other in others)
    run: Removed | None = None
    for piece in chain.from_iterable(_uncovered(piece, covered) for piece in removed):
        if run and piece.start == run.start + len(run.text):
            run = Removed(run.start, run.text + piece.text, tuple(dict.fromkeys((*run.rules, *piece.rules))))
            continue
        if run:
            yield from _worth_showing(run)
        run = piece
    if run:
        yield from _worth_showing(run)


def _worth_showing(run: Removed) -> Iterator[Removed]:
    rules = tuple(rule for rule in run.rules if rule != SEAM)
    if rules and run.text.strip():
        yield Removed(run.start, run.text, rules)


def _uncovered(piece: Removed, covered: list[tuple[int, int]]) -> Iterator[Removed]:
    position, end = piece.start, piece.start + len(piece.text)
    for start, stop in covered[max(0, bisect_right(covered, (position, 0)) - 1) :]:
        if start >= end:
            break
        if start > position:
            yield Removed(position, piece.text[position - piece.start : start - piece.start], piece.rules)
        position = max(position, stop)
    if position < end:
        yield Removed(position, piece.text[position - piece.start :], piece.rules)


def _other_text(was: str, now: str) -> tuple[list[Taking], int]:
    """Of a page that selectors give another text: the lines of the clean text that go, and characters that come."""
    old, new = was.splitlines(), now.splitlines()
    takings, come = [], 0
    for tag, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone = "\n".join(old[first:last]).strip()
        if tag != "equal" and gone:
            takings.append(Taking(first + 1, (SELECTORS,), f"[-{gone}-]", *_around(old, first, last)))
        if tag != "equal":
            come += len("\n".join(new[new_first:new_last]).strip())
    return takings, come


def _around(lines: Sequence[str], first: int, end: int) -> tuple[str, str]:
    """The nearest lines before and after that are not blank."""
    places = (range(first - 1, -1, -1), range(end, len(lines)))
    before, after = (next((lines[i] for i in place if lines[i].strip()), "") for place in places)
    return before, after
