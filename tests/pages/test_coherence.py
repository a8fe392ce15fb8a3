"""Lines that belong to chosen ones are chosen too."""

import numpy as np
import pytest

from cleaner.pages.coherence import whole
from cleaner.pages.flatten import flatten
from cleaner.pages.page import parse

WEAVING = "<p>The loom reports each pick.</p>"
DYEING = "<p>The dye is mixed on Fridays.</p>"


def chosen(html: str, *start: str, probability: float = 0.3, headline: str = "-") -> list[str]:
    """The lines that are chosen when those with one of these starts were."""
    page = flatten(parse(html).tree)
    mask = np.array([line.text.startswith(start) for line in page.lines])
    title = np.array([line.text == headline for line in page.lines])
    after = whole(page, mask, np.full(len(mask), probability, np.float32), title)
    return [line.text for line, is_chosen in zip(page.lines, after, strict=True) if is_chosen]


def test_a_heading_stays_with_its_section() -> None:
    html = f"{WEAVING}<h3>Colours</h3>{DYEING}<h3>Comments</h3><p>Nice.</p>"
    assert chosen(html, "The") == ["The loom reports each pick.", "Colours", "The dye is mixed on Fridays."]


@pytest.mark.parametrize(
    ("heading", "probability"),
    [("<h3>Colours</h3>", 0.05), ("<h3><a href=/c>Colours</a></h3>", 0.3), ("<h2>Wool</h2><h3>Colours</h3>", 0.05)],
    ids=["unlikely", "a link", "two headings"],
)
def test_a_heading_that_does_not_belong_to_the_section(heading: str, probability: float) -> None:
    assert len(chosen(f"{WEAVING}{heading}{DYEING}", "The", probability=probability)) == 2


@pytest.mark.parametrize(
    "block",
    ["<pre>total = 0\nprint(total)</pre>", "<table><tr><td>Red<td>12<tr><td>Blue<td>9</table>"],
    ids=["listing", "table"],
)
def test_a_block_between_chosen_lines_stays_whole(block: str) -> None:
    lines = [line.text for line in flatten(parse(f"{WEAVING}{block}{DYEING}").tree).lines]
    assert chosen(f"{WEAVING}{block}{DYEING}", "The") == lines
    assert chosen(f"{block}{DYEING}", "The") == lines[-1:]
    assert chosen(f"{WEAVING}{block}", "The") == lines[:1]


def test_a_table_of_links_is_no_part_of_the_article() -> None:
    menu = "<table><tr><td><a href=/r>Red</a><td><a href=/b>Blue</a></table>"
    assert len(chosen(f"{WEAVING}{menu}{DYEING}", "The")) == 2


NOTES = "<ul><li><a href=/1>A ledger of dyes</a><li><a href=/2>On mordants</a></ul>"


def test_references_stay_under_their_heading() -> None:
    html = f"{WEAVING}<h3>Some literature</h3>{NOTES}<h3>More stories</h3><ul><li><a href=/3>Knots</a></ul>"
    assert chosen(html, "The", "Some", "More") == [
        *("The loom reports each pick.", "Some literature", "A ledger of dyes", "On mordants", "More stories")
    ]


def test_footnotes_stay_below_the_text() -> None:
    notes = "<div class=footnotes><ol><li>Counted in 1904.</ol></div>"
    assert chosen(f"{notes}{WEAVING}{notes}", "The") == ["The loom reports each pick.", "Counted in 1904."]


def test_where_nothing_is_chosen_nothing_is_added() -> None:
    assert chosen(f"{WEAVING}<div class=footnotes><ol><li>Counted in 1904.</ol></div>", "Nothing") == []


TITLE = "Four looms and a river"
LONG = "<p>What the river brings in spring is weighed, dried and sold before anybody has asked to whom it belongs.</p>"


def test_a_paragraph_between_chosen_lines_is_chosen() -> None:
    assert len(chosen(f"{WEAVING}{LONG}{DYEING}", "The")) == 3
    assert len(chosen(f"{WEAVING}{LONG}{DYEING}", "The", probability=0.1)) == 2
    assert len(chosen(f"{WEAVING}{LONG}", "The")) == 1


@pytest.mark.parametrize(("menu", "probability"), [("<a href=/>The mill</a>", 0.9), ("The mill", 0.3)])
def test_what_is_above_the_headline_goes(menu: str, probability: float) -> None:
    html = f"<div>{menu}</div><h1>{TITLE}</h1>{WEAVING}"
    after = chosen(html, "The", TITLE, headline=TITLE, probability=probability)
    assert after == [TITLE, "The loom reports each pick."]


def test_a_likely_line_above_the_headline_stays() -> None:
    html = f"{DYEING}<h1>{TITLE}</h1>{WEAVING}"
    assert len(chosen(html, "The", TITLE, headline=TITLE, probability=0.9)) == 3


def test_the_footer_of_the_page_goes_and_that_of_a_part_of_the_article_stays() -> None:
    quotation = "<blockquote><p>The river gives.</p><footer>The ferryman</footer></blockquote>"
    html = f"{WEAVING}{quotation}<footer>The Mill Press</footer>"
    assert chosen(html, "The") == ["The loom reports each pick.", "The river gives.", "The ferryman"]


def test_a_page_that_is_all_footer_keeps_its_text() -> None:
    assert chosen(f"<footer>{WEAVING}</footer>", "The") == ["The loom reports each pick."]
