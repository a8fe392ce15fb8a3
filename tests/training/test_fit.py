"""Training the model of texts: the gradient is compared with finite differences, and a tiny collection is learned."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from cleaner.linemodel.arrays import Numbers
from cleaner.linemodel.characters import CLASSES, UPPER
from cleaner.linemodel.encode import PLACES, encode_lines
from cleaner.linemodel.network import FOREIGN, FOREIGN_FURNITURE, UNKNOWN, Model
from cleaner.training.batches import Noise, Scale, batch
from cleaner.training.collections import Text, read
from cleaner.training.evaluate import outcome
from cleaner.training.fit import Recipe, arrays, fit, loss_of
from cleaner.training.gradient import HIDDEN, Backpropagation, Batch, initial
from cleaner.training.parts import Part
from cleaner.training.vocabulary import learn

FEATURES, WORDS, OUTPUTS, LINES = 5, 11, 2, (7, 12)
STEP = 1e-6
PARAGRAPHS = 12
MENU = ("Start", "Politics", "Sport", "Culture", "Weather", "Archive") * 3
FOOT = ("Most viewed", "Fish prices fall", "House for sale", "Imprint", "Site map", "Careers") * 3
TOPICS = ("ferry", "bridge", "orchard", "school", "mill", "lake", "museum", "market")


def random_batch(rng: np.random.Generator) -> Batch:
    n = sum(LINES)
    words = rng.integers(1, 4, n)
    return Batch(
        rng.normal(size=(n, FEATURES)),
        rng.integers(0, WORDS, words.sum()),
        np.cumsum(words) - words,
        words,
        rng.integers(0, CLASSES, (len(PLACES), n)) + PLACES,
        np.arange(len(LINES)).repeat(LINES),
        rng.integers(1, 50, n).astype(float),
        rng.random((n, OUTPUTS)),
        rng.random((n, OUTPUTS)),
    )


def test_the_gradient_equals_finite_differences() -> None:
    rng = np.random.default_rng(0)
    b = random_batch(rng)
    drawn = initial(FEATURES, WORDS, CLASSES * len(PLACES), rng, OUTPUTS)
    parameters = {name: array.astype(np.float64) for name, array in drawn.items()}
    kept = [(rng.random((sum(LINES), HIDDEN)) > 1 / 5) * 1.25 for _ in range(6)]

    def loss() -> tuple[float, Mapping[str, Numbers]]:
        network = Backpropagation(parameters, b, iter(kept))
        value, gradient = loss_of(network.forward(), b.target, b.weight)
        return value, network.backward(gradient)

    gradient = loss()[1]
    for name, array in parameters.items():
        flat = array.reshape(-1)
        for i in rng.choice(flat.size, min(4, flat.size), replace=False):
            before = flat[i]
            flat[i] = before + STEP
            above = loss()[0]
            flat[i] = before - STEP
            below = loss()[0]
            flat[i] = before
            assert gradient[name].reshape(-1)[i] == pytest.approx((above - below) / (2 * STEP), rel=1e-4, abs=1e-6)


def write(path: Path, rows: list[dict[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(row)}\n" for row in rows)


@pytest.fixture(scope="module")
def collections(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty pages of forty hosts: each an article, and the article between a menu and a footer."""
    tree = tmp_path_factory.mktemp("collections")
    golds, dumps = [], []
    for n in range(40):
        topic = TOPICS[n % len(TOPICS)]
        article = [
            f"The {topic} was closed in the {i}th week of the year, and {n + i} people asked the {topic} keeper why."
            for i in range(3, 3 + PARAGRAPHS)
        ]
        head = {"id": str(n), "url": f"https://site{n}.example/{topic}"}
        headline = f"Keeper of the {topic} asks for {n} boats"
        golds.append({**head, "text": "\n".join(article)})
        dumps.append({**head, "text": "\n".join([*MENU, headline, *article, *FOOT])})
        page = f"<title>{headline} - The Gazette</title><h1>{headline}</h1><p>{'<p>'.join(article)}"
        (tree / "pages" / "made").mkdir(parents=True, exist_ok=True)
        (tree / "pages" / "made" / f"{n}.html.gz").write_bytes(gzip.compress(page.encode()))
    write(tree / "pages" / "made" / "gold.jsonl.gz", golds)
    write(tree / "dumps" / "made" / "whole.jsonl.gz", dumps)
    prize = {"id": "prize", "source": "owner/name:a.md@0", "part": "all", "licence": "PD", "lang": "en"}
    write(
        tree / "clean" / "awards.jsonl.gz", [{**prize, "text": "\n".join(f"Winner {n}: Boat {n}" for n in range(50))}]
    )
    return tree


@pytest.fixture(scope="module")
def texts(collections: Path) -> list[Text]:
    return list(read(collections))


def test_lines_are_labelled_by_the_article(texts: list[Text]) -> None:
    dumps = [text for text in texts if text.origin.kind == "dumps"]
    assert len(dumps) == 40
    assert dumps[0].target.tolist() == [0.0] * len(MENU) + [1.0] * (1 + PARAGRAPHS) + [0.0] * len(FOOT)
    assert dumps[0].headline.nonzero()[0].tolist() == [len(MENU)]


def test_all_of_a_text_from_no_page_is_true_text(texts: list[Text]) -> None:
    (text,) = (text for text in texts if text.origin.kind == "clean")
    assert text.target.tolist() == [1.0] * 50
    assert not text.headline.any()


def test_words_of_menus_are_furniture_and_words_of_articles_are_not(texts: list[Text]) -> None:
    vocabulary = learn(texts).vocabulary

    def is_furniture(line: str) -> list[bool]:
        lines = encode_lines([line])
        assert lines is not None
        return list(vocabulary.furniture[vocabulary.numbers(lines.slots, lines.checks)])

    assert is_furniture("Politics imprint week keeper") == [True, True, False, False]


def test_the_words_of_a_foreign_text_are_of_three_kinds(texts: list[Text]) -> None:
    lexicon = learn(texts)
    noise = Noise(np.random.default_rng(0), unknown=0.0, foreign=1.0)
    numbers = np.arange(lexicon.size)
    foreign = noise.numbers(numbers, lexicon, np.ones(lexicon.size, bool))
    assert set(foreign.tolist()) == {UNKNOWN, FOREIGN, FOREIGN_FURNITURE}
    assert all(foreign[lexicon.vocabulary.furniture] == FOREIGN_FURNITURE)


def test_some_foreign_texts_have_no_capitals(texts: list[Text]) -> None:
    scale, lexicon = Scale(np.zeros(1, np.float32), np.ones(1, np.float32)), learn(texts)
    drawn = batch(texts, scale, lexicon, Noise(np.random.default_rng(0), unknown=0.0, foreign=1.0))
    capitals = np.bincount(drawn.text, drawn.x[:, UPPER]) > 0
    assert 0 < capitals.sum() < len(texts)


def test_all_texts_of_a_host_are_in_one_part(texts: list[Text]) -> None:
    parts = {text.origin.host: text.origin.part for text in texts}
    assert all(parts[text.origin.host] is text.origin.part for text in texts)
    assert set(parts.values()) == set(Part)


def test_the_packaged_form_gives_the_probabilities_of_the_training_network(texts: list[Text]) -> None:
    lexicon, scale = learn(texts), Scale.of(texts)
    parameters = initial(len(scale.mean), lexicon.size, CLASSES * len(PLACES), np.random.default_rng(0))
    model, text = Model.of(arrays(parameters, lexicon, scale)), texts[-1]
    logits = Backpropagation(parameters, batch([text], scale, lexicon)).forward()
    probability = model.probabilities(text.lines, text.features.astype(np.float32))
    np.testing.assert_allclose(probability, 1 / (1 + np.exp(-logits[:, 0])), atol=2e-3)  # weights are stored as float16


@pytest.mark.slow
def test_training_helps_and_is_reproducible(texts: list[Text]) -> None:
    seen = [text for text in texts if text.origin.part is Part.WRITE]
    unseen = [text for text in texts if text.origin.part is not Part.WRITE]
    said: list[str] = []
    first, second = (fit(seen * 5, say=said.append, recipe=Recipe(lines=300)) for _ in range(2))
    assert all(np.array_equal(first[name], second[name]) for name in first)
    outcomes = [outcome(text, Model.of(first)) for text in unseen if text.origin.kind == "dumps"]
    assert outcomes
    assert min(one.clean for one in outcomes) > max(one.raw for one in outcomes)
