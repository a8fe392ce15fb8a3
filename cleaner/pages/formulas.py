"""Formulas and emoji of a page, spelled out as text: each once, a formula in LaTeX where the page has it."""

from itertools import takewhile
from typing import Any

import regex

# Types of the scripts in which a page has the LaTeX that MathJax draws.
SCRIPTS = ("math/tex", "math/latex")
# Classes of what MathJax 2 draws before such a script, and of images of formulas, whose `alt` is LaTeX.
DRAWINGS = frozenset({"MathJax", "MathJax_Display", "MathJax_Preview", "MathJax_SVG", "MathJax_SVG_Display"})
IMAGES = frozenset({"latex", "tex", "mwe-math-fallback-image-inline", "mwe-math-fallback-image-display"})
# The `alt` of an image in place of emoji: symbols, and what joins or varies them.
EMOJI = regex.compile(r"[\p{So}\p{Sk}\p{M}\p{Cf}]+")
TEX = frozenset({"application/x-tex", "application/x-latex", "latex", "tex"})
# What stands between the parts of such an element of MathML.
SIGNS = {
    "msup": "^",
    "mover": "^",
    "msub": "_",
    "munder": "_",
    "mfrac": "/",
    "msubsup": "_^",
    "munderover": "_^",
}


def spell_out(tree: Any) -> None:
    """Put text in place of each formula and image of an emoji, and remove the drawings beside a formula.

    A formula is its LaTeX if the page has that, else its MathML with signs for fractions and indices.

    >>> from lxml import html
    >>> tree = html.fromstring("<p>So <math><mfrac><mi>a</mi><msup><mi>b</mi><mn>12</mn></msup></mfrac></math> it is.")
    >>> spell_out(tree)
    >>> tree.text_content()
    'So a/(b^(12)) it is.'
    """
    for script in [script for script in tree.iter("script") if script.get("type", "").startswith(SCRIPTS)]:
        _drop_drawings(script)
        _become(script, script.text or "", block="mode=display" in script.get("type"))
    for math in list(tree.iter("math")):
        _show(math)
        _become(math, _latex(math) or _linear(math), block=math.get("display") == "block")
    for image in [image for image in tree.iter("img") if image.get("alt")]:
        if not IMAGES.isdisjoint(image.get("class", "").split()) or EMOJI.fullmatch(image.get("alt")):
            _become(image, image.get("alt"), block=False)


def _become(element: Any, text: str, *, block: bool) -> None:
    """Make the element one with this text alone."""
    for child in list(element):
        element.remove(child)
    element.attrib.clear()
    element.tag, element.text = "div" if block else "span", text


def _drop_drawings(script: Any) -> None:
    drawn = script.getprevious()
    while drawn is not None and not DRAWINGS.isdisjoint(drawn.get("class", "").split()):
        drawn, drawing = drawn.getprevious(), drawn
        drawing.drop_tree()


def _show(math: Any) -> None:
    """Show a formula that is hidden because a drawing of it stands beside it, and remove the drawing."""
    wrapper = math.getparent()
    if wrapper is None or not _is_wrapper(wrapper):
        return
    for beside in [*wrapper.itersiblings(), *wrapper.itersiblings(preceding=True)]:
        if beside.get("aria-hidden") == "true":
            beside.drop_tree()
    for around in takewhile(_is_wrapper, math.iterancestors()):
        around.tag = "span"
        for name in ("style", "hidden"):
            around.attrib.pop(name, None)


def _is_wrapper(element: Any) -> bool:
    tag: str = element.tag
    return tag == "span" or tag.startswith("mjx-")


def _latex(math: Any) -> str:
    """The LaTeX of a formula, or ""."""
    texts = [note.text or "" for note in math.iter("annotation") if note.get("encoding", "").lower() in TEX]
    return " ".join([*texts, math.get("alttext", "")][0].split())


def _linear(math: Any) -> str:
    """The text of a formula in MathML, in one line."""
    for element in list(math.iter("annotation", "annotation-xml", "mphantom")):
        element.drop_tree()
    for element in math.iterdescendants():
        element.tail = (element.tail or "").strip()
        if element.tag != "mtext":
            element.text = (element.text or "").strip()
    for element in math.iter(*SIGNS):
        for part, sign in zip(element, (*SIGNS[element.tag], ""), strict=False):
            if len("".join(part.itertext())) > 1:
                part.text, part.tail = f"({part.text or ''}", f"){sign}"
            else:
                part.tail = sign
    return " ".join("".join(math.itertext()).split())
