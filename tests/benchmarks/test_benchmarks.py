"""Both benchmarks on a tiny collection, and their tables and plot."""

import gzip
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest
from contenders import AS_IT_IS, ORACLE, Contender, missing, page_contenders, text_contenders
from figures import Results, Row, Run
from flat import flat
from lxml import etree
from plot import plot
from quality import Tally, pages, references, texts
from report import NAME, README, render, with_tables
from sources import Article, Collections
from stages import REST, STAGES, measured
from tables import tables
from wordscore import best_lines

from cleaner import Cleaner

HERE = Path(__file__).parent
SENTENCES = [
    f"The {word} bridge was closed on Monday, and the ferries were full before a bus had left the {word} square."
    for word in ("old", "new", "long", "short", "stone", "iron")
]
LINK = "Read more: Ferry fares rise again"
BROKEN = Contender("broken", "1", lambda *_: str(1 / 0))
FIRST_LINE = Contender("first line", "1", lambda document, _: document.split("\n")[0])


def write_lines(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """Three pages of one set, the texts of one extractor, and the flattened pages."""
    gold, leftovers, dumps = [], [], []
    for number in range(3):
        ident, url = f"page-{number}", f"https://www.example.com/{number}"
        article = SENTENCES[number : number + 3]
        paragraphs = "".join(f"<p>{line}</p>" for line in [*article[:2], LINK, *article[2:]])
        html = f"<html lang=en><body><nav><a href=/>Home</a></nav><article>{paragraphs}</article></body></html>"
        page = tmp_path / "pages" / "tiny" / f"{ident}.html.gz"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(gzip.compress(html.encode()))
        about: dict[str, object] = {"id": ident, "url": url}
        snippets = {"with": [article[0][:30]], "without": ["Ferry fares rise", article[1][:20]]}
        gold.append(about | {"text": "\n".join(article)} | snippets)
        leftovers.append(about | {"text": "\n".join([*article[:2], LINK, *article[2:]])})
        dumps.append(about | {"text": flat(html)})
    write_lines(tmp_path / "pages" / "tiny" / "gold.jsonl.gz", gold)
    write_lines(tmp_path / "leftovers" / "tiny" / "extractor.jsonl.gz", leftovers)
    write_lines(tmp_path / "dumps" / "tiny" / "converter.jsonl.gz", [*dumps, {"id": "unknown", "url": "", "text": "x"}])
    write_lines(tmp_path / "dumps" / "other" / "converter.jsonl.gz", dumps)
    return tmp_path


def run(measure: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(HERE / f"{measure}.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_both_benchmarks_write_to_one_folder(collection: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    for measure in ("quality", "speed"):
        done = run(measure, str(collection), "-o", str(output), "--limit", "2")
        assert done.returncode == 0, done.stderr
        assert all(f"{name} is not installed; skipped" in done.stderr for name in missing())
    written = (output / f"{NAME}.md").read_text("utf-8")
    assert done.stdout == written
    for contender in (*page_contenders(), *text_contenders(), AS_IT_IS):
        assert f"{contender.name} {contender.version}".strip() in written
    assert "tiny 2" in written
    assert etree.parse(output / f"{NAME}.svg").getroot().tag.endswith("svg")


def test_a_folder_without_collections_is_an_error(tmp_path: Path) -> None:
    done = run("quality", str(tmp_path))
    assert done.returncode == 2
    assert "there is no pages/*/gold.jsonl.gz" in done.stderr


def test_collections_are_read(collection: Path) -> None:
    collections = Collections(collection)
    assert collections.sets() == ["tiny"]
    assert [source.kind for source in collections.sources()] == ["leftovers", "dumps"]
    dumps = collections.texts(collections.sources()[1])
    assert [article.id for article, _ in dumps] == ["page-0", "page-1", "page-2"]
    assert collections.articles("tiny")[0].unwanted == ("Ferry fares rise",)


def test_a_limit_is_spread_over_the_set(collection: Path) -> None:
    assert [article.id for article in Collections(collection, 2).articles("tiny")] == ["page-0", "page-1"]
    assert [article.id for article in Collections(collection, 1).articles("tiny")] == ["page-0"]


def test_a_contender_that_raises_is_counted(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [row] = pages(Collections(collection), "tiny", [BROKEN])
    assert (row.figures["failed"], row.figures["documents"], row.figures["f1"]) == (3, 3, 0)
    assert "broken raises ZeroDivisionError" in capsys.readouterr().err


def test_texts_are_compared_with_the_input_and_with_the_oracle(collection: Path) -> None:
    collections = Collections(collection)
    rows = {row.contender: row.figures for row in texts(collections, collections.sources()[0], [FIRST_LINE])}
    before, oracle, ours = rows[AS_IT_IS.name], rows[ORACLE], rows["first line"]
    assert oracle["f1"] == 1 > before["f1"] == oracle["before"]
    assert (before["hurt"], before["lost_text"], before["unwanted_there"]) == (0, 0, 3)
    assert (ours["hurt"], ours["lost_text"], ours["unwanted_there"], ours["wanted_there"]) == (1, 1, 0, 3)
    assert ours["precision"] == 1


def test_words_lost_from_true_articles_are_counted(collection: Path) -> None:
    [row] = references(Collections(collection), "tiny", [FIRST_LINE])
    assert row.figures["touched"] == 1
    assert 0.6 < row.figures["words_lost"] / row.figures["words"] < 0.7


def test_this_cleaner_cleans_the_collection(collection: Path) -> None:
    collections = Collections(collection)
    rows = {row.contender: row.figures for row in texts(collections, collections.sources()[0], text_contenders())}
    assert rows["cleaner"]["f1"] == rows["cleaner, rules alone, site unknown"]["f1"] == 1


def test_all_snippets_of_a_page_count() -> None:
    tally = Tally()
    tally.add(Article("", "", "one two", wanted=("one", "two"), unwanted=("three", "four")), "two  three")
    assert (tally.wanted.possible, tally.wanted.there) == (2, 1)
    assert (tally.unwanted.possible, tally.unwanted.there) == (2, 1)


def test_only_snippets_that_a_text_contained_count() -> None:
    tally = Tally()
    article = Article("", "", "one two", wanted=("one", "two"), unwanted=("three", "four"))
    tally.add(article, "two", before="one\ntwo three")
    assert (tally.wanted.possible, tally.wanted.there) == (2, 1)
    assert (tally.unwanted.possible, tally.unwanted.there) == (1, 0)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("Menu\na b c d e f", "a b c d e f", id="short line that is not in the article"),
        pytest.param("b c\na x", "b c", id="short lines"),
        pytest.param("a b c d e x", "a b c d e x", id="half of the runs"),
        pytest.param("a b c d e x y", "", id="a third of the runs"),
        pytest.param("\n\n", "", id="no line"),
    ],
)
def test_the_oracle_keeps_lines_of_the_article(text: str, left: str) -> None:
    assert best_lines(text, "a b c d e f") == left


def results() -> Results:
    """Figures of two contenders on pages, texts and true articles."""
    text = {"documents": 2, "failed": 0, "precision": 0.75, "recall": 1.0, "f1": 0.75, "before": 0.5, "hurt": 0.25}
    text |= {"lost_text": 0.5, "wanted": 0, "wanted_there": 0, "unwanted": 4, "unwanted_there": 1}
    perfect = text | {"f1": 1.0}
    article = {"documents": 2, "words": 200, "words_lost": 1, "touched": 0.5, "failed": 1}
    rows = [
        Row("cleaner, site unknown", "1.0", "pages", "a", "", text),
        Row("cleaner, site unknown", "1.0", "pages", "b", "", perfect),
        Row("peer <&>", "2", "pages", "a", "", text | {"failed": 2}),
        Row("cleaner, site unknown", "1.0", "dumps", "a", "x", text),
        Row(ORACLE, "", "dumps", "a", "x", perfect),
        Row("cleaner, site unknown", "1.0", "articles", "a", "", article),
    ]
    speed = [
        Row(row.contender, row.version, row.kind, "", "", {"milliseconds": 20.0, "megabytes_per_second": 5.0})
        for row in (rows[0], rows[2], rows[3])
    ]
    return Results(Run("then; there.", rows), Run("now; here.", speed))


def test_the_tables_show_the_figures() -> None:
    page, text, article, about = tables(results()).split("\n\n")
    assert page.splitlines()[2:] == [
        "| **cleaner, site unknown 1.0** | 0.8750 | 0.7500 | 1.0000 | 0.7500 | 1.0000 | 25.0 % | – | 20.0 |",
        "| peer <&> 2 (2 failed) | 0.7500 | 0.7500 | – | 0.7500 | 1.0000 | 25.0 % | – | 20.0 |",
    ]
    assert text.splitlines()[3].split(" | ")[1:-1] == [
        *("0.7500", "0.7500", "1.0000", "50.0 %", "+0.2500", "25.0 %", "50.0 %", "75.0 %", "–"),
    ]
    assert article.splitlines()[2] == "| **cleaner, site unknown 1.0** (1 failed) | 0.500 % | 50.0 % |"
    assert about == "Quality: then; there. Speed: now; here.\n"


def test_without_figures_there_is_no_table() -> None:
    assert tables(Results()) == "\n"
    assert "<circle" not in plot(Results())


def test_the_plot_names_each_contender() -> None:
    root = etree.fromstring(plot(results()))
    labels = ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"cleaner", "peer <&>"} <= set(labels)
    assert len(list(root.iter("{http://www.w3.org/2000/svg}circle"))) == 3


def test_the_readme_shows_the_latest_figures(tmp_path: Path) -> None:
    """If this fails, run `python tests/benchmarks/report.py`."""
    shutil.copy(HERE / f"{NAME}.json", tmp_path)
    render(tmp_path)
    for ending in ("md", "svg"):
        assert (tmp_path / f"{NAME}.{ending}").read_bytes() == (HERE / f"{NAME}.{ending}").read_bytes()
    text = README.read_text("utf-8")
    assert with_tables(text, (HERE / f"{NAME}.md").read_text("utf-8")) == text
    assert "| **cleaner" in text


def test_links_of_the_readme_lead_somewhere() -> None:
    text = README.read_text("utf-8")
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^## (.+)$", text, flags=re.MULTILINE)}
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert {link[1:] for link in links if link[0] == "#"} == headings
    assert [link for link in links if link[0] != "#" and not (HERE / link).exists()] == []


def test_reading_and_writing_figures_changes_nothing(tmp_path: Path) -> None:
    results().write(tmp_path / "results.json")
    assert Results.read(tmp_path / "results.json") == results()


def test_the_time_of_a_text_is_that_of_its_stages() -> None:
    cleaner, text = Cleaner(), "\n\n".join([*SENTENCES, LINK, "Share", "Subscribe to our newsletter"])
    before = cleaner.clean(text)
    began = perf_counter()
    with measured() as spent:
        assert cleaner.clean(text) == before
    taken = perf_counter() - began
    assert spent.seconds.keys() == {*STAGES, REST}
    assert min(spent.seconds[stage] for stage in ("lines", "language", "rules", "structure")) > 0
    assert 0.5 * taken < sum(spent.seconds.values()) <= taken
    spent.seconds.clear()
    assert cleaner.clean(text) == before
    assert not spent.seconds


@pytest.mark.slow
def test_throughput_prints_each_figure(collection: Path) -> None:
    command = [
        sys.executable,
        str(HERE / "throughput.py"),
        str(collection),
        *("--records", "8", "--files", "8", "--tiny", "8"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert [float(line.split()[0]) > 0 for line in lines] == [True] * 7
    assert [line.split("  ")[-1].partition(",")[0] for line in lines[:1]] == ["JSON Lines"]
