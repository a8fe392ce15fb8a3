"""What no rule knows is judged: what goes from a flattened page, what stays, and who may say no."""

import subprocess
import sys

import pytest

from cleaner import Cleaner, Settings
from cleaner.document import Document
from cleaner.heuristics.gate import is_plain
from cleaner.heuristics.judge import IDS, settled
from cleaner.heuristics.units import Units, units
from cleaner.mark import Mark, Verb
from cleaner.result import Result

MENU = ["Start", "Regional", "Politics", "Sport", "Culture", "Weather", "Jobs", "Shop", "Archive", "Podcasts"]
STORY = [
    "The ferry to the islands will not run before the middle of March, the harbour office said on Thursday.",
    "Divers found a crack in the landing stage, and a new beam has to be cast in a foundry on the mainland.",
    "Until then a fishing boat takes the post across, and the children of the islands learn at home.",
    "“We have done this before, and nobody went hungry,” said the woman who runs the shop by the quay.",
    "The last time the stage was closed, in a winter of heavy ice, the islands waited for seven weeks.",
]
FOOT = [
    *("Most viewed", "Fish prices fall", "A walk around the lake", "Ten recipes for the autumn", "House for sale"),
    *("Imprint", "Media kit", "Site map", "Partners", "Careers", "Apps", "RSS", "Desktop version"),
]
JUDGED = Settings(select=("heuristic/*",))
PAGE = "\n".join([*MENU, "", *STORY, "", *FOOT])


@pytest.fixture(scope="module")
def result() -> Result:
    return Cleaner(settings=JUDGED).clean(PAGE)


def ids(result: Result) -> set[str]:
    return {mark.rule for mark in result.marks}


def test_marks_say_where_and_why(result: Result) -> None:
    assert [mark.rule for mark in result.marks] == ["heuristic/navigation", "heuristic/footer"]
    assert all("likely to be article" in mark.detail for mark in result.marks)


def test_undo_gives_the_page_back(result: Result) -> None:
    assert result.undo() == PAGE


def test_marks_are_whole_lines(result: Result) -> None:
    for mark in result.marks:
        assert mark.start == 0 or PAGE[mark.start - 1] == "\n"
        assert PAGE[mark.end : mark.end + 1] in ("", "\n")


def test_an_article_stays_as_it_is() -> None:
    text = "\n\n".join([*STORY, *STORY[::-1]])
    assert Cleaner().clean(text).text == text


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(Settings(heuristics=False), id="switched off"),
        pytest.param(Settings(ignore=("heuristic/*",)), id="ignored"),
        pytest.param(Settings(select=("common/*",)), id="others selected"),
    ],
)
def test_nothing_is_judged_where_nobody_asks(settings: Settings) -> None:
    assert not ids(Cleaner(settings=settings).clean(PAGE)) & set(IDS)


def test_one_of_the_ids_can_be_ignored() -> None:
    settings = Settings(select=("heuristic/*",), ignore=("heuristic/footer",))
    assert ids(Cleaner(settings=settings).clean(PAGE)) == {"heuristic/navigation"}


def test_a_flattened_page_is_cut_down_to_its_article() -> None:
    result = Cleaner().clean(PAGE)
    assert result.text == "\n".join(STORY)
    assert ids(result) & set(IDS) and ids(result) - set(IDS)


def test_settings_change_the_digest() -> None:
    settings = (Settings(), Settings(heuristics=False), Settings(ignore=("heuristic/*",)))
    assert len({Cleaner(settings=asked).rule_digest for asked in settings}) == len(settings)


def test_numpy_is_imported_when_a_text_is_worth_a_look() -> None:
    code = "import sys; from cleaner import Cleaner; Cleaner().clean('A line.\\n' * 5); print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"


def test_too_few_or_too_plain_lines_are_not_judged() -> None:
    assert is_plain(MENU[:9])
    assert is_plain([*STORY, *STORY, *MENU[:6]])
    assert not is_plain([*STORY, *MENU])
    assert is_plain([*MENU[:9], *[""] * 20])


def test_one_long_line_is_judged_by_sentences() -> None:
    text = " ".join([*STORY, *STORY])
    assert [text[slice(*units([text]).span(i, i))] for i in range(10)] == [*STORY, *STORY]


def test_sentences_need_no_space_between_them_in_japanese() -> None:
    text = "島への船は三月まで出ない。" * 40
    pieces = units([text])
    assert len(pieces.texts) == 40
    assert set(pieces.texts) == {"島への船は三月まで出ない。"}


def test_lines_keep_their_places() -> None:
    text = "One\r\ntwo\rthree\n\nfour"
    pieces = units(Document(text).logical.split("\n"))
    assert [text[slice(*pieces.span(i, i))] for i in (0, 1, 2, 4)] == ["One", "two", "three", "four"]


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        pytest.param(Mark(5, 13, "a"), ({1}, set()), id="a line"),
        pytest.param(Mark(5, 9, "a"), (set(), set()), id="part of a line"),
        pytest.param(Mark(7, 20, "a"), ({2}, set()), id="part of a line and a whole one"),
        pytest.param(Mark(0, 20, "a"), ({0, 1, 2}, set()), id="all lines"),
        pytest.param(Mark(7, 9, "a", Verb.KEEP), (set(), {1}), id="keeps part of a line"),
    ],
)
def test_what_rules_settle(mark: Mark, expected: tuple[set[int], set[int]]) -> None:
    assert settled(Units(["One.", "See: two", "Three."], [0, 5, 14]), [mark]) == expected
