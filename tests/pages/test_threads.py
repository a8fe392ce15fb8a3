"""The posts of a thread are found; comments below an article and lists of stories are none."""

import numpy as np

from cleaner.pages.flatten import flatten
from cleaner.pages.page import parse
from cleaner.pages.threads import thread

TITLE = "Bees in the belfry, who has had them?"
SAID = (
    "Since May there have been bees behind the louvres, and the ringers will not go up any more.",
    "Ours left by themselves in September. A lamp in the window helped them to decide.",
    "Ask the beekeeper in the next village, and do not stop the hole while they are inside.",
)
ARTICLE = "<p>The bees came with the new bells, and the parish has been of two minds about both of them ever since.</p>"


def posts(*, heading: str = "", kind: str = "post", date: str = "12 May 2021") -> str:
    return "".join(
        f"<div class={kind}>{heading}<div><a href=/u/{n}>ringer{n}</a> wrote on {date}</div><p>{said}</p>"
        f"<div><a href=/r/{n}>Reply</a></div></div>"
        for n, said in enumerate(SAID)
    )


def found(html: str) -> list[str]:
    page = flatten(parse(f"<nav><a href=/>Board</a></nav><h1>{TITLE}</h1>{html}<footer>Rules of 2019</footer>").tree)
    headline = np.array([line.text == TITLE for line in page.lines])
    mask = thread(page.lines, np.array(page.parents), headline)
    return [line.text for line, is_found in zip(page.lines, mask, strict=True) if is_found]


def test_the_posts_of_a_thread_are_found_without_their_buttons() -> None:
    expected = [text for n, said in enumerate(SAID) for text in (f"ringer{n} wrote on 12 May 2021", said)]
    assert found(f"<main>{posts()}</main>") == expected
    assert found(f"<table>{posts().replace('<div class=post>', '<tr><td>')}</table>") == expected


def test_the_post_that_opens_a_thread_may_have_another_class() -> None:
    assert len(found(f"<main>{posts().replace('class=post', 'class=question', 1)}</main>")) == 6


def test_comments_below_an_article_are_no_thread() -> None:
    assert found(f"<main><article>{ARTICLE}</article><div>{posts(kind='comment')}</div></main>") == []


def test_a_list_of_stories_is_no_thread() -> None:
    assert found(f"<main>{posts(heading='<h2><a href=/s>Bells</a></h2>')}</main>") == []


def test_sections_without_dates_are_no_thread() -> None:
    assert found(f"<main>{posts(date='foot')}</main>") == []


def test_two_posts_are_no_thread() -> None:
    assert found(f"<main>{posts().partition('<div class=post><div><a href=/u/2>')[0]}</main>") == []


def test_a_page_without_prose_is_no_thread() -> None:
    assert found("<p>Soon.</p>") == []
