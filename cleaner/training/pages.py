"""`python -m cleaner.training.pages`: train a model of pages, which finds the article among the lines of a page."""

import gzip
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.linemodel.network import Model
from cleaner.linemodel.page_model import PageModel, joined
from cleaner.pages.article import best, mixed
from cleaner.pages.extractor import advise
from cleaner.pages.flatten import flatten
from cleaner.pages.headline_line import find_headline, without_headline
from cleaner.pages.metadata import Hints, metadata
from cleaner.pages.model_input import encode_page, with_advice
from cleaner.pages.page import parse
from cleaner.pages.places import Places
from cleaner.pages.second_look import second_look
from cleaner.pages.signals import Masks
from cleaner.training.collections import Origin, Text, counted
from cleaner.training.command import figures_of, parser, say, write
from cleaner.training.evaluate import f1
from cleaner.training.fit import Recipe, fit
from cleaner.training.labels import Reference, words
from cleaner.training.parts import Part, host_of, records

# Pages are few and long, so batches are half as large. Losing and keeping too much cost the same, because the text is
# chosen for the highest F1. Chosen by hand.
FOR_PAGES = Recipe(epochs=8, lines=3000, article_cost=1.0, outputs=1, dropout=0.2, word_dropout=0.3)


# The second network learns from what the first one finds on hosts that it has not seen: the hosts are dealt into so
# many shares, and each is read by a network that is fitted on all others. Chosen by hand.
SHARES = 3
# It also sees what others of its kind have learned, so it forgets more. On choose the mean F1 is the same with the
# recipe of the first network, but the smallest collection has 0.002 less.
FOR_SECOND = replace(FOR_PAGES, dropout=0.4, word_dropout=0.5)


class TrainingPage(NamedTuple):
    """A page as a text, the places of its lines, and masks of them.

    The headline is in every result, so figures and reference lack it.
    """

    text: Text
    places: Places
    masks: Masks


def examples(tree: Path, *, advised: bool) -> Iterator[TrainingPage]:
    """All pages of a folder of collections that have a reference text; `advised` as in `PageModels`."""
    for folder in sorted((tree / "pages").iterdir()):
        for row in records(folder / "gold.jsonl.gz"):
            if row["text"]:
                html = gzip.decompress((folder / f"{row['id']}.html.gz").read_bytes())
                page = example(html, Origin("page", folder.name, "page", host_of(row)), row["text"], advised=advised)
                if page:
                    yield page


def example(html: bytes, origin: Origin, article: str, *, advised: bool) -> TrainingPage | None:
    """One page, encoded as the model will see it: `advised` or not. None where no line holds a word."""
    tree = parse(html).tree
    if tree is None:
        return None
    flat, said = flatten(tree), metadata(tree)
    headline = find_headline(flat.lines, said)
    page = encode_page(flat, Hints(said.body, headline))
    if page is None:
        return None
    if advised:
        page = with_advice(page, advise(tree))
    reference = Reference(without_headline(article, headline))
    of_lines = [words(line.text) for line in page.shown]
    target = np.array(list(reference.shares(of_lines)), np.float32)
    target[page.masks.headline] = 1
    features: Floats = page.features.astype(np.float16)
    unknown = np.zeros(len(target), np.float32)
    text = Text(origin, page.lines, features, target, unknown, None, *counted(of_lines, reference))
    return TrainingPage(text, page.places, page.masks)


def report(pages: Sequence[tuple[TrainingPage, PageModel]]) -> Iterator[str]:
    """For each collection the word F1 of the lines that the model chooses, and of the best."""
    by_collection = defaultdict(list)
    for page, model in pages:
        text, first = page.text, found(page.text, model.first)
        probability = mixed(first, found(looked(page, first), model.second))
        chosen = np.zeros(len(text.target), bool)
        chosen[best(probability, text.lines.size)[0]] = True
        by_collection[text.origin.collection].append(
            [f1(text, lines & ~page.masks.headline)[1] for lines in (chosen, text.target >= 1 / 2)]
        )
    for collection, figures in sorted(by_collection.items()):
        own, oracle = np.mean(figures, axis=0)
        yield f"{collection}: {len(figures)} pages, own {own:.4f}, best {oracle:.4f}"


def found(text: Text, model: Model) -> Floats:
    """P(article) of each line."""
    return model.probabilities(text.lines, text.features.astype(np.float32))


def looked(page: TrainingPage, first: Floats) -> Text:
    """The page as the second network sees it, where P(article) by the first one is `first`."""
    look = second_look(page.places, page.text.lines.size, first)
    return replace(page.text, features=np.concatenate([page.text.features, look.astype(np.float16)], 1))


def main() -> None:
    options = parser("cleaner.training.pages", "a model of pages", "pages/")
    options.add_argument("--advised", action="store_true", help="train the model that is told trafilatura's choice")
    given = options.parse_args()
    pages = list(examples(given.collections, advised=given.advised))
    say(f"{len(pages):,} pages of {len({page.text.origin.host for page in pages}):,} hosts")
    for part, fitted_on in figures_of(given):
        measured = _measured(pages, part, fitted_on)
        say(f"hosts of the part '{part}', by a model fitted on: {', '.join(fitted_on)}")
        for line in report(measured):
            say(f"  {line}")
    if given.output:
        write(given.output, learned([page for page in pages if page.text.origin.part in given.fit_on]))


def learned(pages: Sequence[TrainingPage]) -> dict[str, Numbers]:
    """The arrays of a model file for pages."""
    first = _fitted([page.text for page in pages])
    texts = []
    for share in range(SHARES):
        others = Model.of(_fitted([page.text for page in pages if _share(page) != share]))
        texts += [looked(page, found(page.text, others)) for page in pages if _share(page) == share]
    return joined(first, _fitted(texts, FOR_SECOND))


def _fitted(texts: Sequence[Text], recipe: Recipe = FOR_PAGES) -> dict[str, Numbers]:
    return fit(texts, say=say, recipe=recipe)


def _share(page: TrainingPage) -> int:
    return crc32(page.text.origin.host.encode()) % SHARES


def _measured(
    pages: Sequence[TrainingPage], part: Part, fitted_on: Collection[Part]
) -> list[tuple[TrainingPage, PageModel]]:
    """The pages of one part of the hosts, each with the model that is fitted on others."""
    model = PageModel.of(learned([page for page in pages if page.text.origin.part in fitted_on]))
    return [(page, model) for page in pages if page.text.origin.part is part]


if __name__ == "__main__":
    main()
