"""The figures as Markdown tables."""

from collections.abc import Iterable, Sequence

from contenders import ORACLE
from figures import Results, Row, average, total

NOT_KNOWN = "–"


def tables(results: Results) -> str:
    """All tables, followed by when and on what they were measured."""
    runs = (("Quality", results.quality), ("Speed", results.speed))
    parts = [
        _page_table(results),
        _text_table(results, "leftovers", "Texts that extractors returned"),
        _text_table(results, "dumps", "Whole pages flattened to text"),
        _article_table(results),
        " ".join(f"{name}: {run.about}" for name, run in runs if run.about),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _page_table(results: Results) -> str:
    contenders = results.quality.of("pages")
    sets = sorted({row.set for rows in contenders.values() for row in rows})
    lines = []
    for name, rows in _best_first(contenders):
        f1 = {row.set: row.figures["f1"] for row in rows}
        lines.append(
            [
                _label(rows),
                _points(average(rows, "f1")),
                *(_points(f1[each]) if each in f1 else NOT_KNOWN for each in sets),
                *(_points(average(rows, figure)) for figure in ("precision", "recall")),
                _share(total(rows, "unwanted_there"), total(rows, "unwanted")),
                _share(total(rows, "wanted_there"), total(rows, "wanted")),
                _speed(results, "pages", name, "milliseconds"),
            ]
        )
    titles = ["F1", *sets, "precision", "recall", "unwanted there", "wanted there", "ms a page"]
    return _table("Pages", titles, lines)


def _text_table(results: Results, kind: str, title: str) -> str:
    contenders = results.quality.of(kind)
    if not contenders:
        return ""
    oracle = contenders[ORACLE]
    possible_gain = total(oracle, "f1") - total(oracle, "before")
    lines = []
    for name, rows in _best_first(contenders):
        gains = [row.figures["f1"] - row.figures["before"] for row in rows]
        unwanted, wanted = (total(rows, figure) - total(rows, f"{figure}_there") for figure in ("unwanted", "wanted"))
        lines.append(
            [
                _label(rows),
                *(_points(average(rows, figure)) for figure in ("f1", "precision", "recall")),
                _share(sum(gains), possible_gain),
                f"{min(gains):+.4f}",
                *(_percent(average(rows, figure)) for figure in ("hurt", "lost_text")),
                _share(unwanted, total(rows, "unwanted")),
                _share(wanted, total(rows, "wanted"), 2),
                _speed(results, kind, name, "megabytes_per_second"),
            ]
        )
    titles = ["F1", "precision", "recall", "closed", "worst source", "hurt", "lost text"]
    return _table(title, [*titles, "unwanted gone", "wanted gone", "MB/s"], lines)


def _article_table(results: Results) -> str:
    contenders = results.quality.of("articles")
    sets = sorted({row.set for rows in contenders.values() for row in rows})
    lines = []
    for rows in contenders.values():
        lost = {row.set: _share(row.figures["words_lost"], row.figures["words"], 3) for row in rows}
        touched = sum(row.figures["touched"] * row.figures["documents"] for row in rows)
        lines.append(
            [_label(rows), *(lost.get(each, NOT_KNOWN) for each in sets), _share(touched, total(rows, "documents"))]
        )
    return _table("Words taken from the reference texts", [*sets, "articles touched"], lines)


def _table(title: str, titles: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    rows = [[title, *titles], ["---", *["---:"] * len(titles)], *lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) if len(rows) > 2 else ""


def _best_first(contenders: dict[str, list[Row]]) -> list[tuple[str, list[Row]]]:
    return sorted(contenders.items(), key=lambda item: -average(item[1], "f1"))


def _label(rows: Sequence[Row]) -> str:
    """Name, version and number of failures of a contender; ours in bold."""
    name = f"{rows[0].contender} {rows[0].version}".strip()
    failed = total(rows, "failed")
    return (f"**{name}**" if rows[0].is_ours else name) + (f" ({failed:.0f} failed)" if failed else "")


def _speed(results: Results, kind: str, contender: str, figure: str) -> str:
    rows = results.speed.of(kind).get(contender, [])
    return f"{rows[0].figures[figure]:.1f}" if rows else NOT_KNOWN


def _points(figure: float) -> str:
    return f"{figure:.4f}"


def _percent(share: float, digits: int = 1) -> str:
    return f"{share:.{digits}%}".replace("%", " %")


def _share(part: float, whole: float, digits: int = 1) -> str:
    return _percent(part / whole, digits) if whole else NOT_KNOWN
