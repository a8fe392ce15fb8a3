"""What a person has decided, and that a second learning knows it."""

import pytest
from harbour import prose
from lessons import doubts, lesson, patterns
from reviewed import HEADING, headed_texts

from cleaner.learning.answers import noted, question_of
from cleaner.learning.repeats import Portion
from cleaner.learning.second_learning import earlier_file
from cleaner.learning.written_rules import origin, rewritten, written

ASKED = lesson(*(f"{prose(n)}\n\nWhat will you do next?\n\n{prose(n + 40)}" for n in range(9)))
PATTERN = r"What will you do next\?"
ORIGIN = "\n".join(origin(ASKED))


@pytest.mark.parametrize(
    "text",
    ["", 'sites = ["example.com"]\n', "# Mine.\n", f"{ORIGIN}\n\nevidence = 9\n", written(ASKED, ["example.com"])],
)
def test_a_no_is_read_by_a_second_learning(text: str) -> None:
    assert doubts(ASKED).keys() == {"What will you do next?"}
    answered = noted(text, PATTERN, ORIGIN)
    assert answered.replace("# Patterns: ", "").count("# ") == answered.count("# ") - 1
    earlier = earlier_file(answered)
    assert earlier
    assert earlier.refuses(PATTERN)
    assert not earlier.refuses("What will you do")
    after = ASKED.refusing(earlier.refuses, "learnt/example.com")
    assert after.left == ()
    again = earlier_file(rewritten(after, earlier))
    assert again
    assert again.refuses(PATTERN)


def test_a_second_answer_stands_beside_the_first() -> None:
    answered = noted(noted("", PATTERN, ORIGIN), "Tide tables", ORIGIN)
    earlier = earlier_file(answered)
    assert earlier
    assert earlier.refuses(PATTERN)
    assert earlier.refuses("Tide tables")
    assert answered.count("# Learnt from") == 1
    assert noted(answered, PATTERN, ORIGIN) == answered


def test_a_no_to_all_below_a_line_is_none_to_the_line() -> None:
    learnt = lesson(*headed_texts().values())
    [below] = [each for each in learnt.left if each.repeat.part is Portion.BELOW]
    assert question_of(below) == f"after {HEADING}"
    for question, left in ((f"after {HEADING}", True), (HEADING, False)):
        earlier = earlier_file(noted("", question, ORIGIN))
        assert earlier
        after = learnt.refusing(earlier.refuses, "learnt/example.com")
        assert not any(each.repeat.part is Portion.BELOW for each in after.left)
        assert (HEADING in patterns(after)) is left
