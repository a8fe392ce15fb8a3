"""Outlines a page for learning: its lines, and the selectors that find the elements around each."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from cleaner.learning.page_shape import OutlineElement, OutlineLine, PageOutline
from cleaner.pages.elements import BITS
from cleaner.pages.extract import extract
from cleaner.pages.flatten import flatten, is_title
from cleaner.pages.headline_line import without_headline, words
from cleaner.pages.link_labels import Label, labels
from cleaner.pages.model_input import lines_in
from cleaner.pages.page import Tree, parse
from cleaner.pages.rendering import BOXES, FIGURES
from cleaner.pages.selectors import find_content
from cleaner.pages.stable_names import is_stable

if TYPE_CHECKING:
    from cleaner.linemodel.page_model import PageModels

# Elements whose name says what they are; the names of others, such as "div", say nothing.
TELLING = frozenset(
    {
        *("article", "main", "aside", "nav", "header", "footer", "section", "form", "figure", "figcaption", "address"),
        *("details",),
    }
)
# Attributes besides `id` and `class` that say what an element is, and those whose names begin so.
SAYING, SAYING_START = frozenset({"role", "itemprop", "property"}), "data-"
# Classes of one element that are read: some frameworks write hundreds. Chosen by hand.
MOST_NAMES = 10


def outline_of(html: bytes, models: "PageModels", asked: Iterable[str] = ()) -> PageOutline | None:
    """The outline of a page in UTF-8, whose article is what the models find; None if it has no article for certain.

    It says which of the selectors that are asked for find a text.
    """
    page = parse(html)
    extraction = extract(page, models=models)
    if extraction.problem or extraction.doubt:
        return None
    found = tuple(selector for selector in asked if find_content(page.tree, [selector]))
    outline = page_outline(page.tree, extraction.text, extraction.headline)._replace(found=found)
    return outline if any(line.is_article for line in outline.lines) else None


def page_outline(tree: Tree, article: str, headline: str) -> PageOutline:
    """The outline of a page whose article is known, without titles of other stories, which content leaves out.

    A label in a line of the article is a part of its own: the models judge whole lines.
    """
    flat = flatten(tree)
    inside = lines_in(flat.lines, without_headline(article, headline)).tolist()
    own = words(headline)
    shown = [
        (number, chosen)
        for number, (line, chosen) in enumerate(zip(flat.lines, inside, strict=True))
        if (chosen or line.within & BITS["li"] or not is_title(line)) and not (own and words(line.text) == own)
    ]
    blocks = _around({flat.lines[number].block for number, _ in shown}, flat.parents)
    numbers = {block: number for number, block in enumerate(blocks)}
    elements = [_element(flat.blocks[block], numbers[flat.parents[block]]) for block in blocks]
    labelled, lines = labels(tree, flat), list[OutlineLine]()
    for number, chosen in shown:
        line = flat.lines[number]
        whole = OutlineLine(line.text, numbers[line.block], chosen)
        label = labelled.get(number) if chosen else None
        if label and (named := tuple(selectors(label.element))):
            elements.append(OutlineElement(whole.element, named, left_out=False, label=True))
            lines += _parts(whole, label, len(elements) - 1)
        else:
            lines.append(whole)
    return PageOutline(headline, tuple(lines), tuple(elements))


def _parts(line: OutlineLine, label: Label, element: int) -> Iterator[OutlineLine]:
    """A line, with the label in it as a part of its own, in an element of its own."""
    ends, around = (0, label.start, label.end, len(line.text)), (line.element, element, line.element)
    for (start, end), inner in zip(pairwise(ends), around, strict=True):
        if start < end:
            yield line._replace(text=line.text[start:end], element=inner, goes_on=start > 0)


def _around(blocks: set[int], parents: Sequence[int]) -> list[int]:
    """These blocks and all around them, in order."""
    around = {0}
    for inner in blocks:
        block = inner
        while block not in around:
            around.add(block)
            block = parents[block]
    return sorted(around)


def _element(element: Tree, parent: int) -> OutlineElement:
    return OutlineElement(parent, tuple(selectors(element)), bool(BITS.get(element.tag, 0) & (BOXES | FIGURES)))


def selectors(element: Tree) -> Iterator[str]:
    """Simple selectors of an element, by names that a person gave.

    >>> from lxml import html
    >>> list(selectors(html.fromstring('<main id="a48" class="story css-kfs" role="main">')))
    ['main', '.story', '[role="main"]']
    """
    if element.tag in TELLING:
        yield element.tag
    if is_stable(element.get("id", "")):
        yield f"#{element.get('id')}"
    yield from (f".{name}" for name in element.get("class", "").split()[:MOST_NAMES] if is_stable(name))
    for name, value in element.items():
        if (name in SAYING or name.startswith(SAYING_START)) and is_stable(name) and is_stable(value):
            yield f'[{name}="{value}"]'
