"""Front matter, code and tables are protected, whatever their lines look like."""

import pytest

from cleaner import Cleaner
from cleaner.text.structure.block import CODE, FRONT_MATTER, HTML, LIST, TABLE, Block
from cleaner.text.structure.markdown import sign_blocks

PROSE = (
    "The harbour board has set new fees for the year. They are lower for boats that are rowed, and higher for those "
    "that stay the winter. Fees are paid at the office by the end of March."
)
# Lines that rules or the model would remove if they stood alone.
MENU = "Home\nPrint\nShare\nundefined"


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("---\ntitle: Fees\n---\nProse.", [Block(0, 2, FRONT_MATTER)], id="YAML"),
        pytest.param('+++\ntitle = "Fees"\n+++\n', [Block(0, 2, FRONT_MATTER)], id="TOML"),
        pytest.param("---\ntitle: Fees\n...\n", [Block(0, 2, FRONT_MATTER)], id="YAML that ends with dots"),
        pytest.param("---\n\nProse.\n\n---\n", [], id="rules between paragraphs"),
        pytest.param("---\ntitle: Fees\n", [], id="front matter without an end"),
        pytest.param("```\na\n```\nb\n~~~ sh\nc\n~~~", [Block(0, 2, CODE), Block(4, 6, CODE)], id="fences"),
        pytest.param("````\n```\n````", [Block(0, 2, CODE)], id="a fence within a longer one"),
        pytest.param("```\nno end", [], id="a fence without an end"),
        pytest.param("Use ```a``` here.\n```b``` too", [], id="code within a line"),
        pytest.param("Prose.\n\n    x = 1\n\n    f(x)\n\nProse.", [Block(2, 4, CODE)], id="indented"),
        pytest.param("Prose.\n\n\tx = 1\n\tf(x)", [Block(2, 3, CODE)], id="indented by tabs"),
        pytest.param("Prose.\n    x = 1\n    f(x)", [], id="indented below a line of text"),
        pytest.param("\n    Home\n    News\n    Sport", [], id="an indented menu"),
        pytest.param("\n    [Home](/a)\n    [News](/b)", [], id="an indented menu of links"),
        pytest.param("|a|b|\n|-|-|\n|1|2|\n\nx", [Block(0, 2, TABLE)], id="table"),
        pytest.param("a | b\n--- | :-:\n1 | 2", [Block(0, 2, TABLE)], id="table without outer bars"),
        pytest.param("| a |\n| --- |\n| 1 |", [Block(0, 2, TABLE)], id="table of one column"),
        pytest.param("Home | News\nSport | Weather", [], id="a menu with bars"),
        pytest.param("Home | News\n---\n", [], id="a menu above a rule"),
        pytest.param("+---+\n| a |\n+---+", [Block(0, 2, TABLE)], id="drawn table"),
        pytest.param("    | a\n    |\n    +-+ b", [Block(0, 2, TABLE)], id="drawn tree"),
        pytest.param("| Home\n|\n| News", [], id="a menu with bars on the left"),
        pytest.param("<details>\n<b>x</b>\n</details>\n", [Block(0, 2, HTML)], id="HTML"),
        pytest.param('<div style="display:none"><img src="/count.gif"></div>', [], id="HTML of a page"),
        pytest.param("<table>\nno end", [], id="HTML without an end"),
        pytest.param("<span>a</span>", [], id="a tag within a paragraph"),
        pytest.param(f"•\n{PROSE}\n•\nHome", [Block(0, 0, LIST)], id="the bullet of a paragraph"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_sign_blocks(text: str, found: list[Block]) -> None:
    assert list(sign_blocks(text.split("\n"))) == found


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(f"```\n{MENU}\nrow[y][0] = grid[y][0]\n```", id="fenced code"),
        pytest.param("    undefined\n    row[y][0] = grid[y][0]\n    f(x)", id="indented code"),
        pytest.param("| Boat | Summer |\n| --- | --- |\n| Rowed | 9 crowns |", id="table"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_structure_stays_between_paragraphs(cleaner: Cleaner, block: str, end: str) -> None:
    text = f"{PROSE}\n\n{block}\n\n{PROSE}\n\nRead more: Ferry fares rise\n".replace("\n", end)
    assert cleaner.clean(text).text == text.replace(f"Read more: Ferry fares rise{end}", "").rstrip() + end


@pytest.mark.parametrize(
    "lines",
    ["Fees\n----", "Fees\n====", "Fees\n++++", "---", "***", "* * *", "- - -", f"•\n{PROSE}", "+--+\n|  |\n|\n+--+"],
)
def test_headings_and_rules_stay(cleaner: Cleaner, lines: str) -> None:
    text = f"{PROSE}\n\n{lines}\n\n{PROSE}\n"
    assert cleaner.clean(text).text == text


@pytest.mark.parametrize("sign", ["|", "•", "- -", "+"])
def test_a_stray_sign_goes(cleaner: Cleaner, sign: str) -> None:
    assert cleaner.clean(f"{PROSE}\n\n{sign}\n\n{PROSE}\n").text == f"{PROSE}\n\n{PROSE}\n"


def test_front_matter_stays(cleaner: Cleaner) -> None:
    text = f"---\ntitle: Fees\nshare: true\n---\n\n{PROSE}\n"
    assert cleaner.clean(text).text == text


def test_code_within_what_a_rule_removes_stays(cleaner: Cleaner) -> None:
    """A rule may take what is around it; a fence is never taken for its footer."""
    text = f"{PROSE}\n\n{PROSE}\n\nRelated News\nFerry fares rise\n\n```\nf(x)\n```\n"
    assert "```\nf(x)\n```" in cleaner.clean(text).text
