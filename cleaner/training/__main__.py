"""`python -m cleaner.training`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from cleaner.heuristics.network import Model
from cleaner.training.corpus import FOLDS, Text, read
from cleaner.training.figures import Outcome, outcome, report
from cleaner.training.fit import fit


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def judged(texts: Sequence[Text], unseen: int, untouched: int | None) -> list[tuple[Text, Outcome]]:
    """What a model makes of the texts of one fold of hosts that has seen those of the others."""
    model = Model.of(fit([t for t in texts if t.source.fold not in (unseen, untouched)], say=say))
    return [(t, outcome(t, model)) for t in texts if t.source.fold == unseen]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m cleaner.training", description="Train the line model.")
    parser.add_argument("collections", type=Path, help="folder with pages/, leftovers/ and dumps/")
    parser.add_argument("-o", "--output", type=Path, help="where the model goes; without, only figures are made")
    parser.add_argument(
        "--untouched", type=int, default=FOLDS - 1, help="fold that is judged last, apart from the rest"
    )
    parser.add_argument("--no-figures", action="store_true", help="train on all hosts, and print no figures")
    given = parser.parse_args()
    texts = list(read(given.collections))
    say(f"{len(texts):,} texts of {len({text.source.host for text in texts}):,} hosts")
    if not given.no_figures:
        others = [fold for fold in range(FOLDS) if fold != given.untouched]
        found = [pair for fold in others for pair in judged(texts, fold, given.untouched)]
        for title, pairs in (
            ("hosts kept out in turn", found),
            ("untouched hosts", judged(texts, given.untouched, None)),
        ):
            say(f"{title}:")
            for line in report([text for text, _ in pairs], [outcome for _, outcome in pairs]):
                say(f"  {line}")
    if given.output:
        arrays: dict[str, Any] = fit(texts, say=say)
        np.savez_compressed(given.output, **arrays)


if __name__ == "__main__":
    main()
