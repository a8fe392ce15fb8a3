"""Training the model of pages: lines are labelled, and a tiny collection is learned."""

import gzip
import json

import numpy as np
import pytest

from cleaner.linemodel.page_model import PageModel
from cleaner.pages.model_input import FEATURES
from cleaner.pages.signals import OF_ADVICE
from cleaner.training.collections import Origin
from cleaner.training.pages import TrainingPage, example, examples, learned, report

MENU = "".join(f"<li><a href='/{name}'>{name}</a>" for name in ("Start", "Politics", "Sport", "Culture", "Weather"))
TOPICS = ("ferry", "bridge", "orchard", "school", "mill", "lake", "museum", "market")
PARAGRAPHS = 6


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[TrainingPage]:
    """Thirty pages of thirty hosts, each an article between two menus, and one page without a reference text."""
    folder = tmp_path_factory.mktemp("collections") / "pages" / "made"
    folder.mkdir(parents=True)
    with gzip.open(folder / "gold.jsonl.gz", "wt", encoding="utf-8") as golds:
        for n in range(31):
            topic = TOPICS[n % len(TOPICS)]
            article = [
                f"The {topic} was closed in the {i}th week of the year, and {n + i} people asked the keeper why."
                for i in range(3, 3 + PARAGRAPHS)
            ]
            text = "\n".join(article) if n < 30 else ""
            golds.write(json.dumps({"id": str(n), "url": f"https://site{n}.example/{topic}", "text": text}) + "\n")
            body = "".join(f"<p>{paragraph}</p>" for paragraph in article)
            html = f"<html><body><nav class='menu'><ul>{MENU}</ul></nav><div class='main'>{body}</div>"
            more = f"<div class='related'><ul>{MENU}</ul></div></body></html>"
            (folder / f"{n}.html.gz").write_bytes(gzip.compress((html + more).encode()))
    return list(examples(folder.parent.parent, advised=True))


def test_lines_of_pages_are_labelled_by_the_article(pages: list[TrainingPage]) -> None:
    assert len(pages) == 30
    text = pages[0].text
    assert text.features.shape == (len(text.target), FEATURES)
    assert text.target.tolist() == [0.0] * 5 + [1.0] * PARAGRAPHS + [0.0] * 5


def test_the_headline_is_labelled_as_article_text_though_the_reference_lacks_it() -> None:
    """Each result has the headline, so the model must not learn to drop it."""
    article = "The ferry was closed in March, and nobody asked the keeper why."
    head = "<html><head><title>Sport ends at the ferry</title></head>"
    menu = "<nav><ul><li><a href='/sport'>Sport</a><li><a href='/why'>Why</a></ul></nav>"
    html = f"{head}<body>{menu}<h1>Sport ends at the ferry</h1><p>{article}</p></body></html>"
    origin = Origin("page", "made", "page", "site.example")
    page = example(html.encode(), origin, f"Sport ends at the ferry\n{article}", advised=False)
    assert page is not None
    assert page.text.target.tolist() == [0, 0, 1, 1]
    assert page.masks.headline.tolist() == [False, False, True, False]
    assert page.text.article == len(article.split())
    assert page.text.features.shape == (4, FEATURES - len(OF_ADVICE))


@pytest.mark.slow
def test_training_helps_and_is_reproducible(pages: list[TrainingPage]) -> None:
    first, second = learned(pages * 30), learned(pages * 30)
    assert all(np.array_equal(first[name], second[name]) for name in first)
    assert [line for line in report([(page, PageModel.of(first)) for page in pages]) if "own 1.0000" in line]
