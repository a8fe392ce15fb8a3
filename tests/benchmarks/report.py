"""The command line and the output that both benchmarks share.

Run this file to rewrite results.md, results.svg and the tables in README.md from results.json in this folder.
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
README = HERE / "README.md"
START, END = "<!-- benchmarks: written by `python tests/benchmarks/report.py` -->\n", "<!-- /benchmarks -->\n"


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments given on the command line."""

    collections: Collections
    output: Path | None


def arguments(description: str | None) -> Arguments:
    parser = ArgumentParser(description=description)
    parser.add_argument("collections", type=Path, help="the folder that holds the collections")
    parser.add_argument("-o", "--output", type=Path, help=f"write {NAME}.json, {NAME}.md and {NAME}.svg to this folder")
    parser.add_argument("--limit", type=int, help="read this many pages of each set, spread evenly over it")
    given = parser.parse_args()
    collections = Collections(given.collections, given.limit)
    if not collections.sets():
        parser.error(f"there is no pages/*/gold.jsonl.gz in {given.collections}; README.md describes the folder")
    return Arguments(collections, given.output)


def finish(measure: str, rows: Iterable[Row], given: Arguments) -> None:
    """Run a benchmark, print its tables, and write its figures beside those of the other one to the output folder."""
    logging.disable()  # peers log a line for each page that they cannot parse well
    warnings.simplefilter("ignore")
    sys.stderr.write("".join(f"{name} is not installed; skipped\n" for name in missing()))
    results = Results.read(given.output / f"{NAME}.json") if given.output else Results()
    reported = [_reported(row) for row in rows]
    setattr(results, measure, Run(about(given.collections, reported), reported))
    sys.stdout.write(tables(results))
    if given.output:
        given.output.mkdir(parents=True, exist_ok=True)
        results.write(given.output / f"{NAME}.json")
        render(given.output)


def render(folder: Path) -> None:
    """Write the tables and the plot from the figures."""
    results = Results.read(folder / f"{NAME}.json")
    (folder / f"{NAME}.md").write_text(tables(results), encoding="utf-8")
    (folder / f"{NAME}.svg").write_text(plot(results), encoding="utf-8")


def with_tables(text: str, shown: str) -> str:
    """Replace everything between START and END with the tables `shown`."""
    before, after = text.partition(START)[0], text.partition(END)[2]
    return f"{before}{START}\n{shown}\n{END}{after}"


def about(collections: Collections, rows: Iterable[Row]) -> str:
    """When the benchmark ran, on what data and on what machine."""
    timed = [f"{row.kind} {row.figures['documents']:.0f}" for row in rows if not row.set]
    read = (f"{name} {len(collections.articles(name))}" for name in collections.sets())
    data = ", ".join(dict.fromkeys(timed)) or f"pages of {', '.join(read)}"
    machine = f"{platform.python_implementation()} {platform.python_version()}, {platform.system()}, {_processor()}"
    return f"{datetime.now(UTC).date()}; {data}; {machine}."


def _processor() -> str:
    """The name of the processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _reported(row: Row) -> Row:
    """Print a row as soon as it is measured, and return it."""
    figures = " ".join(f"{name} {figure:.4g}" for name, figure in row.figures.items())
    sys.stderr.write(f"{row.kind} {row.set} {row.source} {row.contender}: {figures}\n")
    return row


if __name__ == "__main__":
    render(HERE)
    shown = (HERE / f"{NAME}.md").read_text(encoding="utf-8")
    README.write_text(with_tables(README.read_text(encoding="utf-8"), shown), encoding="utf-8")
