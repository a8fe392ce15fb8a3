"""What both trainings share: the command line, printing, and writing the weights."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from cleaner.linemodel.arrays import Numbers
from cleaner.training.collections import FOLDS


def arguments(program: str, what: str, holds: str) -> argparse.Namespace:
    """The arguments of a program that trains `what` on a folder of collections with `holds`."""
    parser = argparse.ArgumentParser(prog=f"python -m {program}", description=f"Train {what}.")
    parser.add_argument("collections", type=Path, help=f"folder with {holds}")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        help="file for the weights, trained on all hosts; without it only figures are printed",
    )
    parser.add_argument(
        "--untouched",
        type=int,
        default=FOLDS - 1,
        help="fold that is measured apart from the others [default: %(default)s]",
    )
    parser.add_argument("--no-figures", action="store_true", help="train on all hosts without measuring folds first")
    return parser.parse_args()


def say(line: str) -> None:
    """Print a line at once, also where the output is a file."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def write(path: Path, weights: Mapping[str, Numbers]) -> None:
    """Write a model file."""
    arrays: dict[str, Any] = dict(weights)
    np.savez_compressed(path, **arrays)
