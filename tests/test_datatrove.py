"""The step for pipelines of datatrove: what `Cleaner.clean` gives, in datatrove's own executor too."""

import json
import os
import pickle
import signal
import time
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow
pytest.importorskip("datatrove", reason="pip install 'article-cleaner[datatrove]'")

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.writers import JsonlWriter

from cleaner import Cleaner
from cleaner.batch.worker_process import START
from cleaner.containers.column import undone
from cleaner.datatrove import CleanStep, LearnStep, learnt_rules
from cleaner.result import Result
from cleaner.sites import Clues

RULES = '''
sites = ["ferry.example.com"]

[[rule]]
name = "tide-table"
family = "related"
kind = "line"
match = \'\'\'Tides? today: .+\'\'\'
reason = "the table of tides"
[[rule.example]]
before = """
The boat left.

Tide today: 4 m
"""
after = """
The boat left.
"""
[[rule.example]]
same = """
Tide today is high.
"""
'''
TEXT = "The boat left at noon, and nobody on the pier waved.\n\nTide today: 4 m\n\nIt came back at six.\n"
FERRY, OTHER = "https://ferry.example.com/news/1", "https://example.org/news/1"


@pytest.fixture
def cleaner(tmp_path: Path) -> Cleaner:
    file = tmp_path / "own" / "ferry.toml"
    file.parent.mkdir()
    file.write_text(RULES, encoding="utf-8")
    return Cleaner([file])


def documents(*texts: str, url: str | None = FERRY) -> list[Document]:
    return [Document(text, str(number), metadata={"url": url}) for number, text in zip(count(), texts)]


def test_gives_what_the_cleaner_gives(cleaner: Cleaner) -> None:
    texts = [TEXT, "See: More of the sea\n\nThe harbour was calm.\n", "", "   \n"]
    given = [*documents(*texts), *documents(*texts, url=OTHER), *documents(*texts, url=None)]
    expected = [cleaner.clean(document.text, url=document.metadata["url"]) for document in given]
    done = list(CleanStep(cleaner).run(given))
    assert [document.text for document in done] == [result.text for result in expected]
    assert [document.metadata["cleaner"]["status"] for document in done] == [result.status for result in expected]
    assert [undone(document.text, document.metadata["cleaner"]) for document in done] == texts * 3


def test_takes_the_rules_of_the_site_by_the_address(cleaner: Cleaner) -> None:
    ferry, other = CleanStep(cleaner).run([*documents(TEXT), *documents(TEXT, url=OTHER)])
    assert "Tide" not in ferry.text
    assert other.text == TEXT
    assert ferry.metadata["cleaner"]["removed"][0]["rules"] == ["own/ferry/tide-table"]


def test_counts_documents_and_characters_by_rule(cleaner: Cleaner) -> None:
    step = CleanStep(cleaner)
    list(step.run(documents(TEXT, TEXT, " ")))
    totals = {name: stat.total for name, stat in step.stats.stats.items()}
    assert totals == {"documents": 3, "ok": 2, "empty": 1, "own/ferry/tide-table": 2 * len("Tide today: 4 m")}


def test_extracts_pages() -> None:
    body = "".join(f"<p>The {what} stood still all day, and nobody knew why it did.</p>" for what in ("mill", "clock"))
    page = f"<html><body><nav><a href='/'>Home</a></nav><article>{body}</article></body></html>"
    good, bad = CleanStep(pages=True).run(documents(page, "\0\1\2 no page"))
    assert good.text == Cleaner().clean_html(page, url=FERRY).text
    assert "The clock stood still" in good.text
    assert (bad.text, bad.metadata["cleaner"]["status"]) == ("", "failed")


class Fragile(Cleaner):
    """Sleeps on one text, and dies of another."""

    def clean_document(self, text: str, clues: Clues) -> Result:
        if text == "sleep":
            time.sleep(60)
        if text == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        return super().clean_document(text, clues)


@pytest.mark.skipif(START != "fork", reason="the class cannot be imported by another process")
def test_a_document_that_hangs_or_kills_fails_alone() -> None:
    done = list(CleanStep(Fragile(), timeout=1).run(documents(TEXT, "sleep", TEXT, "die", TEXT)))
    statuses = [document.metadata["cleaner"]["status"] for document in done]
    assert statuses == ["ok", "failed", "ok", "failed", "ok"]
    assert [document.text for document in done] == [TEXT, "sleep", TEXT, "die", TEXT]
    assert "timeout" in done[1].metadata["cleaner"]["problems"][0]
    assert "SIGKILL" in done[3].metadata["cleaner"]["problems"][0]


def test_a_used_step_can_be_pickled(cleaner: Cleaner) -> None:
    step = CleanStep(cleaner)
    [before] = step.run(documents(TEXT))
    [after] = pickle.loads(pickle.dumps(step)).run(documents(TEXT))  # noqa: S301
    assert (after.text, after.metadata) == (before.text, before.metadata)


def test_reads_no_further_ahead_than_memory_allows() -> None:
    taken: list[int] = []

    def many() -> Any:
        for number in range(40):
            taken.append(number)
            yield Document("The ferry left. " * 500_000, str(number))

    with closing(CleanStep(timeout=0.01).run(many())) as step:
        next(step)
    assert len(taken) < 10


def test_runs_in_the_executor_of_datatrove(cleaner: Cleaner, tmp_path: Path) -> None:
    texts = [TEXT.replace("six", str(number)) for number in range(40)]
    steps = [documents(*texts), CleanStep(cleaner), JsonlWriter(str(tmp_path / "out"), compression=None)]
    LocalPipelineExecutor(steps, tasks=2, workers=2, logging_dir=str(tmp_path / "logs")).run()
    for task in range(2):
        lines = (tmp_path / "out" / f"{task:05}.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["text"] for line in lines] == [cleaner.clean(text, url=FERRY).text for text in texts]
    stats = json.loads((tmp_path / "logs" / "stats.json").read_text(encoding="utf-8"))
    assert stats[0]["stats"]["own/ferry/tide-table"]["total"] == 80 * len("Tide today: 4 m")


@pytest.mark.parametrize("tasks", [1, 3])
def test_a_first_pipeline_learns_what_the_second_removes(tmp_path: Path, tasks: int) -> None:
    """The same is learnt by any number of tasks."""
    foot = "Quay Notes reach 900 readers a day\n"
    documents = [
        Document(
            f"A boat came in on day {n}, and nobody on pier {n * n} waved at it for long.\n\n{foot}",
            str(n),
            metadata={"url": FERRY},
        )
        for n in range(12)
    ]
    samples = str(tmp_path / "samples")
    for rank in range(tasks):
        step = LearnStep(samples)
        assert [*step.run(documents[rank::tasks], rank, tasks)] == documents[rank::tasks]
    learnt = learnt_rules(samples)
    [file] = learnt
    assert (file.sites, len(file.rules)) == (("ferry.example.com",), 1)
    cleaned = [*CleanStep(Cleaner(learnt=learnt)).run(documents)]
    assert not any("Quay Notes" in document.text for document in cleaned)
    assert cleaned[0].metadata["cleaner"]["removed"][0]["rules"][0].startswith("learnt/ferry.example.com/")
