"""Measure what a run costs beside the library: containers, two jobs, a second run, many tiny files.

    .venv/bin/python tests/benchmarks/throughput.py COLLECTIONS [--records N] [--files N] [--tiny N]

The texts are what extractors returned (README.md), with another line in each copy. Each figure is a ratio of runs made
one after the other, so that a slow machine slows both; two jobs need two idle cores.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple

from sources import Collections

from cleaner import Cleaner

TINY = "It rained on quay {}.\n\nSee: boat {}\n"


class Cost(NamedTuple):
    """What a command took, in seconds: by the clock, and of all its processes' time on a processor."""

    wall: float
    cpu: float


def texts(collections: Collections, number: int) -> Iterator[str]:
    """So many texts, each another, from all sources in turn."""
    sources = [source for source in collections.sources() if source.kind == "leftovers"]
    originals = [text for source in sources for _, text in collections.texts(source)]
    step = max(1, len(originals) // max(1, number))
    for n, text in enumerate(islice(cycle(originals[::step]), number)):
        yield f"{text.rstrip()}\n\nThis was report {n} of the year.\n"


def run(folder: Path, *arguments: str) -> Cost:
    """Run `cleaner clean` in a folder."""
    before, began = os.times(), perf_counter()
    command = [sys.executable, "-m", "cleaner", "clean", "-q", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stderr}")
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(perf_counter() - began, cpu)


def library(documents: Sequence[str]) -> float:
    """Seconds on a processor that the library takes for the texts, after as many as warm it up."""
    cleaner = Cleaner()
    for text in documents[::4]:
        cleaner.clean(text)
    began = process_time()
    for text in documents:
        cleaner.clean(text)
    return process_time() - began


def json_lines(folder: Path, documents: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The rate of a run over JSON Lines per core beside that of the library, and of two jobs beside one."""
    lines = (json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(documents))
    (folder / "records.jsonl").write_text("".join(lines), encoding="utf-8")
    alone = library(documents)
    one, two = (run(folder, "records.jsonl", "--force", "--jobs", jobs) for jobs in "12")
    yield (
        f"JSON Lines, {len(documents):,} records: library's CPU time by the run's, one job (0.8 or more)",
        alone / one.cpu,
    )
    yield "the same with two jobs", alone / two.cpu
    yield "two jobs beside one, by the clock (1.8 or more, on two idle cores)", one.wall / two.wall


def second_run(folder: Path, documents: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The share of a first run's time that a second takes if nothing has changed."""
    for n, text in enumerate(documents):
        part = folder / f"part{n // 1000}"
        part.mkdir(exist_ok=True)
        (part / f"{n}.txt").write_text(text, encoding="utf-8")
    first, second = run(folder, "."), run(folder, ".")
    yield f"second run over {len(documents):,} unchanged files, by CPU time (0.1 or less)", second.cpu / first.cpu
    yield "the same by the clock", second.wall / first.wall


def tiny_files(folder: Path, documents: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Whether two jobs gain on files that take less to clean than to find, read and write."""
    number = len(documents)
    for n, text in enumerate(documents):
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    one = run(folder, ".", "--jobs", "1", "--out-dir", "one")
    shutil.rmtree(folder / "one")
    two = run(folder, ".", "--jobs", "2", "--out-dir", "two", "--extend-exclude", "one/")
    yield f"{number:,} tiny files: two jobs beside one, by the clock (more than 1)", one.wall / two.wall
    yield "milliseconds a file, one job", 1e3 * one.wall / number


def main(arguments: Sequence[str] | None = None) -> None:
    """Print each figure as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collections", type=Path, metavar="COLLECTIONS")
    for name, number in {"records": 20_000, "files": 20_000, "tiny": 100_000}.items():
        parser.add_argument(f"--{name}", type=int, default=number, metavar="N")
    wanted = parser.parse_args(arguments)
    collections = Collections(wanted.collections)
    for measure, number in ((json_lines, wanted.records), (second_run, wanted.files), (tiny_files, wanted.tiny)):
        tiny = measure is tiny_files
        documents = [TINY.format(n, n) for n in range(number)] if tiny else list(texts(collections, number))
        with TemporaryDirectory() as folder:
            for figure, value in measure(Path(folder), documents) if documents else ():
                sys.stdout.write(f"{value:8.3f}  {figure}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
