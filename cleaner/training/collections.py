"""Reads the collections: every text as the units it is judged by, with the share of article text in each."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from tld import get_fld

from cleaner.heuristics.plainness import plain_share
from cleaner.heuristics.units import units
from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.encode import EncodedLines, encode_lines
from cleaner.linemodel.features import features
from cleaner.text.document import Document
from cleaner.training.labels import Reference, words

# Parts that the hosts are split into for cross-validation: each model is trained on some and measured on another.
FOLDS = 5


class Origin(NamedTuple):
    """The source of a text: gold, leftovers, dumps or page; the collection; the extractor or converter; the host."""

    kind: str
    collection: str
    made_by: str
    host: str

    @property
    def fold(self) -> int:
        """The fold of the host, by a checksum of its name: all pages of a host are in one fold."""
        return crc32(self.host.encode()) % FOLDS


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
                    text = of(row["text"], Origin(kind, pages.name, made_by, site(row["url"])), references[row["id"]])
                    if text:
                        yield text


def site(url: str) -> str:
    """The registrable domain of a URL; the URL itself where it has none."""
    return str(get_fld(url, fail_silently=True, fix_protocol=True) or url)


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


def records(path: Path) -> list[dict[str, str]]:
    """The rows of a gzipped JSON Lines file."""
    with gzip.open(path) as lines:
        return [json.loads(line) for line in lines]
