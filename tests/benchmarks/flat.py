"""A whole page flattened to text, including menus and footers."""

import lxml.html
from lxml import etree

_BLOCKS = (
    *("address", "article", "aside", "blockquote", "br", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption"),
    *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol"),
    *("option", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul"),
)
_UNSEEN = ("head", "noscript", "script", "style", "template")


def flat(html: str | bytes) -> str:
    """The text of a page, one line per block element.

    >>> flat("<p>One <b>t</b>wo<p>three<br>four<script>5</script>")
    'One two\\nthree\\nfour'
    """
    tree = lxml.html.fromstring(html)
    etree.strip_elements(tree, *_UNSEEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    for block in tree.iter(*_BLOCKS):
        block.text = f"\n{block.text or ''}"
        block.tail = f"\n{block.tail or ''}"
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line)
