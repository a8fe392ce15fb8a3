"""Made pages in the shapes of public reports, each with what belongs together: the packaged model keeps it whole."""

import pytest

from cleaner import Cleaner

HEAD = "<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title></head><body>"
MENU = "<nav><ul><li><a href=/>Start</a><li><a href=/walks>Walks</a></ul></nav>"
NAV = f"<header><a href=/>The Salt Marsh</a>{MENU}</header>"
FOOT = "<footer><p>&copy; 2023 The Salt Marsh</p><a href=/terms>Terms</a></footer></body></html>"

PANS = (
    "The pans are filled at the spring tide, and the sluice is closed before the water has had time to turn.",
    "By August the crust is thick enough to bear a gull, and the rakers begin at the edge that the wind has dried.",
    "What they leave in the corners is for the children, who sell it to visitors at three times its price.",
)
LEFT, MIDDLE, RIGHT = (f"<p>{text}</p>" for text in PANS)
CODE = ["levels = [4, 7, 9]", "for level in levels:", "    if level > 5:", "        close(level)"]
POSTS = (
    "Has anybody here mended a sluice board without draining the pan? Ours has split along the grain.",
    "Drive oakum into the crack from the dry side, and tar it over as soon as the tide is out.",
    "That held for two winters with us. After that we put in a new board of larch and have not looked back.",
)


def page(title: str, body: str) -> str:
    return f"{HEAD.format(title=title)}{NAV}<main><h1>{title}</h1>{body}</main>{FOOT}"


def posts() -> str:
    return "".join(
        f"<div class=reply><p class=by><a href=/u/{n}>raker{n}</a> wrote on 4 May 2022</p><p>{text}</p></div>"
        for n, text in enumerate(POSTS)
    )


def items(tag: str, *texts: str) -> str:
    return f"<{tag}>{''.join(f'<li>{text}' for text in texts)}</{tag}>"


def linked(*texts: str) -> list[str]:
    return [f"<a href=https://library.example/{n}>{text}</a>" for n, text in enumerate(texts)]


TOOLS = ("a rake of ash", "a barrow with a broad wheel", "two baskets", "a pair of wooden soles")
BOOKS = ("Salt and the crown, a history", "The pans of the northern shore", "On brine and its measure")
NOTES = ("The sluice is that of 1788.", "A gull weighs as much as two loaves.")
SURVEY = "The survey of all sluices on the northern shore, with their levels since 1911"

WHOLE = {
    "a listing": (
        f"{LEFT}<pre><code>{chr(10).join(CODE)}\n</code></pre>{MIDDLE}{RIGHT}",
        [PANS[0], *CODE, *PANS[1:]],
    ),
    "a list of references": (
        f"{LEFT}{MIDDLE}{RIGHT}<h2>Further literature</h2>{items('ul', *linked(*BOOKS))}",
        [*PANS, "Further literature", *(f"- {book}" for book in BOOKS)],
    ),
    "footnotes": (
        f"<p>{PANS[0]}<a href=#n1>1</a></p>{MIDDLE}{RIGHT}<div class=footnotes>{items('ol', *NOTES)}</div>",
        [f"{PANS[0]}1", *PANS[1:], *(f"- {note}" for note in NOTES)],
    ),
    "the rest behind a button": (
        f"<section>{LEFT}{MIDDLE}</section><div style='display:none'>{RIGHT}</div>",
        list(PANS),
    ),
    "a list in a section of its own": (
        f"{LEFT}<h2>What a raker needs</h2>{items('ul', *TOOLS)}{MIDDLE}{RIGHT}",
        [PANS[0], "What a raker needs", *(f"- {tool}" for tool in TOOLS), *PANS[1:]],
    ),
    "numbered headings": (
        f"<h2>1. Filling</h2>{LEFT}<h2>2. Raking</h2>{MIDDLE}<h2>3. Selling</h2>{RIGHT}",
        ["1. Filling", PANS[0], "2. Raking", PANS[1], "3. Selling", PANS[2]],
    ),
    "a table": (
        f"{LEFT}<table><tr><th>Pan<th>Tons<tr><td>North<td>14<tr><td>South<td>9</table>{MIDDLE}{RIGHT}",
        [PANS[0], "Pan | Tons", "North | 14", "South | 9", *PANS[1:]],
    ),
    "the posts of a thread": (
        f"<div class=thread>{posts()}</div>",
        [line for n, text in enumerate(POSTS) for line in (f"raker{n} wrote on 4 May 2022", text)],
    ),
    "headings of an accordion": (
        "".join(
            f"<div class=accordion><h3><button>{name}</button></h3><div class=panel hidden>{text}</div></div>"
            for name, text in zip(
                ("How is it filled?", "When is it raked?", "Who sells it?"), (LEFT, MIDDLE, RIGHT), strict=True
            )
        ),
        ["How is it filled?", PANS[0], "When is it raked?", PANS[1], "Who sells it?", PANS[2]],
    ),
    "a paragraph that is a link": (
        f"{LEFT}{MIDDLE}<p>{linked(SURVEY)[0]}</p>{RIGHT}",
        [*PANS[:2], SURVEY, PANS[2]],
    ),
}


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


@pytest.mark.parametrize(("body", "expected"), WHOLE.values(), ids=WHOLE)
def test_what_belongs_together_stays_and_the_frame_of_the_page_goes(
    cleaner: Cleaner, body: str, expected: list[str]
) -> None:
    title = "How salt is raked on the marsh"
    assert cleaner.clean_html(page(title, body)).text.splitlines() == [title, *expected]


def test_an_index_gives_nothing(cleaner: Cleaner) -> None:
    cards = "".join(
        f"<div class=card><a href=/{n}><h2>{book}, and what became of it</h2></a><p>A short tale.</p></div>"
        for n, book in enumerate((*BOOKS, *TOOLS))
    )
    result = cleaner.clean_html(page("Tales", cards))
    assert (result.text, result.status) == ("", "empty")
