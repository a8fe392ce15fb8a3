"""Reads the collections: every text as the units it is judged by, with the share of article text in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from cleaner.heuristics.plainness import plain_share
from cleaner.heuristics.units import units
from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.encode import EncodedLines, encode_lines
from cleaner.linemodel.features import features
from cleaner.text.document import Document
from cleaner.training.labels import Reference, words
from cleaner.training.parts import Part, host_of, part_of, records


class Origin(NamedTuple):
    """The source of a text: gold, leftovers, dumps or page; the collection; the extractor or converter; the host."""

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
    plain: float | None  # the share of plain lines; None where the text is not judged
    words: Numbers  # a number for each word, in order; numbers are those of this text alone
    of_line: Numbers  # of each word: the index of its line
    wanted: Numbers  # by number: how often the reference has the word
    article: int  # words of the reference


def read(tree: Path) -> Iterator[Text]:
    """All texts of a folder of collections, laid out as the docstring of `cleaner.training` says."""
    for pages in sorted((tree / "pages").iterdir()):
        golds = {row["id"]: row for row in records(pages / "gold.jsonl.gz") if row["text"]}
        references = {key: Reference(row["text"]) for key, row in golds.items()}
        sources = [("gold", "gold", list(golds.values()))]
        for kind in ("leftovers", "dumps"):
            files = sorted((tree / kind / pages.name).glob("*.jsonl.gz"))
            sources += [(kind, path.name.partition(".")[0], records(path)) for path in files]
        for kind, made_by, rows in sources:
            for row in rows:
                if row["id"] in golds:
                    origin = Origin(kind, pages.name, made_by, host_of(golds[row["id"]]))
                    text = of(row["text"], origin, references[row["id"]])
                    if text:
                        yield text


def of(text: str, origin: Origin, reference: Reference) -> Text | None:
    """One text, encoded as the model will see it; None where no line holds a word."""
    document = Document(text)
    pieces = units(document.logical.split("\n"))
    lines = encode_lines(pieces.texts)
    if lines is None:
        return None
    spans = [pieces.span(i, i) for i in lines.ordinal.tolist()]
    of_lines = [words(document.text[start:end]) for start, end in spans]
    target = [1.0 if origin.kind == "gold" else reference.share(line) for line in of_lines]
    return Text(
        origin,
        lines,
        features(lines).astype(np.float16),
        np.array(target, np.float32),
        plain_share(pieces.texts),
        *counted(of_lines, reference),
    )


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
