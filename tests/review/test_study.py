"""Learning beside a review: what is learnt of records, and what rules of now already take."""

import json
from pathlib import Path

import pytest
from reviewed import QUAY, QUESTION, SUBHEAD, doubtful_texts

from cleaner.commands.reader import DocumentReader
from cleaner.config import Config
from cleaner.corpus.source import FileSource
from cleaner.review.entries import entries
from cleaner.review.pupil import Reached
from cleaner.review.study import Learning, Study

pytestmark = pytest.mark.slow

RULE = f"""sites = ["{QUAY}"]

[[rule]]
name = "background"
family = "meta"
kind = "line"
match = '''{SUBHEAD}'''
reason = "heading of every text"
[[rule.example]]
before = "{SUBHEAD}"
after = ""
[[rule.example]]
same = "{SUBHEAD} of the storm."
"""


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A study beside a rule for one of the lines that recur."""
    (tmp_path / "mine.toml").write_text(RULE, encoding="utf-8")
    return study_beside(tmp_path / "mine.toml")


def study_beside(rules: Path) -> Study:
    """A study of records, and of a file that is not there any more."""
    records = [{"url": f"https://{QUAY}/{name}", "text": text} for name, text in doubtful_texts().items()]
    container = rules.parent / "dump.jsonl"
    container.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    wanted = Config().wanted
    found = list(entries([FileSource(container), FileSource(rules.parent / "gone.txt")], wanted))
    return Study(found, wanted, DocumentReader(rules=(rules,)))


def test_lines_are_left_of_records_but_for_those_that_rules_take(study: Study) -> None:
    study.all_are_found()
    study.ask()
    study.run()
    assert (study.state, study.reached) == (Learning.LEARNT, Reached(1, 1, "site"))
    assert [each.evidence["line"] for each in study.learnt.candidates] == [QUESTION]
    assert study.learnt.homes == [QUAY] * 9 + [""]


def test_a_study_that_is_stopped_starts_no_process(study: Study) -> None:
    study.stop()
    study.run()
    assert (study.state, study.learnt.candidates) == (Learning.WAITING, [])


def test_a_study_whose_process_ends_too_early_has_failed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.toml").write_text("[[rule]]", encoding="utf-8")
    study = study_beside(tmp_path / "mine.toml")
    study.all_are_found()
    study.ask()
    study.run()
    assert study.state is Learning.FAILED
    assert capfd.readouterr().err == ""
