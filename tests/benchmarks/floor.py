"""The quality on the project's own samples that no change may lower: run this file to raise the floor.

The documents are the samples, and each page among them also flattened to text. floor.toml holds a digest of each
document and the scores reached on it. In each of MODES, clean text is compared with the expected text, and neither the
mean word F1 nor the mean recall over all documents may fall. A new or changed sample joins with its present score.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from statistics import fmean

from flat import flat
from wordscore import compare

from cleaner import Cleaner
from cleaner.rules.settings import Settings
from cleaner.text.decode import decode

SAMPLES = Path(__file__).parent.parent.parent / "samples"
FLOOR = Path(__file__).parent / "floor.toml"
DIGEST = "sha256"
ORIGINALS = ("original.txt", "original.md", "original.html")
URL = re.compile(r"^url: (\S+)$", re.MULTILINE)
DIGITS = 5  # one word more or less in a sample still shows

MODES = {
    "all": Settings(),
    "rules": Settings(heuristics=False),
    "heuristics": Settings(select=("heuristic/*",), apply_suspicious=True),  # no rule shows that a text is a page
}


# For each document: its digest, and figures by name.
Floor = dict[str, dict[str, str | float]]


@dataclass(frozen=True, slots=True)
class Document:
    """A page (bytes) or a text (str), its URL, and the expected clean text."""

    name: str
    original: bytes | str
    url: str | None
    expected: str
    digest: str

    def clean(self, cleaner: Cleaner) -> str:
        if isinstance(self.original, bytes):
            return cleaner.clean_html(self.original, url=self.url).text
        return cleaner.clean(self.original, url=self.url).text


def documents(samples: Path = SAMPLES) -> Iterator[Document]:
    for folder in sorted(path.parent for path in samples.glob("*/expected.txt")):
        [path] = (folder / name for name in ORIGINALS if (folder / name).exists())
        url_line = URL.search((folder / "note.md").read_text(encoding="utf-8"))
        data, url, expected = path.read_bytes(), url_line and url_line[1], (folder / "expected.txt").read_bytes()
        digest = sha256(b"\0".join([data, (url or "").encode(), expected])).hexdigest()
        if path.suffix == ".html":
            yield Document(folder.name, data, url, expected.decode(), digest)
            yield Document(f"{folder.name}, flat", flat(data), url, expected.decode(), digest)
        else:
            yield Document(folder.name, decode(data).text, url, expected.decode(), digest)


def measure(samples: Path = SAMPLES) -> Floor:
    """Measure the scores of the present code."""
    measured = list(documents(samples))
    floor: Floor = {document.name: {DIGEST: document.digest} for document in measured}
    for mode, settings in MODES.items():
        cleaner = Cleaner(settings=settings)
        for document in measured:
            score = compare(document.clean(cleaner), document.expected)
            floor[document.name] |= {
                f"{mode}-F1": round(score.f1, DIGITS),
                f"{mode}-recall": round(score.recall, DIGITS),
            }
    return floor


def means(floor: Floor, names: Iterable[str]) -> dict[str, float]:
    """The mean of each figure over the named documents."""
    chosen = [floor[name] for name in sorted(names)]
    return {figure: fmean(float(entry[figure]) for entry in chosen) for figure in _figures(chosen)}


def fallen(floor: Floor, now: Floor) -> list[str]:
    """The figures whose mean over the unchanged documents is lower now, as `name: before -> now`."""
    same = {name for name in floor if name in now and floor[name][DIGEST] == now[name][DIGEST]}
    before, after = means(floor, same), means(now, same)
    return [
        f"{figure}: {before[figure]:.5f} -> {after[figure]:.5f}" for figure in before if after[figure] < before[figure]
    ]


def read(path: Path = FLOOR) -> Floor:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def write(floor: Floor, path: Path = FLOOR) -> None:
    lines = ["# Written by `python tests/benchmarks/floor.py`, which only raises it.", ""]
    lines += (f"# {figure}: {mean:.5f}" for figure, mean in means(floor, floor).items())
    for name, entry in floor.items():
        pairs = (f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value}" for key, value in entry.items())
        lines += ("", f'["{name}"]', *pairs)
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def raise_floor(now: Floor, path: Path = FLOOR) -> list[str]:
    """Write the present scores, unless a mean fell; return the means that fell."""
    lower = fallen(read(path), now)
    if not lower:
        write(now, path)
    return lower


def _figures(entries: Sequence[dict[str, str | float]]) -> list[str]:
    return [key for key in entries[0] if key != DIGEST] if entries else []


if __name__ == "__main__":
    lower = raise_floor(measure())
    sys.exit("\n".join(["these figures fell, and nothing was written:", *lower]) if lower else 0)
