"""Marks of references: all of a text go, or none."""

import pytest

from cleaner import Cleaner
from cleaner.rules.rule import Family
from cleaner.rules.settings import Settings

STORY = """\
The lock of Unterwehr[1] was built for barges of oak.[2][3] Nobody knows who paid.[citation needed]

Later years[edit]

It was closed in the dry summer,[2] and opened again when the river rose.[note 4]
"""
CLEAN = """\
The lock of Unterwehr was built for barges of oak. Nobody knows who paid.

Later years

It was closed in the dry summer, and opened again when the river rose.
"""


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner(settings=Settings(select=("common/any/*",)))


def test_all_go_where_no_list_is_kept(cleaner: Cleaner) -> None:
    result = cleaner.clean(STORY)
    assert (result.text, result.problems) == (CLEAN, ())
    assert result.undo() == STORY


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("В 1890 году шлюз построили заново.[1]\n\nПозднее[править | править код]\n", id="Russian"),
        pytest.param("Die Schleuse war aus Eiche.[1]\n\nSpäter[Bearbeiten | Quelltext bearbeiten]\n", id="German"),
        pytest.param(
            "L'écluse était en chêne[1], puis en frêne[2].\n\nPlus tard[modifier | modifier le code]\n", id="French"
        ),
        pytest.param("水門は樫で造られた[1]。後に石となる[2]。\n\n後年[編集]\n", id="Japanese"),
        pytest.param("بُني الهويس من البلوط.[1]\n\nلاحقا[عدل]\n", id="Arabic"),
    ],
)
def test_they_go_in_other_languages(text: str, cleaner: Cleaner) -> None:
    assert "[" not in cleaner.clean(text).text


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("## References\n\nThe book of tolls, page 4.\n", id="title of a list"),
        pytest.param("Einzelnachweise[Bearbeiten]\n\nDas Zollbuch.\n", id="title in another language"),
        pytest.param("1. ^ The book of tolls, page 4.\n", id="entry with an arrow up"),
        pytest.param("- The book of tolls, page 4. ↩\n", id="entry with an arrow back"),
        pytest.param("↑ Das Zollbuch, Seite 4.\n", id="entry that begins with an arrow"),
        pytest.param("Write `tolls[4]` for the last.\n", id="an index in inline code"),
        pytest.param("See [4] for the tolls.\n", id="a number that is a word of the sentence"),
        pytest.param("[4] The sluice is below it.\n", id="the number of a paragraph"),
        pytest.param("See [4](https://example.com/tolls).\n", id="a link"),
    ],
)
def test_none_goes_if_one_must_stay_or_the_list_does(more: str, cleaner: Cleaner) -> None:
    text = f"{STORY}\n{more}"
    assert cleaner.clean(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The first row is in rows[1], the second in rows[2].", id="indices stand behind no stop"),
        pytest.param("Oak,[2] then ash,[1] then oak again.", id="numbers that fall"),
        pytest.param("Oak,[15] then ash,[16] as before.", id="numbers that begin late"),
    ],
)
def test_numbers_that_are_no_references_stay(text: str, cleaner: Cleaner) -> None:
    assert cleaner.clean(text).text == text


def test_fenced_code_is_left_alone(cleaner: Cleaner) -> None:
    code = "```\ntolls = rows[1][2]  # the toll.[1]\n```\n"
    assert cleaner.clean(f"{STORY}\n{code}").text == f"{CLEAN}\n{code}"


def test_the_family_can_be_kept() -> None:
    kept = Cleaner(settings=Settings(select=("common/any/*",), keep_families=frozenset({Family.REFERENCE})))
    assert kept.clean(STORY).text == STORY
