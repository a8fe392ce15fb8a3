"""A comment accepts the line beside it."""

import pytest

from cleaner import Cleaner

PROSE = "The mill by the weir was sold on Friday, and its new owner wants to grind rye there before the year is out."
LINK = "Read more: The weir that nobody wanted"
COMMENT = "<!-- cleaner: keep -->"
CLEANER = Cleaner()


@pytest.mark.parametrize(
    "accepted",
    [
        f"{COMMENT}\n{LINK}",
        f"{COMMENT}\n\n{LINK}",
        f"{LINK} {COMMENT}",
        f"{COMMENT}\n{COMMENT}\n{LINK}",
        f"  <!--cleaner: keep-->\r\n{LINK}",
    ],
)
def test_the_line_and_the_comment_stay(accepted: str) -> None:
    text = f"{PROSE}\n\n{accepted}\n\n{PROSE}\n"
    assert CLEANER.clean(text).text == text


def test_the_line_after_that_goes() -> None:
    text = f"{PROSE}\n\n{COMMENT}\n{LINK}\n{LINK}\n\n{PROSE}\n"
    assert CLEANER.clean(text).text == f"{PROSE}\n\n{COMMENT}\n{LINK}\n\n{PROSE}\n"


def test_what_begins_at_the_line_takes_nothing() -> None:
    footer = "Related News\nFerry fares rise\nFish market opens"
    text = f"{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{{}}{footer}\n"
    assert CLEANER.clean(text.format("")).text == f"{PROSE}\n\n{PROSE}\n\n{PROSE}\n"
    assert CLEANER.clean(text.format(f"{COMMENT}\n")).text == text.format(f"{COMMENT}\n")


def test_a_comment_alone_at_the_end_stays_and_accepts_nothing() -> None:
    text = f"{PROSE}\n\n{LINK}\n\n{PROSE}\n{COMMENT}\n"
    assert CLEANER.clean(text).text == f"{PROSE}\n\n{PROSE}\n{COMMENT}\n"
