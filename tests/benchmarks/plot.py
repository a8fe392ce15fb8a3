"""A plot of quality against speed, readable on light and dark pages; our contenders run without site rules."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

from contenders import AS_IT_IS, ORACLE
from figures import UNKNOWN_SITE, Results, average

WIDTH, HEIGHT = 840, 760
STYLE = """
text { font: 12px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328; }
.title { font-size: 14px; font-weight: 600; }
.soft { fill: #59636e; }
line { stroke: #d1d9e0; }
.guide { stroke: #59636e; stroke-dasharray: 4 4; }
.peer { fill: #818b98; }
.ours { fill: #0969da; }
text.ours { font-weight: 600; }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc; }
  .soft { fill: #9198a1; }
  line { stroke: #3d444d; }
  .guide { stroke: #9198a1; }
  .ours { fill: #4493f8; }
}
"""
GUIDES = (AS_IT_IS.name, ORACLE)
# Average width of a character of a label, with a little to spare, and height of a label, in pixels. Chosen by eye.
CHARACTER = 6.4
LINE = 15


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the plot, in pixels."""

    left: float
    top: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        beside = self.left + self.width <= other.left or other.left + other.width <= self.left
        above = self.top + self.height <= other.top or other.top + other.height <= self.top
        return not beside and not above


@dataclass(frozen=True, slots=True)
class Point:
    """A contender: milliseconds per document, and word F1."""

    name: str
    cost: float
    f1: float
    is_ours: bool


PANELS = (
    ("pages", "Pages to text", Box(60, 50, 740, 290)),
    ("leftovers", "Texts that extractors returned", Box(60, 440, 320, 250)),
    ("dumps", "Whole pages flattened to text", Box(480, 440, 320, 250)),
)


def plot(results: Results) -> str:
    """The plot, as SVG."""
    parts = (part for kind, title, box in PANELS for part in _panel(results, kind, title, box))
    return drawing("Word F1 against milliseconds for a document", parts)


def drawing(title: str, parts: Iterable[str]) -> str:
    """An SVG of these parts."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    body = "\n".join(parts)
    return f'{head} role="img">\n<title>{title}</title>\n<style>{STYLE}</style>\n{body}\n</svg>\n'


def _panel(results: Results, kind: str, title: str, box: Box) -> Iterator[str]:
    speed = {name: rows[0].figures["milliseconds"] for name, rows in results.speed.of(kind).items()}
    contenders = results.quality.of(kind)
    f1 = {name: average(rows, "f1") for name, rows in contenders.items()}
    points = [
        Point(name.removesuffix(UNKNOWN_SITE), speed[name], f1[name], rows[0].is_ours)
        for name, rows in contenders.items()
        if name in speed and not rows[0].knows_sites
    ]
    if not points:
        return
    guides = {name: f1[name] for name in GUIDES if name in f1}
    scale = Scale.around(box, points, guides.values())
    yield label(box.left, box.top - 14, f"{title}: word F1", "title")
    yield from scale.axes()
    occupied = [Box(scale.x(point.cost) - 5, scale.y(point.f1) - 5, 10, 10) for point in points]
    for name, height in guides.items():
        y = scale.y(height)
        yield f'<line class="guide" x1="{box.left}" x2="{box.left + box.width}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield label(box.left + 6, y - 5, f"{name} {height:.3f}", "soft")
        occupied += (
            Box(box.left, y - LINE - 2, CHARACTER * len(name) + 50, LINE + 2),
            Box(box.left, y - 1, box.width, 2),
        )
    for point in sorted(points, key=lambda point: not point.is_ours):
        yield from mark(point, scale, occupied)


def mark(point: Point, scale: "Scale", occupied: list[Box]) -> Iterator[str]:
    """A dot, with its name at the nearest free place beside it."""
    x, y, kind = scale.x(point.cost), scale.y(point.f1), "ours" if point.is_ours else "peer"
    width = CHARACTER * len(point.name)
    corners = [(x + side, y + step * LINE - LINE / 2) for step in (0, 1, -1, 2, -2, 3, -3) for side in (9, -9 - width)]
    left, right = scale.box.left, scale.box.left + scale.box.width
    inside = [Box(*corner, width, LINE) for corner in corners if left < corner[0] < right - width]
    free = (box for box in inside if not any(box.meets(other) for other in occupied))
    spot = next(free, Box(*corners[0], width, LINE))
    occupied.append(spot)
    yield f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
    yield label(spot.left, spot.top + LINE - 4, point.name, "ours" if point.is_ours else "")


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps figures to places in a box; milliseconds are on a logarithmic scale."""

    box: Box
    costs: tuple[float, float]
    heights: tuple[float, float]

    @classmethod
    def around(cls, box: Box, points: Sequence[Point], guides: Iterable[float]) -> "Scale":
        heights = [*(point.f1 for point in points), *guides]
        costs = [log10(point.cost) for point in points]
        low, high = floor(min(heights) * 20) / 20, ceil(max(heights) * 20) / 20
        return cls(box, (min(costs) - 0.15, max(costs) + 0.45), (low, max(high, low + 0.05)))

    def x(self, cost: float) -> float:
        low, high = self.costs
        return self.box.left + self.box.width * (log10(cost) - low) / (high - low)

    def y(self, f1: float) -> float:
        low, high = self.heights
        return self.box.top + self.box.height * (high - f1) / (high - low)

    def axes(self, unit: str = "milliseconds for a document, one core") -> Iterator[str]:
        left, right, bottom = self.box.left, self.box.left + self.box.width, self.box.top + self.box.height
        low, high = self.heights
        for step in range(round((high - low) / 0.05) + 1):
            y = self.y(low + 0.05 * step)
            yield f'<line x1="{left}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}"/>'
            yield label(left - 8, y + 4, f"{low + 0.05 * step:.2f}", "soft", "end")
        for cost in _ticks(*self.costs):
            yield f'<line x1="{self.x(cost):.1f}" x2="{self.x(cost):.1f}" y1="{bottom}" y2="{bottom + 4}"/>'
            yield label(self.x(cost), bottom + 18, f"{cost:g}", "soft", "middle")
        yield label(right, bottom + 34, unit, "soft", "end")


def _ticks(low: float, high: float) -> Iterator[float]:
    """Round numbers between 10**low and 10**high.

    >>> list(_ticks(0.5, 1.4))
    [5.0, 10.0, 20.0]
    """
    for power in range(floor(low), ceil(high)):
        yield from (digit * 10.0**power for digit in (1, 2, 5) if low <= log10(digit) + power <= high)


def label(x: float, y: float, text: str, kind: str = "", anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">{escape(text)}</text>'
