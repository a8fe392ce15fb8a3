"""The points of the frontier: the file that keeps them, their table, and a plot with a curve for each knob."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import plot
from plot import Box, Scale, drawing, label, mark

NAME = "frontier"
RULES_ALONE = "rules alone"  # far below all others, and so in the table alone
DIGITS = 6  # a word more or less still shows
# Words of true text that the losses in the plot are of.
PER = 100_000
KINDS = {"leftovers": "Texts that extractors returned", "dumps": "Whole pages flattened to text"}
HEAD = (
    "| knob | value | true words lost | of articles | without boilerplate "
    "| leftovers closed | lost text | flattened closed | lost text |\n"
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
)


@dataclass(frozen=True, slots=True)
class Point:
    """A setting: the share of true words that it removes, from `articles`, `clean` texts and `all`; and by kind of text
    the share of the gap that it closes, and the share of texts that lose true text.
    """

    knob: str
    value: str
    lost: dict[str, float]
    closed: dict[str, float]
    lost_text: dict[str, float]

    @property
    def name(self) -> str:
        return f"{self.knob} {self.value}".strip()


def table(points: Sequence[Point]) -> str:
    """The points as a Markdown table."""
    rows = []
    for point in points:
        lost = " | ".join(f"{100 * point.lost[name]:.3f} %" for name in ("all", "articles", "clean"))
        gained = " | ".join(f"{point.closed[kind]:.1%} | {point.lost_text[kind]:.1%}" for kind in KINDS)
        rows.append(f"| {point.knob} | {point.value} | {lost} | {gained.replace('%', ' %')} |\n")
    return HEAD + "".join(rows)


class Panel(NamedTuple):
    """What is gained on a kind of text, against what is lost: of true texts, or of texts of this kind.

    A setting that changes the losses of true texts is in the panel of these, any other in that of texts of this kind.
    """

    kind: str
    of_true_texts: bool
    box: Box

    @property
    def unit(self) -> str:
        return f"of {PER:,} words of true texts, lost" if self.of_true_texts else "% of these texts lose true text"

    def shows(self, point: Point, here: Point) -> bool:
        return (point.lost["all"] != here.lost["all"]) is self.of_true_texts

    def dot(self, point: Point, *, is_ours: bool) -> plot.Point:
        lost = PER * point.lost["all"] if self.of_true_texts else 100 * point.lost_text[self.kind]
        return plot.Point(point.name, lost, point.closed[self.kind], is_ours)


PANELS = (
    Panel("leftovers", True, Box(60, 50, 320, 270)),
    Panel("leftovers", False, Box(480, 50, 320, 270)),
    Panel("dumps", True, Box(60, 430, 320, 270)),
    Panel("dumps", False, Box(480, 430, 320, 270)),
)


def curves(points: Sequence[Point]) -> str:
    """The plot, as SVG. A knob's points are joined to one another and to the first point, which is where we stand."""
    parts = (part for panel in PANELS for part in _drawn(panel, points))
    return drawing("Share of the gap closed against true text lost", parts)


def _drawn(panel: Panel, points: Sequence[Point]) -> Iterator[str]:
    here = points[0]
    moved = [point for point in points[1:] if point.knob != RULES_ALONE and panel.shows(point, here)]
    dots = {point.name: panel.dot(point, is_ours=point is here) for point in (here, *moved)}
    scale = Scale.around(panel.box, list(dots.values()), ())
    yield label(panel.box.left, panel.box.top - 14, f"{KINDS[panel.kind]}: gap closed", "title")
    yield from scale.axes(panel.unit)
    for _, group in groupby(moved, key=lambda point: point.knob):
        joined = sorted([dots[point.name] for point in (here, *group)], key=lambda dot: (dot.cost, dot.f1))
        yield from (_line(scale, *ends) for ends in pairwise(joined))
    occupied = [Box(scale.x(dot.cost) - 5, scale.y(dot.f1) - 5, 10, 10) for dot in dots.values()]
    for dot in dots.values():
        yield from mark(dot, scale, occupied)


def _line(scale: Scale, one: plot.Point, other: plot.Point) -> str:
    ends = (scale.x(one.cost), scale.y(one.f1), scale.x(other.cost), scale.y(other.f1))
    x1, y1, x2, y2 = (f"{end:.1f}" for end in ends)
    return f'<line class="guide" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'


def read(path: Path) -> list[Point]:
    """The points of a file that `write` wrote."""
    return [Point(**row) for row in json.loads(path.read_text(encoding="utf-8"))]


def write(path: Path, points: Sequence[Point]) -> None:
    """Write one line for each point, so that a diff is readable."""
    rows = (json.dumps(_rounded(asdict(point)), ensure_ascii=False) for point in points)
    path.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")


def _rounded(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: {kind: round(share, DIGITS) for kind, share in value.items()} if isinstance(value, dict) else value
        for name, value in row.items()
    }
