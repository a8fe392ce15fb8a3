"""Measure what is gained against what it costs: the share of the gap closed, and the true words lost.

    python tests/benchmarks/frontier.py COLLECTIONS [--weights FILE] [-o FOLDER]

Each setting moves one knob of the decision away from where it is packaged. No site is known, so the common rules and
the heuristics run. `COLLECTIONS` should be hosts that the weights have not seen: `python -m cleaner.training.parts`
writes a part of a folder of collections, and `python -m cleaner.training COLLECTIONS --fit-on write -o FILE` weights
that have seen another part alone. README.md says where the frontier lies.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import NamedTuple
from unittest.mock import patch

import numpy as np
from contenders import NOWHERE
from curves import NAME, RULES_ALONE, Point, curves, read, table, write
from sources import Collections, Source
from wordscore import best_lines, compare

from cleaner import Cleaner
from cleaner.heuristics import decision, furniture
from cleaner.heuristics.furniture import LEAST_WITH_RULES, LEAST_WORDS
from cleaner.linemodel import weights
from cleaner.linemodel.network import Model
from cleaner.rules.settings import Settings
from cleaner.text.functionwords import Language
from cleaner.training.collections import headline_of
from cleaner.training.labels import words
from cleaner.training.parts import html_of, records

# The fall of recall from which a text counts as having lost text. Chosen by hand.
LOST = 0.01


@dataclass(frozen=True)
class Setting:
    """A knob at a value: constants of a module of the heuristics, and settings of the cleaner."""

    knob: str
    value: str
    settings: Settings = Settings()
    module: ModuleType = decision
    constants: Mapping[str, float] = field(default_factory=dict)


def all_settings() -> Iterator[Setting]:
    """Where we stand, and each knob elsewhere."""
    yield Setting("as packaged", "")
    yield Setting(RULES_ALONE, "", Settings(heuristics=False))
    yield Setting("all languages", "", Settings(language=tuple(Language)))
    yield Setting("nothing withheld", "", Settings(apply_suspicious=True))
    without_guards = Settings(language=tuple(Language), apply_suspicious=True)
    yield Setting("no guard", "", without_guards, furniture, {"LEAST_WORDS": 0, "LEAST_WITH_RULES": 0})
    for least in (0, 3, 5, 12, 20):
        constants = {"LEAST_WORDS": least, "LEAST_WITH_RULES": least * LEAST_WITH_RULES / LEAST_WORDS}
        yield Setting("furniture", str(least), module=furniture, constants=constants)
    for factor in (1 / 4, 1 / 2, 2, 4):
        constants = {name: factor * getattr(decision, name) for name in ("PAGE_PRICE", "CLEAN_PRICE")}
        yield Setting("price", f"× {factor:g}", constants=constants)


class Figures(NamedTuple):
    """The figures of a setting on one source. F1 is a mean over texts; those of true texts have only words."""

    setting: str
    kind: str
    before: float = 0
    f1: float = 0
    best: float = 0
    lost_text: float = 0
    words: int = 0
    words_lost: int = 0


@cache
def cleaner_of(settings: Settings) -> Cleaner:
    return Cleaner(settings=settings)


def clean(text: str, setting: Setting) -> str:
    with patch.dict(vars(setting.module), setting.constants):
        return cleaner_of(setting.settings).clean(text, site=NOWHERE).text


def without_line(text: str, title: Sequence[str]) -> str:
    """The text without its first line that is the headline: references disagree whether it belongs to the article."""
    lines = text.split("\n")
    at = next((i for i, line in enumerate(lines) if title and words(line) == title), len(lines))
    return "\n".join([*lines[:at], *lines[at + 1 :]])


def of_source(collections: Collections, source: Source) -> Iterator[Figures]:
    """The figures of all settings on the texts of one source."""
    scores: dict[str, list[tuple[float, float, float, bool]]] = {}
    for article, text in collections.texts(source):
        html = html_of(collections.folder / "pages" / source.set, article.id)
        title = words(headline_of(html))
        reference, as_it_is = without_line(article.text, title), without_line(text, title)
        before = compare(as_it_is, reference)
        best = max(before.f1, compare(best_lines(as_it_is, reference), reference).f1)
        for setting in all_settings():
            after = compare(without_line(clean(text, setting), title), reference)
            of_setting = scores.setdefault(f"{setting.knob} {setting.value}", [])
            of_setting.append((before.f1, after.f1, best, after.recall < before.recall - LOST))
    for name, rows in scores.items():
        before_f1, f1, best, lost_text = np.mean(rows, 0).tolist()
        yield Figures(name, source.kind, before_f1, f1, best, lost_text)


def of_true_texts(kind: str, texts: Iterable[str]) -> Iterator[Figures]:
    """The words that all settings remove from texts of which nothing should go."""
    for text in texts:
        count = len(words(text))
        for setting in all_settings():
            lost = count - len(words(clean(text, setting)))
            yield Figures(f"{setting.knob} {setting.value}", kind, words=count, words_lost=lost)


def measured(folder: Path, job: Source | str | Path) -> list[Figures]:
    """The figures on a source, on the articles of the set with this name, or on a file of texts without boilerplate."""
    collections = Collections(folder)
    if isinstance(job, Source):
        return list(of_source(collections, job))
    if isinstance(job, Path):
        return list(of_true_texts("clean", (row["text"] for row in records(job))))
    return list(of_true_texts("articles", (article.text for article in collections.articles(job))))


def use(path: Path | None) -> None:
    """Let cleaners of this process judge by the weights of a file."""
    if path:
        with np.load(path) as arrays:
            model = Model.of(dict(arrays))
        patch.object(weights, "packaged_model", lambda: model).start()


def points(figures: Sequence[Figures]) -> Iterator[Point]:
    """One point for each setting, over all sources."""
    for setting in all_settings():
        own = [row for row in figures if row.setting == f"{setting.knob} {setting.value}"]
        closed: dict[str, float] = {}
        lost_text: dict[str, float] = {}
        lost: dict[str, float] = {}
        for kind in ("leftovers", "dumps"):
            rows = [row for row in own if row.kind == kind]
            room = sum(row.best - row.before for row in rows)
            closed[kind] = sum(row.f1 - row.before for row in rows) / room
            lost_text[kind] = sum(row.lost_text for row in rows) / len(rows)
        for name, kinds in (("articles", {"articles"}), ("clean", {"clean"}), ("all", {"articles", "clean"})):
            true = [row for row in own if row.kind in kinds]
            lost[name] = sum(row.words_lost for row in true) / sum(row.words for row in true)
        yield Point(setting.knob, setting.value, lost, closed, lost_text)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the share of the gap closed against the true words lost.")
    parser.add_argument("collections", type=Path, help="folder with pages/, leftovers/, dumps/ and clean/")
    parser.add_argument("--weights", type=Path, help="weights for texts that have not seen these hosts")
    parser.add_argument("-o", "--output", type=Path, help=f"write {NAME}.json and {NAME}.svg to this folder")
    given = parser.parse_args()
    if given.output:  # now, not after ten minutes of measuring
        given.output.mkdir(parents=True, exist_ok=True)
    collections = Collections(given.collections)
    clean_files = sorted((given.collections / "clean").glob("*.jsonl.gz"))
    jobs: list[Source | str | Path] = [*reversed(collections.sources()), *collections.sets(), *clean_files]
    figures: list[Figures] = []
    with ProcessPoolExecutor(os.cpu_count(), initializer=use, initargs=(given.weights,)) as pool:
        for done in pool.map(measured, [given.collections] * len(jobs), jobs):
            figures += done
    found = list(points(figures))
    sys.stdout.write(table(found))
    if given.output:
        kept = given.output / f"{NAME}.json"
        write(kept, found)
        (given.output / f"{NAME}.svg").write_text(curves(read(kept)), encoding="utf-8")


if __name__ == "__main__":
    main()
