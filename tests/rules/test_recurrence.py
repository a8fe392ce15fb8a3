"""Rules whose lines must recur."""

import pytest

from cleaner.rules.match import Matcher
from cleaner.rules.recurrence import recurring
from cleaner.rules.rule import Family, Kind, Rule
from cleaner.text.document import Document

HEAD = Rule("head", Family.BOOK, Kind.LINE, (r"\d+ .+", r".+ \d+"), "why", recurs=3)
ONCE = Rule("once", Family.BOOK, Kind.LINE, ("It stood.",), "why")


@pytest.mark.parametrize(
    ("lines", "recur"),
    [
        pytest.param(["12 The Mill", "The Mill 13", "14 The Mill"], 3, id="alike but for numbers on either side"),
        pytest.param(["12 The Mill", "14 The Mill"], 0, id="too few"),
        pytest.param(["12 The Mill", "12 The Mill", "12 The Mill"], 0, id="a refrain with a number"),
        pytest.param(["12 The Mill", "14 The Mill", "16 The Weir"], 0, id="not alike"),
        pytest.param(["It stood."], 1, id="a rule that asks for no more than one"),
    ],
)
def test_lines_that_are_too_rare_stay(lines: list[str], recur: int) -> None:
    document = Document("\n\n".join(lines))
    assert len(recurring(Matcher([HEAD, ONCE]).hits(document, set()), document)) == recur
