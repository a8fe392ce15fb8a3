"""Reads the collections: every text as the units it is judged by, with the share of article text in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from cleaner.heuristics.plainness import plain_share
from cleaner.heuristics.units import Units, sentence_units
from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.encode import EncodedLines, encode_lines
from cleaner.linemodel.features import features
from cleaner.pages.flatten import flatten
from cleaner.pages.headline_line import find_headline
from cleaner.pages.metadata import metadata
from cleaner.pages.page import parse
from cleaner.text.document import Document
from cleaner.training.labels import Reference, words
from cleaner.training.parts import Part, host_of, html_of, part_of, records

# Words from which a line of the article shows that the headline is above it. Chosen by hand.
LONG = 12
# A text of at most so many lines is one that an extractor joined; it is seen by sentences. Chosen by hand.
FEW_LINES = 2
# What a text that is from no page is compared with.
NO_PAGE = Reference("")


class Origin(NamedTuple):
    """The source of a text: gold, leftovers, dumps, page or clean; the collection; what made it; the host.

    For `clean`, which are texts without boilerplate: the genre, the language and the repository.
    """

    kind: str
    collection: str
    made_by: str
    host: str

    @property
    def part(self) -> Part:
        """The part that the host is in."""
        return part_of(self.host)


@dataclass
class Text:
    """A text as arrays: its encoded lines for training, and its words for the figures."""

    origin: Origin
    lines: EncodedLines
    features: Floats
    target: Floats  # of each line: the share of article text in it, between 0 and 1
    headline: Floats  # of each line: 1 for the headline, else 0; all 0 where no line is known to be one
    plain: float | None  # the share of plain lines; None where the text is not judged
    words: Numbers  # a number for each word, in order; numbers are those of this text alone
    of_line: Numbers  # of each word: the index of its line
    wanted: Numbers  # by number: how often the reference has the word
    article: int  # words of the reference


def read(tree: Path) -> Iterator[Text]:
    """All texts of a folder of collections, laid out as the docstring of `cleaner.training` says."""
    for pages in sorted((tree / "pages").iterdir()):
        golds = {row["id"]: row for row in records(pages / "gold.jsonl.gz") if row["text"]}
        references = {
            key: Reference(row["text"], words(headline_of(html_of(pages, key)))) for key, row in golds.items()
        }
        sources = [("gold", "gold", list(golds.values()))]
        for kind in ("leftovers", "dumps"):
            files = sorted((tree / kind / pages.name).glob("*.jsonl.gz"))
            sources += [(kind, path.name.partition(".")[0], records(path)) for path in files]
        for kind, made_by, rows in sources:
            for row in rows:
                if row["id"] in golds:
                    origin = Origin(kind, pages.name, made_by, host_of(golds[row["id"]]))
                    yield from of(row["text"], origin, references[row["id"]])
    for path in sorted((tree / "clean").glob("*.jsonl.gz")):
        for row in records(path):
            yield from of(row["text"], Origin("clean", path.name.partition(".")[0], row["lang"], host_of(row)), NO_PAGE)


def of(text: str, origin: Origin, reference: Reference) -> Iterator[Text]:
    """One text, encoded as the model will see it; nothing where no line holds a word."""
    document = Document(text)
    split = sentence_units(document.texts) if len(document.texts) <= FEW_LINES else None
    pieces = split.units if split else Units(document.texts, document.starts)
    lines = encode_lines(pieces.texts)
    if lines is None:
        return
    spans = [pieces.span(i, i) for i in lines.ordinal.tolist()]
    of_lines = [words(document.text[start:end]) for start, end in spans]
    is_article = origin.kind in ("gold", "clean")
    target = np.ones(len(of_lines), np.float32)
    mask = np.zeros(len(of_lines), np.float32)
    if not is_article:
        target = np.array(list(reference.shares(of_lines)), np.float32)
        mask = headline(of_lines, target, reference)
        target[mask > 0] = 1
    yield Text(
        origin,
        lines,
        features(lines).astype(np.float16),
        target,
        mask,
        plain_share(pieces.texts),
        *counted(of_lines, Reference(document.text) if origin.kind == "clean" else reference),
    )


def headline_of(html: bytes | None) -> str:
    """The headline of a page; "" where no line is named by a title, or the page was not collected."""
    tree = parse(html).tree if html else None
    return "" if tree is None else find_headline(flatten(tree).lines, metadata(tree))


def headline(of_lines: Sequence[Sequence[str]], target: Floats, reference: Reference) -> Floats:
    """A mask of the headline: of all lines with its words, the last above the first long line of the article.

    None is where no line has just these words and at most as many more, as a title with the name of its site has.
    """
    mask = np.zeros(len(of_lines), np.float32)
    title = " ".join(reference.title)
    hits = [
        row
        for row, line in enumerate(of_lines)
        if title and len(line) <= 2 * len(reference.title) and f" {title} " in f" {' '.join(line)} "
    ]
    if hits:
        body = [
            row for row in (target >= 1 / 2).nonzero()[0].tolist() if len(of_lines[row]) >= LONG and row not in hits
        ]
        above = [row for row in hits if row < (body[0] if body else len(of_lines))]
        mask[above[-1] if above else hits[0]] = 1
    return mask


def counted(lines: Sequence[Sequence[str]], reference: Reference) -> tuple[Numbers, Numbers, Numbers, int]:
    """The last four fields of `Text`: words as numbers, the line of each, the reference's count of each, its words."""
    numbers: dict[str, int] = {}
    wanted = [numbers.setdefault(word, len(numbers)) for word in reference.words]
    flat = [numbers.setdefault(word, len(numbers)) for line in lines for word in line]
    return (
        np.array(flat, np.int32),
        np.repeat(np.arange(len(lines), dtype=np.int32), list(map(len, lines))),
        np.bincount(np.array(wanted, np.int32), minlength=len(numbers)).astype(np.int32),
        len(wanted),
    )
