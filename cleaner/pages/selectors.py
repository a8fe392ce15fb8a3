"""XPath and CSS selectors of rule files: checks, compiles and applies them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from cleaner.errors import PatternError
from cleaner.pages.page import Tree
from cleaner.result import Taken

# Characters. The longest of 10,000 selectors in a public collection of site rules has 347.
MAX_LENGTH = 500
XPATH_STARTS = ("/", "(", ".//", "./")
STRING = re.compile(r""""[^"]*"|'[^']*'""")
PREFIX = re.compile(r"(?<![\w.-])([\w.-]+):(?!:)[\w*]")
CALL = re.compile(r"([\w.-]+)\s*\(")
ENDS_IN_TEXT = re.compile(r"(?:@|attribute::)[\w*-]+$|(?:text|comment|processing-instruction)\(\)$")
# XPath 1.0 without the extensions of lxml: `re:test` can take exponential time, `document()` reads files.
XPATH_WORDS = frozenset(
    {
        *("and", "or", "div", "mod", "node", "text", "comment", "processing-instruction", "last", "position", "count"),
        *("id", "local-name", "name", "namespace-uri", "string", "concat", "starts-with", "contains", "substring"),
        *("substring-before", "substring-after", "string-length", "normalize-space", "translate", "boolean", "not"),
        *("true", "false", "lang", "number", "sum", "floor", "ceiling", "round"),
    }
)
UNSHOWN = ("script", "style", "noscript", "template")
VISIBLE = f".//text()[not({' or '.join(f'parent::{tag}' for tag in UNSHOWN)})]"


def check_selector(selector: str) -> str | None:
    """What is wrong with a selector and how to fix it, or None.

    >>> check_selector("article > .story"), check_selector("//aside[@class]")
    (None, None)
    >>> check_selector("//p[re:test(., 'a')]")
    "'re:' is not known here; use contains() or starts-with()"
    """
    try:
        _compiled(selector)
    except PatternError as error:
        return str(error)
    return None


def drop(tree: Tree, selectors: Iterable[str]) -> tuple[Taken, ...]:
    """Remove from the tree the elements that the selectors find; the text after them stays.

    Raises `PatternError` for a selector that cannot be evaluated.
    """
    return tuple(_drop_found(tree, selector) for selector in selectors)


def find_content(tree: Tree, selectors: Iterable[str]) -> list[Tree]:
    """The outermost elements of the first selector that finds any text, in document order.

    Raises `PatternError` for a selector that cannot be evaluated.
    """
    for selector in selectors:
        elements = [element for element in _outermost(_elements(tree, selector)) if _shows_text(element)]
        if elements:
            return elements
    return []


def _drop_found(tree: Tree, selector: str) -> Taken:
    # A selector cannot drop the page itself; what else it finds inside is dropped all the same.
    inner = [element for element in _elements(tree, selector) if element.tag not in ("html", "body")]
    elements = list(_outermost(inner))
    taken = Taken(selector, len(elements), sum(visible(element) for element in elements))
    for element in elements:
        element.drop_tree()
    return taken


def _elements(tree: Tree, selector: str) -> list[Tree]:
    """The elements that the selector finds, in document order."""
    from lxml import etree

    try:
        result = _compiled(selector)(tree)
    except etree.XPathError as error:
        raise _wrong(selector, f"cannot be evaluated: {error}", "simplify it") from error
    return [item for item in result if etree.iselement(item)]


def _outermost(elements: list[Tree]) -> Iterator[Tree]:
    distinct = set(elements)
    return (element for element in elements if distinct.isdisjoint(element.iterancestors()))


def visible(element: Tree) -> int:
    """Characters of the text that a browser shows; each run of white space counts as one."""
    return len(" ".join("".join(_visible_texts()(element)).split()))


def _shows_text(element: Tree) -> bool:
    """Whether `visible` is over 0. Most elements begin with text, and no more of them is read."""
    shown = (each for each in element.iter() if each.tag not in UNSHOWN)
    return any((text or "").strip() for each in shown for text in (each.text, *(child.tail for child in each)))


@cache
def _visible_texts() -> Tree:
    from lxml import etree

    return etree.XPath(VISIBLE, smart_strings=False)  # smart ones know their element, and take twice the time


@lru_cache(maxsize=1024)
def _compiled(selector: str) -> Tree:
    from lxml import etree

    if len(selector) > MAX_LENGTH:
        raise _wrong(selector, f"has over {MAX_LENGTH} characters", "split it in two")
    if not selector.replace("\n", " ").replace("\t", " ").isprintable():
        raise PatternError(f"{selector!r} has a control character", "remove it")
    xpath = selector.strip() if selector.strip().startswith(XPATH_STARTS) else _from_css(selector)
    _check_xpath(xpath)
    try:
        compiled = etree.XPath(xpath, regexp=False)
        result = compiled(etree.fromstring("<html/>"))
    except etree.XPathError as error:
        raise _wrong(selector, f"is not XPath: {error}", "try it in a browser's console with $x()") from error
    if not isinstance(result, list) or ENDS_IN_TEXT.search(xpath):
        raise _wrong(selector, "does not choose elements", "end it in the element to take")
    return compiled


def _from_css(selector: str) -> str:
    from cssselect import HTMLTranslator, SelectorError

    class Translator(HTMLTranslator):
        """Looks for a word in an attribute as it is, and among its words only then: most elements need no more."""

        def xpath_attrib_includes(self, xpath: Any, name: str, value: str | None) -> Any:
            if value:
                xpath.add_condition(f"contains({name}, {self.xpath_literal(value)})")
            return super().xpath_attrib_includes(xpath, name, value)

    try:
        xpath = Translator().css_to_xpath(selector)
    except (SelectorError, RecursionError) as error:
        fix = "XPath begins with / or ./ or (, all else is CSS"
        raise _wrong(selector, f"is not CSS: {error}", fix) from error
    if "[0]" in STRING.sub("", xpath):
        raise _wrong(selector, "never holds on a stored page", "leave out what needs a mouse, a history or a focus")
    return xpath


def _check_xpath(xpath: str) -> None:
    bare = STRING.sub('""', xpath)
    if prefix := PREFIX.search(bare):
        raise PatternError(f"'{prefix[1]}:' is not known here", "use contains() or starts-with()")
    if "$" in bare:
        raise PatternError("a selector has no variables", "write the value itself, in quotes")
    if unknown := next((name for name in CALL.findall(bare) if name not in XPATH_WORDS), None):
        raise PatternError(f"{unknown}() is not known here", "use contains(), starts-with(), count() or not()")


def _wrong(selector: str, what: str, fix: str) -> PatternError:
    return PatternError(f"'{selector}' {what}", fix)
