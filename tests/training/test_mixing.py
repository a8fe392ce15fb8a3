"""Articles in the frames of other pages: what is put together is what the model would see of such a page."""

import numpy as np
import pytest

from cleaner.linemodel.features import features
from cleaner.training.collections import NO_PAGE, Origin, Text, of
from cleaner.training.labels import Reference
from cleaner.training.mixing import Mixer, article, joined

BODY = [f"The mill stood still in week {n}, and the miller asked {n} people for a new wheel." for n in range(12)]
OTHER = [f"Row {n}: a boat with {n} masts, built of oak in the yard below the bridge." for n in range(12)]
PRIZE = [f"{n}. Winner: the boat with {n} sails" for n in range(30)]
MENU, FOOT = ["Home", "Weather", "Fish prices"], ["Imprint", "All rights reserved"]


def page(host: str, menu: list[str], body: list[str], foot: list[str]) -> Text:
    text = "\n".join([*menu, *body, *foot])
    (made,) = of(text, Origin("dumps", "made", "whole", host), Reference("\n".join(body)))
    return made


@pytest.fixture
def texts() -> list[Text]:
    clean = of("\n".join(PRIZE), Origin("clean", "awards", "en", "owner/name"), NO_PAGE)
    return [page("a.example", MENU, BODY, FOOT), page("b.example", FOOT, OTHER, MENU), *clean]


def test_the_article_of_a_page_is_found(texts: list[Text]) -> None:
    rows = article(texts[0])
    assert rows is not None
    assert (rows.first, rows.end) == (len(MENU), len(MENU) + len(BODY))


def test_parts_of_a_text_joined_are_the_text(texts: list[Text]) -> None:
    text = texts[0]
    rows = article(text)
    assert rows is not None
    parts = [rows._replace(first=0, end=rows.first), rows, rows._replace(first=rows.end, end=len(text.target))]
    whole = joined(parts, text.origin)
    assert all(np.array_equal(mine, theirs) for mine, theirs in zip(whole.lines, text.lines, strict=True))
    assert np.array_equal(features(whole.lines).astype(np.float16), text.features)
    assert np.array_equal(whole.target, text.target)


def test_draws_differ_and_keep_the_article_of_one_text_whole(texts: list[Text]) -> None:
    mixer = Mixer(texts, np.random.default_rng(0))
    drawn = [mixer.mixed(texts[0]) for _ in range(50)]
    assert len({len(text.target) for text in drawn}) > 5
    bodies = {int(text.target.sum()) for text in drawn}
    assert len(BODY) in bodies
    assert any(size != len(BODY) for size in bodies)
    assert all(
        text.target[text.target.argmax() :].tolist() == sorted(text.target[text.target.argmax() :])[::-1]
        for text in drawn
    )


def test_other_texts_are_drawn_as_they_are(texts: list[Text]) -> None:
    assert Mixer(texts, np.random.default_rng(0)).mixed(texts[-1]) is texts[-1]
