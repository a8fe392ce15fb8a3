"""The prose core and runs of prose."""

import pytest

from cleaner.rules.parse import PROSE
from cleaner.text.zones import BLANK, NO_SENTENCE, core, is_run, measure, measure_all, runs_after, runs_before

JAPANESE = "川の水位は夜のあいだに半メートル上がり、最初のバスが車庫を出る前に下の道路は閉鎖された。"
HINDI = "नदी का पानी रात भर में आधा मीटर बढ़ गया और पहली बस के निकलने से पहले ही निचली सड़क बंद कर दी गई। लोग घर में रहे."
# Lines in a sketch: a paragraph, a paragraph that is a run by itself, a title, a blank line.
LETTERS = {"p": 200.0, "P": 300.0, "t": NO_SENTENCE, "-": BLANK}
RUN = "It rained for a whole week. Then it poured, said the miller in the upper valley! " * 4


def lines(sketch: str) -> list[float]:
    return [LETTERS[letter] for letter in sketch]


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        pytest.param("", BLANK, id="empty"),
        pytest.param(" \t\xa0", BLANK, id="white space"),
        pytest.param("\u3000" * 80, BLANK, id="many full-width spaces"),
        pytest.param("It rained. It poured.", NO_SENTENCE, id="too short, though it has sentences"),
        pytest.param("a" * 59 + ".", 60, id="just long enough"),
        pytest.param("a" * 58 + ".", NO_SENTENCE, id="just too short"),
        pytest.param(" " * 100, BLANK, id="spaces alone"),
        pytest.param("One " * 20 + "end", NO_SENTENCE, id="no sentence"),
        pytest.param("“" + "One " * 20 + "end.” " + "(And two!)* Three?", 82, id="quotes and brackets"),
        pytest.param(
            "Version 1.2.3 of example.com is out and about since the third of May 2020", NO_SENTENCE, id="dots"
        ),
        pytest.param(JAPANESE, 107, id="Japanese"),
        pytest.param(HINDI, 85, id="Hindi"),
    ],
)
def test_measure(line: str, prose: float) -> None:
    assert measure(line) == prose
    assert measure_all([line], other_script=True) == [prose]


@pytest.mark.parametrize("line", ["", "One.", " " * 80, "One " * 20, "One " * 20 + "end.”", "One. " * 20 + "and", RUN])
def test_measure_is_the_same_without_other_scripts(line: str) -> None:
    assert measure_all([line], other_script=False) == [measure(line)]


@pytest.mark.parametrize("other_script", [False, True])
@pytest.mark.parametrize(
    ("line", "run"),
    [
        pytest.param(RUN, True, id="long, of many sentences"),
        pytest.param(RUN[:170], False, id="short"),
        pytest.param(RUN.replace(". ", ", ").replace("! ", ", "), False, id="one sentence"),
        pytest.param(JAPANESE * 3, None, id="Japanese"),
    ],
)
def test_line_that_is_a_run_by_itself(line: str, run: bool | None, other_script: bool) -> None:
    assert is_run(line, measure(line), other_script=other_script) == (other_script if run is None else run)


@pytest.mark.parametrize(
    ("sketch", "expected"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("ttttt", None, id="list"),
        pytest.param("t", None, id="ticker"),
        pytest.param("---", None, id="blank"),
        pytest.param("p", range(1), id="one paragraph"),
        pytest.param("tt-p-p-tt", range(3, 6), id="titles around"),
        pytest.param("p-t-p", range(5), id="heading between"),
        pytest.param("P-" + "t" * 5 + "-p", range(1), id="long list after"),
        pytest.param("p-" + "t" * 9 + "-P", range(12, 13), id="long list before"),
    ],
)
def test_core(sketch: str, expected: range | None) -> None:
    assert core(lines(sketch)) == expected


def test_core_of_a_brief() -> None:
    assert core([measure("The lower road is closed until further notice, said the council.")]) is None


@pytest.mark.parametrize("prose", [pytest.param(PROSE, id="English"), pytest.param(f"{JAPANESE * 2}\n", id="Japanese")])
def test_core_excludes_lines_around_the_prose(prose: str) -> None:
    text = ["Home", "News", *prose.split("\n"), "Share", "More"]
    lines_of_core = core([measure(line) for line in text])
    assert lines_of_core
    assert "\n".join(text[lines_of_core.start : lines_of_core.stop]) == prose.strip()


@pytest.mark.parametrize(
    ("sketch", "after", "before"),
    [
        pytest.param("", [0], [0], id="nothing"),
        pytest.param("tpt", [3, 3, 3, 3], [0, 0, 0, 0], id="one paragraph is no run"),
        pytest.param("tPt", [1, 1, 3, 3], [0, 0, 2, 2], id="one long one is"),
        pytest.param("tppt", [1, 1, 4, 4, 4], [0, 0, 0, 3, 3], id="two are"),
        pytest.param("p--p", [0, 4, 4, 4, 4], [0, 0, 0, 0, 4], id="blank lines between"),
        pytest.param("ptp", [3, 3, 3, 3], [0, 0, 0, 0], id="a title between"),
        pytest.param("tpPtP", [1, 1, 2, 4, 4, 5], [0, 0, 0, 3, 3, 5], id="two runs"),
    ],
)
def test_runs(sketch: str, after: list[int], before: list[int]) -> None:
    is_long = [letter == "P" for letter in sketch].__getitem__
    assert runs_after(lines(sketch), is_long) == after
    assert runs_before(lines(sketch), is_long) == before
