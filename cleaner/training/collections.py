"""Reads the collections: every text as the lines it is judged by, with how much of each line is article."""

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

FOLDS = 5


class Origin(NamedTuple):
    """Where a text is from: gold, leftovers or dumps; which collection; which extractor or converter; which host."""

    kind: str
    collection: str
    made_by: str
    host: str

    @property
    def fold(self) -> int:
        """Hosts are dealt to folds by a checksum, so that a host's pages are all in one."""
        return crc32(self.host.encode()) % FOLDS


@dataclass
class Text:
    """A text as arrays: what is known of each of its lines, and the words that the figures count."""

    origin: Origin
    lines: EncodedLines
    features: Floats
    share: Floats  # how much of each line is article
    plain: float | None  # share of plain lines, None where the gate leaves it alone
    words: Numbers  # numbers of the words, in order
    of_line: Numbers  # the line of each
    wanted: Numbers  # how often the article has each word, by number
    article: int  # words of the article


def read(tree: Path) -> Iterator[Text]:
    """All texts below a folder of collections."""
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
    """The registrable domain of an address; the address itself where it has none."""
    return str(get_fld(url, fail_silently=True, fix_protocol=True) or url)


def of(text: str, origin: Origin, reference: Reference) -> Text | None:
    """One text, as the model will see it; None where no line of it holds a word."""
    document = Document(text)
    pieces = units(document.logical.split("\n"))
    lines = encode_lines(pieces.texts)
    if lines is None:
        return None
    spans = [pieces.span(i, i) for i in lines.ordinal.tolist()]
    found = [words(document.text[start:end]) for start, end in spans]
    share = [1.0 if origin.kind == "gold" else reference.share(line) for line in found]
    return Text(
        origin,
        lines,
        features(lines).astype(np.float16),
        np.array(share, np.float32),
        plain_share(pieces.texts),
        *counted(found, reference),
    )


def counted(lines: Sequence[Sequence[str]], reference: Reference) -> tuple[Numbers, Numbers, Numbers, int]:
    """The words of lines as numbers, the line of each, how often the reference has each number, and its size."""
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
    with gzip.open(path) as lines:
        return [json.loads(line) for line in lines]
