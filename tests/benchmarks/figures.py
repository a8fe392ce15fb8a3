"""What was measured, and how it is kept between runs."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import fmean

UNKNOWN_SITE = ", site unknown"
DIGITS = 5  # enough to see one word in a set


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one contender on one source: the pages of a set, its articles, or texts that a program made of it."""

    contender: str
    version: str
    kind: str
    set: str
    source: str
    figures: dict[str, float]

    @property
    def is_ours(self) -> bool:
        return self.contender.startswith("cleaner")

    @property
    def knows_sites(self) -> bool:
        """Whether it had rules for the very sites that it is measured on."""
        return self.is_ours and not self.contender.endswith(UNKNOWN_SITE)


@dataclass(frozen=True, slots=True)
class Run:
    """The figures of one run, and of when and on what it was."""

    about: str = ""
    rows: list[Row] = field(default_factory=list)

    def of(self, kind: str) -> dict[str, list[Row]]:
        """The rows of one kind by contender."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            if row.kind == kind:
                found.setdefault(row.contender, []).append(row)
        return found


@dataclass(slots=True)
class Results:
    """The last run of each measure."""

    quality: Run = field(default_factory=Run)
    speed: Run = field(default_factory=Run)

    @classmethod
    def read(cls, path: Path) -> "Results":
        if not path.exists():
            return cls()
        runs = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{name: Run(run["about"], [Row(**row) for row in run["rows"]]) for name, run in runs.items()})

    def write(self, path: Path) -> None:
        """One line for each row, so that a change can be read."""
        runs = []
        for name in ("quality", "speed"):
            run: Run = getattr(self, name)
            lines = ",\n".join(json.dumps(_rounded(row), ensure_ascii=False) for row in run.rows)
            runs.append(f'"{name}": {{"about": {json.dumps(run.about)}, "rows": [\n{lines}\n]}}')
        path.write_text("{" + ",\n".join(runs) + "}\n", encoding="utf-8")


def average(rows: Iterable[Row], figure: str) -> float:
    """The mean over sources, each weighing the same."""
    return fmean(row.figures[figure] for row in rows)


def total(rows: Iterable[Row], figure: str) -> float:
    return sum(row.figures[figure] for row in rows)


def _rounded(row: Row) -> dict[str, object]:
    return asdict(row) | {"figures": {name: round(figure, DIGITS) for name, figure in row.figures.items()}}
