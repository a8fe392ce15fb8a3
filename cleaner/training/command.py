"""What the trainings share: their command line, what they say, and where the weights go."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from cleaner.linemodel.arrays import Numbers
from cleaner.training.collections import FOLDS


def arguments(program: str, what: str, holds: str) -> argparse.Namespace:
    """What was asked of a program that trains `what` on a folder that `holds` so much."""
    parser = argparse.ArgumentParser(prog=f"python -m {program}", description=f"Train {what}.")
    parser.add_argument("collections", type=Path, help=f"folder with {holds}")
    parser.add_argument("-o", "--output", type=Path, help="where the model goes; without, only figures are made")
    parser.add_argument(
        "--untouched", type=int, default=FOLDS - 1, help="fold that is judged last, apart from the rest"
    )
    parser.add_argument("--no-figures", action="store_true", help="train on all hosts, and print no figures")
    return parser.parse_args()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def write(path: Path, weights: Mapping[str, Numbers]) -> None:
    arrays: dict[str, Any] = dict(weights)
    np.savez_compressed(path, **arrays)
