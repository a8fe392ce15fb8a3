"""Keep wins over drop, and drops that meet are united."""

import pytest

from cleaner.text.mark import Mark, Verb
from cleaner.text.resolve import Span, effective, unite


def drop(start: int, end: int, rule: str = "d", trigger: tuple[int, int] | None = None) -> Mark:
    return Mark(start, end, rule, trigger=trigger)


def keep(start: int, end: int) -> Mark:
    return Mark(start, end, "k", Verb.KEEP)


@pytest.mark.parametrize(
    ("marks", "left"),
    [
        pytest.param([drop(2, 8)], [(2, 8)], id="no keep"),
        pytest.param([drop(2, 8), keep(2, 8)], [], id="keep on all of it"),
        pytest.param([drop(2, 8), keep(0, 9)], [], id="keep on more than all of it"),
        pytest.param([drop(2, 8), keep(0, 4)], [(4, 8)], id="keep on its start"),
        pytest.param([drop(2, 8), keep(6, 9)], [(2, 6)], id="keep on its end"),
        pytest.param([drop(2, 8), keep(4, 6)], [(2, 4), (6, 8)], id="keep in its middle"),
        pytest.param([drop(2, 8), keep(5, 6), keep(3, 4)], [(2, 3), (4, 5), (6, 8)], id="two keeps"),
        pytest.param([drop(2, 8), keep(3, 7), keep(4, 5)], [(2, 3), (7, 8)], id="a keep within a keep"),
        pytest.param([drop(2, 8), keep(3, 5), keep(4, 7)], [(2, 3), (7, 8)], id="keeps that overlap"),
        pytest.param([drop(2, 8), keep(0, 2), keep(8, 9)], [(2, 8)], id="keeps that only touch"),
        pytest.param([keep(4, 6), drop(2, 8)], [(2, 4), (6, 8)], id="keep marked first"),
        pytest.param([drop(2, 2)], [], id="empty drop"),
        pytest.param([drop(2, 2), keep(5, 6)], [], id="empty drop beside a keep"),
    ],
)
def test_keeps_cut_drops(marks: list[Mark], left: list[tuple[int, int]]) -> None:
    assert [span for _, spans in effective(marks) for span in spans] == left


@pytest.mark.parametrize(
    ("keeps", "left"),
    [
        pytest.param([keep(10, 14)], [], id="on the trigger"),
        pytest.param([keep(12, 13)], [], id="within the trigger"),
        pytest.param([keep(0, 11)], [], id="reaches into the trigger"),
        pytest.param([keep(14, 16)], [(10, 14), (16, 40)], id="right after the trigger"),
        pytest.param([keep(20, 30)], [(10, 20), (30, 40)], id="elsewhere in the drop"),
        pytest.param([keep(20, 30), keep(12, 13)], [], id="on the trigger and elsewhere"),
    ],
)
def test_keep_on_the_trigger_vetoes_the_whole_drop(keeps: list[Mark], left: list[tuple[int, int]]) -> None:
    wide = drop(10, 40, trigger=(10, 14))
    assert [span for _, spans in effective([wide, *keeps]) for span in spans] == left


def test_veto_does_not_affect_other_drops_of_the_same_lines() -> None:
    wide, narrow = drop(10, 40, "wide", trigger=(10, 14)), drop(20, 25, "narrow")
    assert effective([wide, narrow, keep(11, 12)]) == [(narrow, [(20, 25)])]


@pytest.mark.parametrize(
    ("drops", "spans"),
    [
        pytest.param([], [], id="none"),
        pytest.param([("a", 0, 2), ("b", 4, 6)], [(0, 2, "a"), (4, 6, "b")], id="apart"),
        pytest.param([("a", 0, 2), ("b", 2, 4)], [(0, 2, "a"), (2, 4, "b")], id="touching"),
        pytest.param([("a", 0, 2), ("a", 2, 4)], [(0, 4, "a")], id="touching, one rule"),
        pytest.param([("a", 0, 3), ("a", 1, 4)], [(0, 4, "a")], id="overlapping, one rule"),
        pytest.param([("b", 0, 4), ("a", 0, 4)], [(0, 4, "ab")], id="the same span"),
        pytest.param([("a", 0, 6), ("b", 2, 4)], [(0, 2, "a"), (2, 4, "ab"), (4, 6, "a")], id="one within another"),
        pytest.param(
            [("c", 0, 9), ("a", 3, 9), ("b", 3, 6)], [(0, 3, "c"), (3, 6, "abc"), (6, 9, "ac")], id="three rules"
        ),
    ],
)
def test_united(drops: list[tuple[str, int, int]], spans: list[tuple[int, int, str]]) -> None:
    assert unite(drops) == [Span(start, end, tuple(rules)) for start, end, rules in spans]
    assert unite(drops[::-1]) == unite(drops)
