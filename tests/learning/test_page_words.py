"""Selectors in a file that was learnt, and what a second learning does to them."""

import tomllib

from cleaner.learning.learnt_selectors import LearntSelector, LearntSelectors
from cleaner.learning.second_learning import EarlierFile, earlier_file
from cleaner.learning.site_learning import Lesson
from cleaner.learning.written_rules import rewritten, written


def found(selector: str) -> LearntSelector:
    return LearntSelector(selector, 9, 9, 0.5, 0.5)


SELECTORS = LearntSelectors((found(".story"), found(".lede")), (found(".promo"), found(".tide-table")), 0.99)
LESSON = Lesson("post.example.com", 9, selectors=SELECTORS)
FILE = written(LESSON, ["post.example.com"])


def earlier(text: str) -> EarlierFile:
    file = earlier_file(text)
    assert file is not None
    return file


def again(text: str) -> dict[str, object]:
    """The table [html] of this file after the same is learnt once more."""
    file = earlier(text)
    return dict(tomllib.loads(rewritten(LESSON.refusing(file.refuses, "learnt/x"), file)).get("html", {}))


def test_the_parts_of_the_content_are_one_selector() -> None:
    assert tomllib.loads(FILE)["html"] == {"content": [".story, .lede"], "drop": [".promo", ".tide-table"]}


def test_what_nobody_changed_is_written_again() -> None:
    assert again(FILE) == tomllib.loads(FILE)["html"]
    assert earlier(FILE).changes(LESSON.patterns) == ([], [])


def test_a_deleted_selector_stays_deleted() -> None:
    text = "\n".join(line for line in FILE.splitlines() if "tide-table" not in line)
    assert again(text) == {"content": [".story, .lede"], "drop": [".promo"]}


def test_a_deleted_table_stays_deleted() -> None:
    assert again(FILE[: FILE.index("# learnt ")]) == {}


def test_a_changed_table_stays_as_it_is() -> None:
    assert again(FILE.replace("'.story, .lede'", "'#own'")) == {"content": ["#own"], "drop": [".promo", ".tide-table"]}


def test_what_is_new_and_what_is_gone_is_told() -> None:
    other = Lesson("post.example.com", 9, selectors=SELECTORS._replace(drop=(found(".promo"), found(".bar"))))
    assert earlier(FILE).changes(other.patterns) == ([".bar"], [".tide-table"])
