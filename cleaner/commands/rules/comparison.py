"""`cleaner rules try` for one document: what is removed with a rule file and not without it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from cleaner.commands.reader import DocumentReader
from cleaner.corpus.source import Source
from cleaner.report.outcomes import Difference, Tried
from cleaner.result import Removed, Result
from cleaner.text.lines import LINE, LineIndex

# Stands in place of rules where the selectors of the [html] table changed the text of a page.
SELECTORS = "[html]"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The work of `cleaner rules try` on one document: cleans it without the rule file and with it."""

    without: DocumentReader
    reader: DocumentReader

    def prepare(self) -> None:
        self.without.prepare()
        self.reader.prepare()

    def __call__(self, source: Source) -> Tried:
        return self.compared(source)[0]

    def compared(self, source: Source) -> tuple[Tried, Result]:
        """What the rule file changes in a document, and the result with it."""
        original_before, before = self.without.read(source)
        original, after = self.reader.read(source)
        if original_before.text == original.text:
            differences = list(_differences(original.text, before, after))
            spared = sum(len(piece.text.strip()) for piece in _minus(before.removed, after.removed))
        else:
            differences, spared = _line_differences(before.text, after.text)
        file = self.reader.cleaner.site_file(after.site)
        tried = Tried(
            tuple(differences),
            spared,
            after.extraction.taken if after.extraction else (),
            tuple(problem for problem in after.problems if problem not in before.problems),
            file.id if file else "",
        )
        return tried, after


def _differences(text: str, before: Result, after: Result) -> Iterator[Difference]:
    """The spans of the text that are removed after and not before."""
    lines = [line.rstrip("\r\n") for line in LINE.findall(text)]
    index = LineIndex(text)
    for piece in _minus(after.removed, before.removed):
        start = piece.end - len(piece.text.lstrip())
        removed = piece.text.strip()
        first, last = index.line_at(start), index.line_at(start + len(removed) - 1)
        end = index.starts[last] + len(lines[last])
        shown = f"{text[index.starts[first] : start]}[-{removed}-]{text[start + len(removed) : end]}"
        yield Difference(first + 1, piece.rules, shown, len(removed), *_context(lines, first, last + 1))


def _minus(removed: Iterable[Removed], others: Iterable[Removed]) -> Iterator[Removed]:
    """What is in `removed` and not in `others`, one piece for each run; runs of white space alone are left out."""
    covered = sorted((other.start, other.end) for other in others)
    run: Removed | None = None
    for piece in chain.from_iterable(_uncovered(piece, covered) for piece in removed):
        if run and piece.start == run.end:
            run = Removed(run.start, run.text + piece.text, tuple(dict.fromkeys((*run.rules, *piece.rules))))
            continue
        if run:
            yield from _without_seams(run)
        run = piece
    if run:
        yield from _without_seams(run)


def _without_seams(run: Removed) -> Iterator[Removed]:
    """The run with its rules alone, unless it is white space or no rule removed it."""
    if run.rule_ids and run.text.strip():
        yield Removed(run.start, run.text, run.rule_ids)


def _uncovered(piece: Removed, covered: list[tuple[int, int]]) -> Iterator[Removed]:
    """The parts of a piece that lie outside the `covered` spans, which are sorted."""
    position, end = piece.start, piece.end
    for start, stop in covered[max(0, bisect_right(covered, (position, 0)) - 1) :]:
        if start >= end:
            break
        if start > position:
            yield Removed(position, piece.text[position - piece.start : start - piece.start], piece.rules)
        position = max(position, stop)
    if position < end:
        yield Removed(position, piece.text[position - piece.start :], piece.rules)


def _line_differences(before: str, after: str) -> tuple[list[Difference], int]:
    """For a page from which selectors give another text: the clean lines that are lost, and the characters gained."""
    old, new = before.splitlines(), after.splitlines()
    differences, gained = [], 0
    for tag, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        lost = "\n".join(old[first:last]).strip()
        if tag != "equal" and lost:
            context = _context(old, first, last)
            differences.append(Difference(first + 1, (SELECTORS,), f"[-{lost}-]", len(lost), *context))
        if tag != "equal":
            gained += len("\n".join(new[new_first:new_last]).strip())
    return differences, gained


def _context(lines: Sequence[str], first: int, end: int) -> tuple[str, str]:
    """The nearest lines before `first` and from `end` on that are not blank; empty if there is none."""
    ranges = (range(first - 1, -1, -1), range(end, len(lines)))
    before, after = (next((lines[i] for i in each if lines[i].strip()), "") for each in ranges)
    return before, after
