"""What the two measures share: the command line, and what is written at the end.

Run this file to write the tables, the plot and the README's section anew from the results.json here.
"""

import logging
import platform
import sys
import warnings
from argparse import ArgumentParser
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from contenders import missing
from figures import Results, Row, Run
from plot import plot
from sources import Collections
from tables import tables

NAME = "results"
HERE = Path(__file__).parent
README = HERE.parent.parent / "README.md"
START, END = "<!-- benchmarks: written by `python tests/benchmarks/report.py` -->\n", "<!-- /benchmarks -->\n"


@dataclass(frozen=True, slots=True)
class Arguments:
    """What was asked for on the command line."""

    collections: Collections
    output: Path | None


def arguments(description: str | None) -> Arguments:
    parser = ArgumentParser(description=description)
    parser.add_argument("collections", type=Path, help="the folder of the collections")
    parser.add_argument("-o", "--output", type=Path, help=f"a folder for {NAME}.json, {NAME}.md and {NAME}.svg")
    parser.add_argument("--limit", type=int, help="read only so many pages of each set, spread evenly over it")
    given = parser.parse_args()
    collections = Collections(given.collections, given.limit)
    if not collections.sets():
        parser.error(f"there is no pages/*/gold.jsonl.gz in {given.collections}; README.md beside this file says more")
    return Arguments(collections, given.output)


def finish(measure: str, rows: Iterable[Row], asked: Arguments) -> None:
    """Take the measure, print its tables, and write all that is known so far into the folder that was asked for."""
    logging.disable()  # peers tell of each page that they find odd
    warnings.simplefilter("ignore")
    sys.stderr.write("".join(f"{name} is not installed, and left out\n" for name in missing()))
    results = Results.read(asked.output / f"{NAME}.json") if asked.output else Results()
    told = [_told(row) for row in rows]
    setattr(results, measure, Run(about(asked.collections, told), told))
    sys.stdout.write(tables(results))
    if asked.output:
        asked.output.mkdir(parents=True, exist_ok=True)
        results.write(asked.output / f"{NAME}.json")
        render(asked.output)


def render(folder: Path) -> None:
    """Write the tables and the picture anew from the figures."""
    results = Results.read(folder / f"{NAME}.json")
    (folder / f"{NAME}.md").write_text(tables(results), encoding="utf-8")
    (folder / f"{NAME}.svg").write_text(plot(results), encoding="utf-8")


def with_tables(text: str, shown: str) -> str:
    """The text with what stands between the marks replaced."""
    before, after = text.partition(START)[0], text.partition(END)[2]
    return f"{before}{START}\n{shown}\n{END}{after}"


def about(collections: Collections, rows: Iterable[Row]) -> str:
    """When, on what data and on what machine."""
    timed = [f"{row.kind} {row.figures['documents']:.0f}" for row in rows if not row.set]
    read = (f"{name} {len(collections.articles(name))}" for name in collections.sets())
    data = ", ".join(dict.fromkeys(timed)) or f"pages of {', '.join(read)}"
    machine = f"{platform.python_implementation()} {platform.python_version()}, {platform.system()}, {_processor()}"
    return f"{datetime.now(UTC).date()}; {data}; {machine}."


def _processor() -> str:
    """What the system calls the processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _told(row: Row) -> Row:
    figures = " ".join(f"{name} {figure:.4g}" for name, figure in row.figures.items())
    sys.stderr.write(f"{row.kind} {row.set} {row.source} {row.contender}: {figures}\n")
    return row


if __name__ == "__main__":
    render(HERE)
    shown = (HERE / f"{NAME}.md").read_text(encoding="utf-8")
    README.write_text(with_tables(README.read_text(encoding="utf-8"), shown), encoding="utf-8")
