"""A review as its page sees it: real processes, a real server, real rule files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from reviewed import FOOT, NEAR, PLACES, Reviewed, reviewing

from cleaner.rulefiles.added import user_files
from cleaner.rules.settings import Settings


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reviewed]:
    with reviewing(tmp_path_factory.mktemp("corpus"), Settings(heuristics=False)) as started:
        yield started


def test_the_survey_fills_in_what_is_known_of_each_document(review: Reviewed) -> None:
    counts = review.wait("progress", "surveyed", 6)
    assert dict(counts["site"]) == {"mills.example": 4}
    assert dict(counts["status"]) == {"ok": 5, "empty": 1, "changed": 4, "unchanged": 2}
    assert dict(counts["rule"]) == {"common/en/see-also": 4}


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("", ["empty.txt", "asterby.txt", "brunnhold.txt", "corvale.txt", "dunmere.txt", "letter.txt"]),
        ("status=unchanged", ["empty.txt", "letter.txt"]),
        ("site=mills.example&name=VALE", ["corvale.txt"]),
        ("rule=common/en/see-also", ["asterby.txt", "brunnhold.txt", "corvale.txt", "dunmere.txt"]),
    ],
)
def test_the_list_is_filtered_and_begins_with_what_needs_attention(
    review: Reviewed, wanted: str, names: list[str]
) -> None:
    review.wait("progress", "surveyed", 6)
    found = review.ask(f"documents?{wanted}")
    assert [Path(each["name"]).name for each in found["documents"]] == names
    assert found["total"] == len(names)


def test_a_document_is_shown_with_what_goes_and_the_clean_text(review: Reviewed) -> None:
    shown = review.ask("document?number=0")
    gone = [part for line in shown["lines"] for part in line["parts"] if part["fate"] == "gone" and part["text"]]
    assert [(part["text"], part["rules"]) for part in gone] == [("See: A story of Asterby", ["common/en/see-also"])]
    assert shown["rules"]["common/en/see-also"]["family"] == "related"
    assert "See:" not in shown["clean"]
    assert shown["site"] == "mills.example"


def line_start(review: Reviewed, number: int, text: str) -> int:
    lines = review.ask(f"document?number={number}")["lines"]
    start = next(line["start"] for line in lines if "".join(part["text"] for part in line["parts"]) == text)
    assert isinstance(start, int)
    return start


def test_a_line_becomes_a_rule_that_is_weighed_saved_and_taken_back(review: Reviewed) -> None:
    review.wait("progress", "surveyed", 6)
    made = review.tell("propose", number=1, start=line_start(review, 1, FOOT), verb="drop")
    assert made["site"] == "mills.example"
    change = {"site": "", "toml": made["toml"]}
    assert review.tell("weigh", **change, words=made["first_words"])["problems"] == []
    effect = review.wait("effect", "over", True)
    assert (effect["changed"], effect["spans"], effect["characters"]) == (4, 4, 4 * len(FOOT))
    assert [miss["line"] for miss in effect["near_misses"]] == [NEAR]
    assert not (review.folder / "mine").exists()  # nothing is written before somebody saves

    saved = review.tell("save", **change | {"site": "mills.example"})
    assert saved["problems"] == []
    [file] = user_files((review.folder / "mine",))
    assert (file.sites, [rule.id for rule in file.rules]) == (
        ("mills.example",),
        ["mine/mills.example/post-this-story-to"],
    )
    assert FOOT not in review.ask("document?number=2")["clean"]

    assert review.tell("undo")["undone"] == saved["saved"]
    assert FOOT in review.ask("document?number=2")["clean"]
    assert not list((review.folder / "mine").iterdir())
    assert review.ask("progress")["steps"] == []


def test_what_went_is_kept_by_turning_its_rule_off_for_the_site(review: Reviewed) -> None:
    change = {"site": "mills.example", "disable": "common/en/see-also"}
    assert review.tell("weigh", **change)["problems"] == []
    effect = review.wait("effect", "over", True)
    assert (effect["changed"], effect["spans"]) == (4, 0)
    assert effect["spared"] == sum(len(f"See: A story of {place}") for place in PLACES)
    review.tell("save", **change)
    assert "See: A story of Asterby" in review.ask("document?number=0")["clean"]
    review.tell("undo")


def test_a_line_that_went_is_kept_by_a_rule(review: Reviewed) -> None:
    line = "See: A story of Dunmere"
    made = review.tell("propose", number=3, start=line_start(review, 3, line), verb="keep")
    saved = review.tell("save", site="", toml=made["toml"])
    assert saved["problems"] == []
    assert line in review.ask("document?number=3")["clean"]
    assert "See:" not in review.ask("document?number=2")["clean"]
    review.tell("undo")


def test_a_wrong_rule_is_not_saved(review: Reviewed) -> None:
    made = review.tell("propose", number=1, start=line_start(review, 1, FOOT), verb="drop")
    wrong = made["toml"].replace("Post this story to Gossipwall'''\nwhere", "Post this (story to Gossipwall'''\nwhere")
    assert wrong != made["toml"]
    [problem] = review.tell("save", site="mills.example", toml=wrong)["problems"]
    assert f"{review.folder / 'mine' / 'mills.example.toml'}: rule 'post-this-story-to': field 'match'" in problem
    assert not list((review.folder / "mine").glob("*"))


@pytest.mark.parametrize(
    ("name", "fields", "said"),
    [
        ("undo", "{}", "nothing was saved yet"),
        ("propose", '{"number": 9}', "there is no document 9"),
        ("propose", '{"number": "x"}', "number must be a whole number"),
        ("save", '{"toml": "x = 1"}', "write one [[rule]] with a name"),
        ("save", '{"disable": "common/en/see-also"}', "the site of this document is not known"),
        ("save", "[]", "not an object of JSON"),
    ],
)
def test_what_cannot_be_done_is_said(review: Reviewed, name: str, fields: str, said: str) -> None:
    status, answer = review.request("POST", name, fields, Content_Type="application/json")
    assert status == 400
    assert said in answer["error"]


@pytest.mark.parametrize(
    ("method", "name", "headers", "status"),
    [
        ("GET", "", {}, 200),
        ("GET", "review.js", {}, 200),
        ("GET", "../catalogue.py", {}, 404),
        ("GET", "/", {}, 404),
        ("GET", "/wrong/progress", {}, 404),
        ("GET", "progress", {"Host": "mills.example"}, 404),
        ("POST", "undo", {"Content_Type": "text/plain"}, 403),
        ("POST", "undo", {"Content_Type": "application/json", "Origin": "http://mills.example"}, 403),
        ("POST", "undo", {"Content_Type": "application/json", "Content_Length": "2000000"}, 413),
        ("POST", "progress", {"Content_Type": "application/json"}, 404),
    ],
)
def test_only_the_page_is_answered(
    review: Reviewed, method: str, name: str, headers: dict[str, str], status: int
) -> None:
    assert review.request(method, name, **headers)[0] == status


def test_the_page_may_load_nothing_from_elsewhere(review: Reviewed) -> None:
    pages = "".join(review.ask(name) for name in ("", "review.js", "review.css"))
    assert "http://" not in pages
    assert "https://" not in pages
    assert "innerHTML" not in pages
