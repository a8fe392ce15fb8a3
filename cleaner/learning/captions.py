"""Captions: lines that vary, and end in the same words about a picture, as "Lena Holm/Fen Pictures Buy this photo"."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from cleaner.learning.kinds_of_residue import PATTERNS
from cleaner.learning.masks import NAME
from cleaner.learning.outline import Outline, OutlinedLine
from cleaner.learning.patterns_of import LENGTHS
from cleaner.learning.repeats import RECURS, WITNESSES, RepeatedLine, Witness
from cleaner.rules.rule import Family
from cleaner.text.scripts import ends_sentence

PICTURE = dict(PATTERNS)[Family.MEDIA]
# Words of the ending at least; chosen by hand. The whole line is no longer than a pattern can say.
FEWEST_WORDS, LONGEST = 3, LENGTHS[-1]
# The share of lines that have one more word in common, from which on it is of the ending; and the share of lines that
# must tell of a picture in their last words, and how many these are. Chosen by hand.
NEARLY_ALL, HALF, LAST_WORDS = 0.9, 0.5, 8


def captions(outlines: Sequence[Outline], least: int) -> list[RepeatedLine]:
    """What many lines that tell of a picture end in, and no sentence does, with a sign for what is before it."""
    enough = max(least, RECURS * len(outlines))
    documents: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    lines: defaultdict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for outline in outlines:
        for _, words in _lines(outline):
            ending = tuple(words[-FEWEST_WORDS:])
            documents[ending].add(outline.name)
            lines[ending].append(words)
    often = (lines[ending] for ending, names in documents.items() if len(names) >= enough)
    repeats = (_repeat(_extended(each), outlines) for each in often if _tell_of_pictures(each))
    return [each for each in repeats if len(each.forms) > 1]


def _lines(outline: Outline) -> Iterator[tuple[OutlinedLine, list[str]]]:
    """The lines that may be captions, with their words, masked."""
    for line in outline.lines:
        words = line.key.split(" ")
        if len(words) > FEWEST_WORDS and len(line.text) <= LONGEST and not ends_sentence(line.text):
            yield line, words


def _tell_of_pictures(lines: Sequence[Sequence[str]]) -> bool:
    told = sum(PICTURE.search(" ".join(line[-LAST_WORDS:])) is not None for line in lines)
    return told >= HALF * len(lines)


def _extended(lines: Iterable[Sequence[str]]) -> str:
    """The longest ending that nearly all of the lines have."""
    backwards = [line[::-1] for line in lines]
    size = FEWEST_WORDS
    while True:
        [(ending, count)] = Counter(tuple(line[: size + 1]) for line in backwards).most_common(1)
        if count < NEARLY_ALL * len(backwards) or len(ending) <= size:
            return " ".join(backwards[0][:size][::-1])
        size += 1


def _repeat(ending: str, outlines: Iterable[Outline]) -> RepeatedLine:
    repeat = RepeatedLine(f"{NAME} {ending}")
    for outline in outlines:
        found = [line for line, words in _lines(outline) if " ".join(words).endswith(f" {ending}")]
        repeat.documents += bool(found)
        for line in found:
            number = outline.lines.index(line)
            above = outline.lines[number - 1].text if number else ""
            below = outline.lines[number + 1].text if number + 1 < len(outline.lines) else ""
            repeat.occurrences += 1
            repeat.first += number == 0
            repeat.places[line.place] += 1
            repeat.forms[line.text] += 1
            if len(repeat.witnesses) < WITNESSES and line is found[0]:
                repeat.witnesses.append(Witness(outline.name, above, line.text, below))
    return repeat
