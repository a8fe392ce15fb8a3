"""The measured figures, and the file that keeps them between runs."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import fmean

UNKNOWN_SITE = ", site unknown"
DIGITS = 5  # one word more or less in a set still shows


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one contender on one source: the pages of a set, its true articles, or texts made from its pages."""

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
        """Whether packaged site rules, some of them written for these very sites, took part."""
        return self.is_ours and not self.contender.endswith(UNKNOWN_SITE)


@dataclass(frozen=True, slots=True)
class Run:
    """The figures of one run; `about` says when, on what data and on what machine."""

    about: str = ""
    rows: list[Row] = field(default_factory=list)

    def of(self, kind: str) -> dict[str, list[Row]]:
        """The rows of one kind, by contender."""
        rows: dict[str, list[Row]] = {}
        for row in self.rows:
            if row.kind == kind:
                rows.setdefault(row.contender, []).append(row)
        return rows


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
        """Write one line per row, so that a diff is readable."""
        runs = []
        for name in ("quality", "speed"):
            run: Run = getattr(self, name)
            lines = ",\n".join(json.dumps(_rounded(row), ensure_ascii=False) for row in run.rows)
            runs.append(f'"{name}": {{"about": {json.dumps(run.about)}, "rows": [\n{lines}\n]}}')
        path.write_text("{" + ",\n".join(runs) + "}\n", encoding="utf-8")


def average(rows: Iterable[Row], figure: str) -> float:
    """The mean over sources, each with equal weight."""
    return fmean(row.figures[figure] for row in rows)


def total(rows: Iterable[Row], figure: str) -> float:
    return sum(row.figures[figure] for row in rows)


def _rounded(row: Row) -> dict[str, object]:
    return asdict(row) | {"figures": {name: round(figure, DIGITS) for name, figure in row.figures.items()}}
