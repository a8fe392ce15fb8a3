"""Judging without rules: what is removed from a flattened page, what stays, and how judging is switched off."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest

from cleaner import Cleaner, Settings
from cleaner.heuristics.dropped import encoded_page
from cleaner.heuristics.furniture import Furniture
from cleaner.heuristics.judge import IDS, Judge, decided_by_rules
from cleaner.heuristics.plainness import plain_share
from cleaner.heuristics.units import Units
from cleaner.linemodel import weights
from cleaner.linemodel.network import Model
from cleaner.result import Result
from cleaner.text.document import Document
from cleaner.text.mark import Mark, Verb

MENU = [
    *("Home", "News", "Local news", "World", "Politics", "Business", "Technology", "Science", "Health", "Education"),
    *("Sport", "Football", "Tennis", "Cycling", "Results", "Entertainment", "Movies", "Books", "Television"),
    *("Lifestyle", "Food", "Travel", "Fashion", "Opinion", "Columnists", "Letters", "Video", "Photos", "Newsletters"),
    *("Subscribe", "Sign in", "My account", "Search", "Jobs", "Classifieds", "Obituaries", "E-paper", "Archive"),
]
STORY = [
    "The ferry to the islands will not run before the middle of March, the harbour office said on Thursday.",
    "Divers found a crack in the landing stage, and a new beam has to be cast in a foundry on the mainland.",
    "Until then a fishing boat takes the post across, and the children of the islands learn at home.",
    "“We have done this before, and nobody went hungry,” said the woman who runs the shop by the quay.",
    "The last time the stage was closed, in a winter of heavy ice, the islands waited for seven weeks.",
    "The mayor wants the state to pay for the beam, which costs as much as the islands earn in two summers.",
    "A letter to the ministry has been on its way since Monday, on board of the fishing boat and under a stone.",
    "Whether the foundry can keep to its date depends on the weather, for the beam must be brought in by sea.",
]
STORY_GOES_ON = [
    "Guests who have booked a room for Easter get their money back, or a bed in the school on the mainland side.",
    "The baker has bought flour for two months, and the doctor will come by the boat of the coast guard on Tuesdays.",
    "At the last meeting of the council, nobody asked why the crack had not been found when the stage was painted.",
]
FOOT = [
    *("About us", "Contact", "Advertise with us", "Careers", "Terms of service", "Privacy policy", "Cookie settings"),
    *("Accessibility", "Site map", "Newsletters", "Mobile apps", "RSS feeds", "Facebook", "Twitter", "Instagram"),
    *("Copyright 2024 Harbour Gazette Ltd", "All rights reserved"),
]
JUDGED = Settings(select=("heuristic/*",), apply_suspicious=True)
PAGE = "\n".join([*(f"  * {line}" for line in MENU), "", *STORY, *STORY_GOES_ON, "", *(f"  * {line}" for line in FOOT)])


@pytest.fixture(scope="module")
def result() -> Result:
    return Cleaner(settings=JUDGED).clean(PAGE)


def furniture(lines: Sequence[str]) -> Furniture:
    page = encoded_page(lines, weights.packaged_model())
    assert page is not None
    return page.furniture


def no_model() -> Model:
    raise AssertionError("this judge needs no model")


def ids(result: Result) -> set[str]:
    return {mark.rule for mark in result.marks}


def test_marks_name_the_place_and_the_reason(result: Result) -> None:
    assert [mark.rule for mark in result.marks] == ["heuristic/navigation", "heuristic/footer"]
    assert all("likely to be article text" in mark.detail for mark in result.marks)


def test_the_headline_stays() -> None:
    headline = "Ferry to the islands waits for a new beam from the foundry"
    page = PAGE.replace(STORY[0], f"{headline}\nBy a reporter\n\n{STORY[0]}")
    assert Cleaner().clean(page).text.startswith(headline)


def test_a_list_with_no_page_around_it_stays() -> None:
    prizes = [
        f"{1950 + n}: The {bird} of the year, {n} votes" for n, bird in enumerate(["Heron", "Tern", "Crake"] * 20)
    ]
    result = Cleaner(settings=JUDGED).clean("\n".join(["Prizes of the society", "", *prizes]))
    assert (result.removed, result.problems) == ((), ())


def test_a_list_that_is_the_body_of_a_page_stays() -> None:
    prizes = [f"{1950 + n}: The {bird} of the year, {n} votes" for n, bird in enumerate(["Heron", "Tern", "Crake"] * 9)]
    page = "\n".join([*(f"  * {line}" for line in MENU), "", STORY[0], STORY[1], "", *prizes, "", *FOOT])
    text = Cleaner(settings=JUDGED).clean(page).text
    assert [line for line in prizes if line not in text] == []
    assert "My account" not in text


def test_undo_restores_the_page(result: Result) -> None:
    assert result.undo() == PAGE


def test_marks_are_whole_lines(result: Result) -> None:
    for mark in result.marks:
        assert mark.start == 0 or PAGE[mark.start - 1] == "\n"
        assert PAGE[mark.end : mark.end + 1] in ("", "\n")


def test_model_is_not_asked_where_too_little_furniture_stands() -> None:
    assert not furniture([*STORY, "Share", "Cookie settings", "Subscribe"]).shows_page()
    assert furniture([*MENU, *STORY, *FOOT]).shows_page()


def test_an_article_is_not_changed() -> None:
    text = "\n\n".join([*STORY, *STORY_GOES_ON])
    assert Cleaner().clean(text).text == text


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(Settings(heuristics=False), id="switched off"),
        pytest.param(Settings(ignore=("heuristic/*",)), id="ignored"),
        pytest.param(Settings(select=("common/*",)), id="others selected"),
    ],
)
def test_nothing_is_judged_when_heuristics_are_off(settings: Settings) -> None:
    assert not ids(Cleaner(settings=settings).clean(PAGE)) & set(IDS)


def test_a_single_id_can_be_ignored() -> None:
    settings = replace(JUDGED, ignore=("heuristic/footer",))
    assert ids(Cleaner(settings=settings).clean(PAGE)) == {"heuristic/navigation"}


def test_a_flattened_page_is_reduced_to_its_article() -> None:
    result = Cleaner().clean(PAGE)
    assert result.text == "\n".join([*STORY, *STORY_GOES_ON])
    assert ids(result) & set(IDS)
    assert ids(result) - set(IDS)


def test_a_hard_wrapped_sentence_is_not_cut() -> None:
    imprint = ["Harbour Gazette is a trade mark of Harbour Gazette Ltd in", "the islands and in other countries"]
    kept = Cleaner(settings=JUDGED).clean(PAGE + "\n" + "\n".join(imprint)).text.split("\n")
    gone = Cleaner(settings=JUDGED).clean(PAGE + "\n" + "\n".join(map(str.title, imprint))).text.split("\n")
    assert kept[-2:] == imprint
    assert gone[-1] == STORY_GOES_ON[-1]


def test_settings_change_the_digest() -> None:
    settings = (Settings(), Settings(heuristics=False), JUDGED, replace(JUDGED, apply_suspicious=False))
    assert len({Cleaner(settings=asked).rule_digest for asked in settings}) == len(settings)


def test_numpy_is_not_imported_for_a_text_that_is_not_judged() -> None:
    code = "import sys; from cleaner import Cleaner; Cleaner().clean('A line.\\n' * 5); print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize(
    ("lines", "share"),
    [
        pytest.param([*MENU, *STORY, *STORY_GOES_ON], 11 / 49, id="a page"),
        pytest.param([*MENU[:9], "", ""], None, id="too few lines"),
        pytest.param(MENU[:20], None, id="too few characters"),
        pytest.param([*STORY, *STORY, *MENU[:6]], None, id="too plain"),
        pytest.param(
            ["大桥开通那天来的人很少，因为下了一整夜的雨，他们都没有带伞。"] * 12, None, id="too plain in Chinese"
        ),
        pytest.param(["วันที่เปิดสะพานมีคนมาเพียงไม่กี่คน เพราะฝนตกตลอดทั้งคืนจนถึงเช้า"] * 12, None, id="too plain in Thai"),
    ],
)
def test_only_long_texts_that_are_not_plain_prose_are_judged(lines: list[str], share: float | None) -> None:
    assert plain_share(lines) == share


def test_units_keep_the_offsets_of_lines() -> None:
    text = "One\r\ntwo\rthree\n\nfour"
    document = Document(text)
    pieces = Units(document.texts, document.starts)
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
def test_units_that_rules_decide(mark: Mark, expected: tuple[set[int], set[int]]) -> None:
    assert decided_by_rules(Units(["One.", "See: two", "Three."], [0, 5, 14]), [mark]) == expected


SHORT_PAGE = [
    *("Home | News | Sport", "Subscribe", "Newsletter", "Log in", "Share on Facebook", "Cookies", "Trending videos"),
    "The mill at Osterholt was shut on Monday after its wheel had cracked in the frost, the miller said.",
    "She hopes to grind again by Easter, when a new wheel comes up the river from the yard at Hoek.",
    *(
        "Share this article",
        "Follow us on Twitter",
        "Privacy policy",
        "Terms of use",
        "Contact us",
        "Advertise with us",
    ),
]


def test_a_short_page_loses_its_furniture_and_no_sentence() -> None:
    result = Cleaner().clean("\n".join(SHORT_PAGE))
    assert result.text.strip().split("\n") == SHORT_PAGE[7:9]
    assert "heuristic/navigation" in {mark.rule for mark in result.marks}


def test_structure_is_read_only_where_the_lines_may_be_a_page() -> None:
    words = ("share", "cookies", "subscribe", "newsletter", "login", "copyright", "privacy", "advertise", "comments")
    judge = Judge(weights.packaged_model)
    chapters = [f"Chapter {n}, in which the keeper of the bridge says what a {word} is" for n, word in enumerate(words)]
    book, page = Document("\n".join([*STORY, "", *chapters, "", *STORY_GOES_ON])), Document(PAGE)
    assert furniture(book.texts).shows_page()
    assert (list(judge.marks(book, [])), "structure" in vars(book)) == ([], False)
    assert (bool(list(judge.marks(page, []))), "structure" in vars(page)) == (True, True)


def test_structure_is_not_read_for_what_rules_drop_of_a_text_that_is_no_page() -> None:
    lines = [f"Chapter {n}, in which the keeper of the bridge counts to {n}" for n in range(12)]
    document = Document("\n".join(["Share", *STORY, *lines]))
    assert list(Judge(weights.packaged_model).marks(document, [Mark(0, 5, "share")])) == []
    assert "structure" not in vars(document)


def test_lines_are_not_encoded_again_if_those_left_hold_too_little_furniture() -> None:
    document = Document("\n".join([*MENU, *STORY, *FOOT]))
    assert list(Judge(weights.packaged_model).marks(document, [])) != []
    left = Document("\n".join([*STORY, *FOOT[:4], *MENU[:4]]), document)
    assert list(Judge(no_model).marks(left, [])) == []
    with pytest.raises(AssertionError, match="no model"):
        list(Judge(no_model).marks(Document(left.text), []))
