"""The outline of a page: its lines as numbers, and the selectors that find the elements around each."""

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from cleaner.learning.page_shape import OutlineElement, OutlineLine, PageOutline
from cleaner.pages.elements import BITS
from cleaner.pages.flatten import flatten
from cleaner.pages.headline_line import without_headline, words
from cleaner.pages.model_input import lines_in
from cleaner.pages.page import Tree
from cleaner.pages.rendering import BOXES, FIGURES
from cleaner.pages.stable_names import is_stable

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
NUMBERS = re.compile(r"\d+")


def page_outline(tree: Tree, article: str, headline: str) -> PageOutline:
    """The outline of a page whose article is known."""
    flat = flatten(tree)
    inside = lines_in(flat.lines, without_headline(article, headline))
    own = words(headline)
    shown = [
        (line, bool(chosen))
        for line, chosen in zip(flat.lines, inside, strict=True)
        if not own or words(line.text) != own
    ]
    blocks = _around({line.block for line, _ in shown}, flat.parents)
    numbers = {block: number for number, block in enumerate(blocks)}
    elements = [_element(flat.blocks[block], numbers[flat.parents[block]]) for block in blocks]
    lines = [OutlineLine(_digest(line.text), len(line.text), numbers[line.block], chosen) for line, chosen in shown]
    return PageOutline(tuple(lines), tuple(elements))


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


def _digest(text: str) -> int:
    masked = NUMBERS.sub("0", text).encode(errors="surrogatepass")
    return int.from_bytes(blake2b(masked, digest_size=6).digest())
