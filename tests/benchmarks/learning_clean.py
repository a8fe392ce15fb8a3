"""Learn from collections of true text as if each were a site: every rule that is proposed is wrong.

    python tests/benchmarks/learning_clean.py COLLECTIONS

COLLECTIONS is the folder that README.md describes. Each line has a collection, its texts, the patterns that are
proposed, the lines that are left for a person, and the share of its words that the patterns take.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from cleaner.learning.sample import Sample
from cleaner.learning.site_learning import Lesson, learn_site
from cleaner.pipeline import Options, run
from cleaner.rules.match import Matcher
from cleaner.sites import UNKNOWN
from cleaner.text.document import Document

HEAD = f"{'collection':28} {'texts':>6} {'patterns':>9} {'left':>6} {'taken':>10}\n"


class WrongRules(NamedTuple):
    """Texts, patterns proposed, lines left for a person, words, and words that the patterns take."""

    texts: int = 0
    patterns: int = 0
    left: int = 0
    words: int = 0
    taken: int = 0

    def line(self, name: str) -> str:
        share = 100 * self.taken / max(1, self.words)
        return f"{name:28} {self.texts:6} {self.patterns:9} {self.left:6} {share:8.4f} %\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collections", type=Path)
    folder = parser.parse_args().collections / "clean"
    sums = {"even": WrongRules(), "odd": WrongRules()}
    sys.stdout.write(HEAD)
    for number, path in enumerate(sorted(folder.glob("*.jsonl.gz"))):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
        found = measure(texts)
        part = "odd" if number % 2 else "even"
        sums[part] = WrongRules(*map(sum, zip(sums[part], found, strict=True)))
        sys.stdout.write(found.line(path.name.removesuffix(".jsonl.gz")))
    for part, total in sums.items():
        sys.stdout.write(total.line(f"all of {part}"))


def measure(texts: Iterable[str]) -> WrongRules:
    """Learn from the texts, and run what was learnt on them."""
    sample, texts = Sample(), list(texts)
    for number, text in enumerate(texts):
        sample.add("site", str(number), text)
    lesson = learn_site("site", "learnt/site", sample.of("site"))
    words = sum(len(text.split()) for text in texts)
    return WrongRules(len(texts), len(lesson.proposed), len(lesson.left), words, words - words_left(lesson, texts))


def words_left(lesson: Lesson, texts: Iterable[str]) -> int:
    """The words that the rules alone leave."""
    matchers, options = [Matcher([draft.rule for draft in lesson.drafts])], Options(apply_suspicious=True)
    return sum(len(run(Document(text), matchers, UNKNOWN, options).text.split()) for text in texts)


if __name__ == "__main__":
    main()
