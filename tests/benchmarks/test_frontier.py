"""The frontier on a tiny collection, and its table and plot."""

from pathlib import Path

import pytest
from curves import NAME, Point, curves, read, table, write
from frontier import Setting, all_settings, measured, of_true_texts, points, without_line
from lxml import etree
from sources import Collections, Source
from test_benchmarks import SENTENCES, write_lines

HERE = Path(__file__).parent
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """An article, the text of an extractor that left a link in it, the same below a menu, and a text of a genre."""
    about: dict[str, object] = {"id": "one", "url": "https://www.example.com/1"}
    left = [*SENTENCES[:3], "Read more: Ferry fares rise again", *SENTENCES[3:]]
    write_lines(tmp_path / "pages" / "tiny" / "gold.jsonl.gz", [about | {"text": "\n".join(SENTENCES)}])
    write_lines(tmp_path / "leftovers" / "tiny" / "extractor.jsonl.gz", [about | {"text": "\n".join(left)}])
    write_lines(tmp_path / "dumps" / "tiny" / "converter.jsonl.gz", [about | {"text": "\n".join(["Menu", *left])}])
    write_lines(tmp_path / "clean" / "songs.jsonl.gz", [{"text": "The tide was low,\nthe boats lay still."}])
    return tmp_path


def test_each_setting_is_a_point(collection: Path) -> None:
    jobs: list[Source | str | Path] = [
        *Collections(collection).sources(),
        "tiny",
        collection / "clean" / "songs.jsonl.gz",
    ]
    found = list(points([row for job in jobs for row in measured(collection, job)]))
    assert [point.name for point in found] == [f"{s.knob} {s.value}".strip() for s in all_settings()]
    here = found[0]
    assert here.closed["leftovers"] == pytest.approx(1)
    assert here.lost == {"articles": 0, "clean": 0, "all": 0}
    assert here.lost_text == {"leftovers": 0, "dumps": 0}


def test_words_of_true_texts_that_go_are_counted() -> None:
    [row] = [
        row for row in of_true_texts("clean", ["Read more: Ferry fares rise again"]) if row.setting == "rules alone "
    ]
    assert (row.words, row.words_lost) == (6, 6)


def test_the_headline_counts_on_neither_side() -> None:
    assert without_line("Home\n# Ferry late\nThe ferry was late.", ["ferry", "late"]) == "Home\nThe ferry was late."
    assert without_line("Home\nNews", ["ferry", "late"]) == "Home\nNews"
    assert without_line("Home\n\nNews", []) == "Home\n\nNews"


def test_settings_differ() -> None:
    settings = list(all_settings())
    assert settings[0] == Setting("as packaged", "")
    assert len({(s.settings, tuple(s.constants.items())) for s in settings}) == len(settings)


def test_the_plot_joins_the_points_of_a_knob(tmp_path: Path) -> None:
    settings = (
        ("as packaged", "", 0.001),
        ("price", "× 2", 0.001),
        ("furniture", "0", 0.003),
        ("furniture", "3", 0.002),
    )
    shown = [
        Point(knob, value, {"all": lost}, {"leftovers": 0.25, "dumps": 0.5}, {"leftovers": 0.05, "dumps": 0.25})
        for knob, value, lost in (*settings, ("rules alone", "", 0.0))
    ]
    write(tmp_path / "points.json", shown)
    assert read(tmp_path / "points.json") == shown
    root = etree.fromstring(curves(shown))
    labels = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    counts = [labels.count(name) for name in ("as packaged", "price × 2", "furniture 0", "furniture 3", "rules alone")]
    assert counts == [4, 2, 2, 2, 0]
    assert sum(line.get("class") == "guide" for line in root.iter(f"{SVG}line")) == 2 * (2 + 1)


def test_the_readme_shows_the_latest_frontier() -> None:
    """If this fails, run `python tests/benchmarks/frontier.py COLLECTIONS -o tests/benchmarks`, and paste its table."""
    kept = read(HERE / f"{NAME}.json")
    assert curves(kept) == (HERE / f"{NAME}.svg").read_text("utf-8")
    assert table(kept) in (HERE / "README.md").read_text("utf-8")
