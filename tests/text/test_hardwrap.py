"""Hard-wrapped paragraphs: which line ends only wrap a paragraph."""

import textwrap

import pytest

from cleaner.rules.parse import PROSE
from cleaner.text.hardwrap import soft_breaks

PARAGRAPHS = PROSE.split("\n\n")
HEADLINES = "Related News\nMayor opens the new bridge\nSchools stay closed until Monday\nFerry sinks in the harbour"
JAPANESE = "川の水位は夜のあいだに半メートル上がり、最初のバスが車庫を出る前に下の道路は閉鎖された。" * 6
VERSE = """\
I wandered down the valley in the rain
and saw the water where the meadow was;
the cattle on the hillside had no grain,
and nobody could tell me for what cause.

I thought of all the summers that had come and gone,
of all the hay we carried,
and of the people who had stood there, looking on,
and who of them had married."""
LIST = """\
Harbour reopens after the storm of last week
Council votes on the second bridge
Ferry company raises its fares again
Schools will stay closed until next Monday morning
Cup final moved to the old stadium
Three hurt in a fire on Mill Street
Museum shows paintings of the old town
Weather: rain until the weekend"""
CJK_LIST = """\
川の水位が半メートル上がり道路が閉鎖された
市議会が二つ目の橋について来月決める
フェリー会社が運賃をふたたび値上げへ
学校は月曜日まで休校となる見通し
決勝戦は旧スタジアムに変更された
水車通りの火事で三人がけがをした
博物館で旧市街の絵画展が始まった"""
SENTENCES = "\n".join(f"The bus number {n} will leave from the market square at noon." for n in range(10, 20))


def wrap(text: str, width: int, end: str = "\n") -> str:
    """Like `fold -s`: wrap each paragraph without breaking words, and keep the line ends between paragraphs."""
    return end.join(end.join(textwrap.wrap(line, width, break_long_words=False)) for line in text.split("\n"))


def cut(text: str, width: int) -> str:
    """Like `fold`: break after exactly `width` characters, within words too."""
    return "\n".join(
        "\n".join(line[i : i + width] for i in range(0, len(line) or 1, width)) for line in text.split("\n")
    )


def unwrapped(text: str) -> str:
    """The text with its soft breaks as spaces."""
    breaks = set(soft_breaks(text.split("\n")))
    assert all(text[i] == "\n" for i in breaks)
    return "".join(" " if i in breaks else char for i, char in enumerate(text))


@pytest.mark.parametrize("width", [60, 65, 72, 78, 79, 80, 100])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PROSE, id="prose"),
        pytest.param(f"{PROSE}\n\n{HEADLINES}\n", id="prose, then a list"),
        pytest.param(f"Home\nNews\n\n{PROSE}", id="menu, then prose"),
        pytest.param(PROSE.replace("\n\n", "\n\nSee: Another story\n\n"), id="links between"),
        pytest.param(f"{PROSE}\n\n* One thing\n* Another thing\n\n> A quote\n\n1. First", id="bullets"),
    ],
)
def test_wrapped_at_a_width(text: str, width: int) -> None:
    assert unwrapped(wrap(text, width)) == text


def test_wrapped_by_html2text() -> None:
    text = "\n".join(f"{line}  " if line else "" for line in wrap(PROSE, 78).split("\n"))
    assert unwrapped(text).split() == PROSE.split()
    assert unwrapped(text).count("\n") == PROSE.count("\n")


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("text", [pytest.param(PROSE, id="English"), pytest.param(JAPANESE, id="Japanese")])
def test_cut_within_words(text: str, width: int) -> None:
    given = cut(text, width)
    assert soft_breaks(given.split("\n")) == [
        i for i, char in enumerate(given) if char == "\n" and "\n" not in (given[i - 1], given[i + 1])
    ]


def test_wrapped_with_an_address_that_is_too_long() -> None:
    address = "https://example.com/" + "a" * 60 + "/story"
    text = f"{PARAGRAPHS[0]} {address} {PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}"
    assert unwrapped(wrap(text, 72)).count("\n") <= text.count("\n") + 2


def test_wrapped_paragraphs_without_blank_lines_between() -> None:
    text = PROSE.replace("\n\n", "\n")
    assert unwrapped(wrap(text, 78)) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\n\n\n", id="blank"),
        pytest.param(PROSE, id="not wrapped"),
        pytest.param(HEADLINES, id="headlines"),
        pytest.param(LIST, id="list"),
        pytest.param("\n".join([LIST] * 5), id="long list"),
        pytest.param(CJK_LIST, id="Japanese list"),
        pytest.param(VERSE, id="verse"),
        pytest.param(SENTENCES, id="sentences of one length"),
        pytest.param(f"{wrap(PARAGRAPHS[0], 72)}\n\n{PROSE}\n\n{PROSE}", id="one wrapped paragraph among others"),
        pytest.param("\n".join(f"- {line}" for line in wrap(PROSE, 70).split("\n")), id="bullets"),
        pytest.param("\n".join(f"| {line} |" for line in wrap(PROSE, 70).split("\n")), id="table"),
        pytest.param("\n".join(["-" * 72, "=" * 72, "#" * 72]), id="rules"),
        pytest.param("\n".join(["a" * 30] * 9), id="too narrow"),
        pytest.param("\n".join([PROSE[:120]] * 9), id="too wide"),
        pytest.param("Two lines, of which the first one would be long enough\nfor a fold", id="two lines"),
    ],
)
def test_not_wrapped(text: str) -> None:
    assert soft_breaks(text.split("\n")) == []
