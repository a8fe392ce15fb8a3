"""What both trainings share: the command line, printing, and writing the weights."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from cleaner.linemodel.arrays import Numbers
from cleaner.training.parts import Part


def parser(program: str, what: str, holds: str) -> argparse.ArgumentParser:
    """The command line of a program that trains `what` on a folder of collections with `holds`."""
    line = argparse.ArgumentParser(prog=f"python -m {program}", description=f"Train {what}.")
    line.add_argument("collections", type=Path, help=f"folder with {holds}")
    line.add_argument("-o", "--output", type=Path, help="file for the weights; without it only figures are printed")
    line.add_argument(
        "--fit-on",
        type=Part,
        choices=list(Part),
        nargs="+",
        default=list(Part),
        help="parts of the hosts that the weights of OUTPUT are fitted on [default: all]",
    )
    line.add_argument(
        "--untouched", action="store_true", help="also measure the untouched part, by weights that have not seen it"
    )
    line.add_argument("--no-figures", action="store_true", help="write OUTPUT without measuring first")
    return line


def figures_of(given: argparse.Namespace) -> Iterator[tuple[Part, list[Part]]]:
    """The parts to measure, each with those that the model for it is fitted on."""
    if not given.no_figures:
        yield Part.CHOOSE, [Part.WRITE]
    if given.untouched:
        yield Part.UNTOUCHED, [Part.WRITE, Part.CHOOSE]


def say(line: str) -> None:
    """Print a line at once, also where the output is a file."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def write(path: Path, weights: Mapping[str, Numbers]) -> None:
    """Write a model file."""
    arrays: dict[str, Any] = dict(weights)
    np.savez_compressed(path, **arrays)
