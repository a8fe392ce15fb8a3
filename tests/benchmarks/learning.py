"""Learn on half of the documents of a site, clean the other half, and count what is left and what is lost.

    python tests/benchmarks/learning.py CORPORA [--sites tune|test|all]

CORPORA holds folders of `SITE.jsonl.gz`, with `text` and `url`. What of it is residue that repeats was labelled by hand
in `learning_labels.toml`. All other words are true text. The documents are dealt into halves by digest. Limits were
tuned on every other site by name (`tune`); the others (`test`) are the figures that count. Each line has a site, its
documents, the words of residue as a share of all words of the half that was not learnt from: before, with the tool
alone, and with what was learnt; the share of true words that learnt rules alone removed; the seconds of processor time
for learning and for cleaning.
"""

import argparse
import gzip
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any, NamedTuple

from cleaner import Cleaner
from cleaner.learning.sample import Sample
from cleaner.learning.site_learning import learn_site
from cleaner.learning.written_rules import written
from cleaner.result import Result

LABELS = Path(__file__).with_name("learning_labels.toml")
WORD = re.compile(r"\w+")


class Figures(NamedTuple):
    """Words of the half that was not learnt from, over all its documents; seconds of processor time."""

    documents: int = 0
    words: int = 0
    residue: int = 0
    left_alone: int = 0
    left: int = 0
    lost: int = 0
    learning: float = 0.0
    cleaning: float = 0.0

    def plus(self, other: "Figures") -> "Figures":
        summed = Figures(*(int(one) + int(two) for one, two in zip(self[:6], other[:6], strict=True)))
        return summed._replace(learning=self.learning + other.learning, cleaning=self.cleaning + other.cleaning)

    def line(self, name: str) -> str:
        shares = [100 * count / (self.words or 1) for count in (self.residue, self.left_alone, self.left, self.lost)]
        times = f"{self.learning:8.2f} {self.cleaning:8.2f}"
        return (
            f"{name:28} {self.documents:6} {shares[0]:8.2f} {shares[1]:8.2f} {shares[2]:8.2f} {shares[3]:9.4f} {times}"
        )


HEAD = f"{'site':28} {'docs':>6} {'residue':>8} {'alone':>8} {'learnt':>8} {'lost':>9} {'learn':>8} {'clean':>8}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--sites", choices=("tune", "test", "all"), default="all")
    arguments = parser.parse_args()
    labels = tomllib.loads(LABELS.read_text(encoding="utf-8"))
    files = sorted(path for path in arguments.corpora.rglob("*.jsonl.gz") if "text" in next(records(path), {}))
    sums = {"tune": Figures(), "test": Figures()}
    sys.stdout.write(HEAD + "\n")
    for number, path in enumerate(files):
        part = "test" if number % 2 else "tune"
        if arguments.sites not in {part, "all"}:
            continue
        name = path.name.removesuffix(".jsonl.gz")
        figures = measure(name, list(records(path)), labels.get(name, []))
        sums[part] = sums[part].plus(figures)
        sys.stdout.write(figures.line(name) + "\n")
    for part, figures in sums.items():
        sys.stdout.write(figures.line(f"all of {part}") + "\n")


def records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def measure(name: str, documents: list[dict[str, Any]], labels: Iterable[str]) -> Figures:
    """Learn on one half of the documents of a site, and clean the other."""
    halves: tuple[list[str], list[str]] = ([], [])
    for document in documents:
        halves[sha256(document["text"].encode()).digest()[0] % 2].append(document["text"])
    learnt_from, kept_out = halves
    began = process_time()
    sample = Sample()
    for number, text in enumerate(learnt_from):
        sample.add(name, f"{name}:{number}", text)
    lesson = learn_site(name, f"learnt/{name}", sample.of(name))
    learning = process_time() - began
    patterns = [re.compile(label, re.IGNORECASE | re.MULTILINE) for label in labels]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "learnt.toml"
        file.write_text(written(lesson, [f"{name}.example"]), encoding="utf-8")
        alone, taught = Cleaner(), Cleaner([file])
        taught.clean("", site=f"{name}.example")
        alone.clean("")
        figures = [compare(text, alone, taught, patterns, f"{name}.example") for text in kept_out]
    total = Figures()
    for each in figures:
        total = total.plus(each)
    return total._replace(learning=learning)


def compare(text: str, alone: Cleaner, taught: Cleaner, labels: Iterable[re.Pattern[str]], site: str) -> Figures:
    """The words of one document that are residue, left or lost."""
    residue = {word for label in labels for match in label.finditer(text) for word in words(text, *match.span())}
    began = process_time()
    by_alone = removed(alone.clean(text, site="alone.example"))
    cleaning = process_time() - began
    by_taught = removed(taught.clean(text, site=site))
    lost = by_taught - by_alone - residue
    return Figures(
        1,
        len(WORD.findall(text)),
        len(residue),
        len(residue - by_alone),
        len(residue - by_taught),
        len(lost),
        cleaning=cleaning,
    )


def words(text: str, start: int, end: int) -> set[int]:
    """Where the words of a part of the text begin."""
    return {match.start() for match in WORD.finditer(text, start, end)}


def removed(result: Result) -> set[int]:
    """Where the words that were removed begin."""
    original = result.undo()
    return {word for piece in result.removed for word in words(original, piece.start, piece.end)}


if __name__ == "__main__":
    main()
