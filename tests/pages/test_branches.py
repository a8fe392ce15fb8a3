"""Branches: the core is found, and each line is in the largest block beside it."""

import numpy as np

from cleaner.pages.branches import beside, branches
from cleaner.pages.flatten import flatten
from cleaner.pages.page import parse
from cleaner.pages.places import places
from cleaner.pages.second_look import Look, second_look

HTML = (
    "<nav><ul><li>Start<li>Tides</ul></nav><main><p>The ebb is late.<div><p>So is the flood.<p>And the moon.</div>"
    "Nobody minds.</main><p>Printed in 1908."
)


def test_a_branch_is_the_largest_block_beside_the_core() -> None:
    page = flatten(parse(HTML).tree)
    weight = np.array([0, 0, 5, 3, 3, 4, 0])
    branch, levels = branches(np.array([line.block for line in page.lines]), np.array(page.parents), weight)
    by_branch = dict(zip([line.text for line in page.lines], branch.tolist(), strict=True))
    assert by_branch == {
        "Start": 0,
        "Tides": 0,
        "The ebb is late.": 1,
        "So is the flood.": 2,
        "And the moon.": 2,
        "Nobody minds.": 3,
        "Printed in 1908.": 4,
    }
    assert levels.tolist() == [1, 1, 0, 0, 0, 0, 1]


def test_the_values_beside_a_branch_are_those_above_and_below_it() -> None:
    above, below = beside(np.array([0, 1, 1, 2]), np.array([0.1, 0.2, 0.3, 0.4]))
    assert (above.tolist(), below.tolist()) == ([0, 0.1, 0.1, 0.3], [0.2, 0.4, 0.4, 0])


def test_a_line_is_told_what_was_found_in_its_branch() -> None:
    page = flatten(parse(HTML).tree)
    size = np.array([len(line.text) for line in page.lines])
    first = np.array([0.1, 0.1, 0.9, 0.9, 0.1, 0.9, 0.1], np.float32)
    look = second_look(places(page.lines, page.parents), size, first)
    moon, flood = look[4], look[3]
    assert look.shape == (7, len(Look))
    assert moon[Look.OWN] < 0 < moon[Look.BRANCH] == flood[Look.BRANCH]
    assert look[:, Look.IN_CORE].tolist() == [0, 0, 1, 1, 1, 1, 0]
    assert (np.diff(look[:, Look.POSITION]) > 0).all()


def test_a_page_without_any_article_gives_finite_numbers() -> None:
    page = flatten(parse("<p>One.<p>Two.").tree)
    around = places(page.lines, page.parents)
    assert np.isfinite(second_look(around, np.array([4, 4]), np.zeros(2, np.float32))).all()
