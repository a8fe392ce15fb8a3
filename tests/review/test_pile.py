"""The lines that learning leaves for a person, as the page of a review sees them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from reviewed import QUAY, QUESTION, SUBHEAD, Reviewed, doubtful_texts, reviewing

from cleaner.learning.example_texts import left_by
from cleaner.learning.second_learning import EarlierFile, earlier_file
from cleaner.rulefiles.added import user_files
from cleaner.rules.settings import Settings

# Their numbers: lines of mills.example, a site before theirs, come first.
OF_SUBHEAD, OF_QUESTION = 1, 2


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reviewed]:
    with reviewing(tmp_path_factory.mktemp("corpus"), Settings(heuristics=False), doubtful_texts()) as started:
        learnt(started)
        yield started


def learnt(review: Reviewed) -> dict[str, Any]:
    """What is said of the pile once it is learnt."""
    while (pile := review.ask("progress")["pile"])["state"] != "learnt":
        assert pile["state"] in {"waiting", "learning"}
    assert isinstance(pile, dict)
    return pile


def line(review: Reviewed, number: int, step: int = 1) -> str:
    return str(review.ask(f"candidate?number={number}&step={step}")["candidate"]["line"])


def left(review: Reviewed) -> int:
    return int(review.ask("progress")["pile"]["left"])


def answers(review: Reviewed) -> EarlierFile:
    earlier = earlier_file((review.folder / "mine" / f"{QUAY}.toml").read_text(encoding="utf-8"))
    assert earlier
    return earlier


def test_a_line_is_shown_with_its_evidence(review: Reviewed) -> None:
    assert learnt(review) == {"state": "learnt", "done": 3, "of": 3, "noun": "site", "left": 3}
    found = review.ask(f"candidate?number={OF_SUBHEAD}")["candidate"]
    assert (found["line"], found["rank"], found["host"]) == (SUBHEAD, 2, QUAY)
    assert (found["documents"], found["of"], found["varies"]) == (9, 9, "always the same")
    assert found["why"] == "stands alone between other text, as a subhead or a dateline does"
    assert {Path(each["name"]).parent.name for each in found["witnesses"]} == {QUAY}
    assert all(each["above"] and each["below"] for each in found["witnesses"])
    assert "match = [\n  # in 9 of 9 documents, inside the article\n  '''Background'''," in found["toml"]
    elsewhere = review.ask("candidate")["candidate"]
    assert (elsewhere["site"], elsewhere["elsewhere"]) == ("mills.example", ["other"])


def test_one_goes_from_line_to_line_and_round(review: Reviewed) -> None:
    assert line(review, OF_QUESTION) == QUESTION
    assert line(review, 0, -1) == QUESTION
    assert line(review, OF_QUESTION, -1) == SUBHEAD
    assert line(review, OF_QUESTION + 1) == line(review, 0)


def test_a_yes_saves_the_rule_and_is_taken_back(review: Reviewed) -> None:
    found = review.ask(f"candidate?number={OF_SUBHEAD}")["candidate"]
    saved = review.tell("decide", number=OF_SUBHEAD, toml=found["toml"])
    assert saved["problems"] == []
    text = next(iter(doubtful_texts().values()))
    [file] = user_files((review.folder / "mine",))
    assert SUBHEAD not in left_by(file.rules[0], text)
    assert line(review, OF_SUBHEAD) == QUESTION
    assert left(review) == 2
    assert answers(review).refuses(found["pattern"])
    assert review.tell("undo")["undone"] == saved["saved"]
    assert line(review, OF_SUBHEAD) == SUBHEAD
    assert not list((review.folder / "mine").iterdir())


def test_a_no_is_remembered_and_is_taken_back(review: Reviewed) -> None:
    assert review.tell("decide", number=OF_SUBHEAD, toml="")["saved"] == f"no to {SUBHEAD!r} in {QUAY}.toml"
    assert line(review, OF_SUBHEAD) == QUESTION
    assert answers(review).refuses(SUBHEAD)
    for number in (OF_QUESTION, 0):
        review.tell("decide", number=number, toml=review.ask(f"candidate?number={number}")["candidate"]["toml"])
    assert review.ask("candidate")["candidate"] is None
    for undone in (1, 2, 3):
        review.tell("undo")
        assert left(review) == undone


def test_a_second_rule_of_one_name_gets_another(review: Reviewed) -> None:
    saved = []
    for number in (OF_SUBHEAD, OF_QUESTION):
        toml = review.ask(f"candidate?number={number}")["candidate"]["toml"]
        saved.append(review.tell("decide", number=number, toml=toml)["saved"])
    assert saved == [f"rule meta-lines in {QUAY}.toml", f"rule meta-lines-2 in {QUAY}.toml"]
    review.tell("undo")
    review.tell("undo")


def test_a_wrong_rule_is_not_saved(review: Reviewed) -> None:
    toml = review.ask(f"candidate?number={OF_SUBHEAD}")["candidate"]["toml"]
    wrong = toml.replace("'''Background'''", "'''Back('''")
    [problem, *_] = review.tell("decide", number=OF_SUBHEAD, toml=wrong)["problems"]
    assert "match" in problem
    assert not list((review.folder / "mine").glob("*"))
    status, said = review.request("POST", "decide", '{"number": 7}', Content_Type="application/json")
    assert (status, said["error"]) == (400, "there is no line 7 to decide on")
