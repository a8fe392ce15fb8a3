"""Each recipe in samples/recipes, run with the library that it is for."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cleaner import Cleaner

RECIPES = Path(__file__).parent.parent / "samples" / "recipes"
PIER = (
    "The old pier was closed on Friday after a storm tore two of its piles out of the sea bed, the town said.\n"
    "{}"
    "Divers will look at the others in May, and until then the ferry lands at the fish market across the bay.\n"
)
TEXTS = [PIER.format("See: The storm of the century\n"), PIER.format("")]
CLEAN = [PIER.format("")] * 2
URLS = ["https://quay.example.net/1", None]
# Not a package of their own: what is loaded warns of its own future, which is not ours.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

HUGGING_FACE = """
import json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from datasets import Dataset
from cleaner import Cleaner, Settings
from hugging_face import cleaned
if __name__ == "__main__":
    dataset = Dataset.from_json(sys.argv[2], cache_dir=sys.argv[3])
    result = cleaned(dataset, Cleaner(settings=Settings(ignore=tuple(sys.argv[4:]))))
    files = [Path(file["filename"]) for file in result.cache_files]
    print(json.dumps([result["text"][:], sorted([file.name, file.stat().st_mtime_ns] for file in files)]))
"""

SPIDER = """
import sys
import scrapy
sys.path.insert(0, {recipes!r})
from scrapy_pipeline import CleanerPipeline

class Pages(scrapy.Spider):
    name = "pages"
    start_urls = {urls!r}
    custom_settings = {{"ITEM_PIPELINES": {{CleanerPipeline: 300}}}}

    def parse(self, response):
        yield {{"url": "https://quay.example.net/1", "html": response.body}}
"""


# Compiles less of Java and of the plan of the query: for one short query that takes longer than it saves.
SPARK = {
    "spark.ui.enabled": "false",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
}


def recipe(name: str) -> ModuleType:
    """The recipe as a module, which other processes can import by its name too."""
    spec = importlib.util.spec_from_file_location(name, RECIPES / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


def test_datasets_in_two_processes_and_from_the_cache(tmp_path: Path) -> None:
    pytest.importorskip("datasets")
    rows = tmp_path / "rows.jsonl"
    pairs = zip(TEXTS, URLS, strict=True)
    rows.write_text("".join(json.dumps({"text": text, "url": url}) + "\n" for text, url in pairs), encoding="utf-8")

    def run(seed: str, *ignore: str) -> Any:
        done = subprocess.run(
            [sys.executable, "-c", HUGGING_FACE, RECIPES, rows, tmp_path / "cache", *ignore],
            env={**os.environ, "PYTHONHASHSEED": seed, "HF_HOME": str(tmp_path / "home"), "HF_HUB_OFFLINE": "1"},
            check=True,
            capture_output=True,
            text=True,
        )
        return json.loads(done.stdout)

    texts, files = run("1")
    assert texts == CLEAN
    assert len(files) == 2
    assert run("2") == [CLEAN, files]
    others, other_files = run("1", "common/en/see-*", "heuristic/*")
    assert others == TEXTS
    assert {name for name, _ in other_files}.isdisjoint(name for name, _ in files)


def test_pandas(cleaner: Cleaner) -> None:
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"id": [7, 8, 9], "text": [*TEXTS, None], "url": [*URLS, None]})
    cleaned = recipe("pandas_frame").cleaned(frame, cleaner)
    assert list(cleaned["text"]) == [*CLEAN, ""]
    assert list(cleaned["status"]) == ["ok", "ok", "empty"]
    assert list(cleaned["removed"]) == [len(TEXTS[0]) - len(TEXTS[1]), 0, 0]
    assert list(cleaned["id"]) == [7, 8, 9]


def test_polars(cleaner: Cleaner) -> None:
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame({"id": [7, 8, 9], "text": [*TEXTS, None], "url": [*URLS, None]})
    clean: Callable[..., Any] = recipe("polars_frame").cleaned
    expected = frame.with_columns(text=pl.Series([*CLEAN, ""]))
    assert clean(frame, cleaner).equals(expected)
    assert frame.lazy().map_batches(lambda part: clean(part, cleaner)).collect().equals(expected)


def test_arrow(cleaner: Cleaner) -> None:
    pa = pytest.importorskip("pyarrow")
    schema = pa.schema([("id", pa.int64()), ("text", pa.large_string()), ("url", pa.string())], {"source": "quay"})
    table = pa.table({"id": [7, 8, 9], "text": [*TEXTS, None], "url": [*URLS, None]}, schema)
    cleaned = recipe("arrow_table").clean_table(table, cleaner)
    assert cleaned["text"].to_pylist() == [*CLEAN, None]
    assert cleaned.schema.equals(schema, check_metadata=True)
    assert cleaned.drop(["text"]).equals(table.drop(["text"]))


def test_scrapy(tmp_path: Path) -> None:
    pytest.importorskip("scrapy")
    article = "".join(f"<p>{line}</p>" for line in TEXTS[0].splitlines())
    (tmp_path / "pier.html").write_text(f"<article><h1>Pier</h1>{article * 2}</article>", encoding="utf-8")
    (tmp_path / "none.html").write_text("<html><body></body></html>", encoding="utf-8")
    urls = [(tmp_path / name).as_uri() for name in ("pier.html", "none.html")]
    (tmp_path / "spider.py").write_text(SPIDER.format(recipes=str(RECIPES), urls=urls), encoding="utf-8")
    command = [sys.executable, "-m", "scrapy", "runspider", "spider.py", "-O", "items.jsonl"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    items = [json.loads(line) for line in (tmp_path / "items.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [item["text"].count("Divers will look") for item in items] == [2]
    assert "See:" not in items[0]["text"]
    assert "html" not in items[0]
    assert "Dropped: " in done.stderr


def test_spacy() -> None:
    spacy = pytest.importorskip("spacy")
    recipe("spacy_component")
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("cleaner", first=True)
    docs = list(nlp.pipe(TEXTS))
    assert [doc.text for doc in docs] == CLEAN
    assert all(doc.has_annotation("SENT_START") for doc in docs)


def test_spark(cleaner: Cleaner, monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql")
    if not shutil.which("java"):
        pytest.skip("Spark needs Java; on Debian, apt-get install default-jre-headless")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    session = sql.SparkSession.builder.master("local[1]").config(map=SPARK).getOrCreate()
    try:
        frame = session.createDataFrame(list(zip([7, 8], TEXTS, URLS, strict=True)), "id long, text string, url string")
        rows = recipe("spark_frame").cleaned(frame, cleaner).collect()
    finally:
        session.stop()
    assert sorted((row.id, row.text, row.url) for row in rows) == list(zip([7, 8], CLEAN, URLS, strict=True))
