"""Formulas are text, once each, in LaTeX where the page has it."""

import pytest

from cleaner.pages.extractor import search
from cleaner.pages.flatten import flatten
from cleaner.pages.page import parse

PRESENTED = "<mrow><msup><mi>r</mi><mn>2</mn></msup><mo>+</mo><mi>h</mi></mrow>"
NOTED = f'<semantics>{PRESENTED}<annotation encoding="application/x-tex">r^2+h</annotation></semantics>'
KATEX = (
    f'<span class="katex"><span class="katex-mathml"><math>{NOTED}</math></span>'
    '<span class="katex-html" aria-hidden="true"><span>r</span><span>2</span>+<span>h</span></span></span>'
)
WIKI = (
    f'<span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display: none;"><math>{NOTED}</math>'
    '</span><img src="a.svg" class="mwe-math-fallback-image-inline" aria-hidden="true" alt="r^2+h"></span>'
)
MATHJAX_2 = (
    '<span class="MathJax_Preview">[r2+h]</span><span class="MathJax"><nobr>r2+h</nobr></span>'
    '<script type="math/tex">r^2+h</script>'
)
ASSISTIVE = (
    '<span class="MathJax"><nobr aria-hidden="true">r2+h</nobr><span class="MJX_Assistive_MathML">'
    f"<math>{PRESENTED}</math></span></span>"
)
MATHJAX_3 = (
    '<mjx-container><mjx-math aria-hidden="true"><mjx-mi></mjx-mi></mjx-math><mjx-assistive-mml>'
    f"<math>{PRESENTED}</math></mjx-assistive-mml></mjx-container>"
)


def lines(html: str) -> list[str]:
    return [line.text for line in flatten(parse(html).tree).lines]


@pytest.mark.parametrize(
    "formula",
    [
        pytest.param(f"<math>{NOTED}</math>", id="annotation"),
        pytest.param(f'<math alttext="r^2+h">{PRESENTED}</math>', id="alttext"),
        pytest.param(f"<math>{PRESENTED}</math>", id="MathML alone"),
        pytest.param(KATEX, id="KaTeX"),
        pytest.param(WIKI, id="MediaWiki"),
        pytest.param('<img class="tex" alt="r^2+h" src="a.png">', id="image"),
        pytest.param(MATHJAX_2, id="MathJax 2"),
        pytest.param(ASSISTIVE, id="MathJax 2 without its script"),
        pytest.param(MATHJAX_3, id="MathJax 3"),
    ],
)
def test_a_formula_is_in_its_sentence_once(formula: str) -> None:
    html = f"<article><p>The mast is {formula} ells high, and <b>nobody</b> knows why.</p></article>"
    assert lines(html) == ["The mast is r^2+h ells high, and nobody knows why."]
    assert search(parse(html).tree) == "The mast is r^2+h ells high, and nobody knows why."


@pytest.mark.parametrize(
    "formula",
    [
        pytest.param(f'<math display="block">{NOTED}</math>', id="MathML"),
        pytest.param('<script type="math/tex; mode=display">r^2+h</script>', id="script"),
    ],
)
def test_a_displayed_formula_is_a_line(formula: str) -> None:
    assert lines(f"<p>The mast is {formula} ells high.</p>") == ["The mast is", "r^2+h", "ells high."]


@pytest.mark.parametrize(
    ("mathml", "text"),
    [
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2"),
        ("<mfrac>\n <mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>\n <mn>2</mn>\n</mfrac>", "(a+b)/2"),
        ("<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub>", "∑_i^nx_i"),
        ("<mi>x</mi><mtext> if </mtext><mi>y</mi>", "x if y"),
        ("<mi>x</mi><annotation encoding='text/plain'>ex</annotation>", "x"),
    ],
)
def test_mathml_in_one_line(mathml: str, text: str) -> None:
    assert lines(f"<p>Let <math>{mathml}</math> be.</p>") == [f"Let {text} be."]


def test_what_is_hidden_elsewhere_stays_hidden() -> None:
    html = f"<p>One <math>{NOTED}</math></p><p aria-hidden=true>Two</p><p>Three <span hidden>four</span></p>"
    assert lines(html) == ["One r^2+h", "Two", "Three"]
