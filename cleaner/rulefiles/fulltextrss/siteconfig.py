"""Reads the lines of a site config: selectors, lines that are not supported, and faults."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from cleaner.rulefiles.fulltextrss.keys import HTML_FIELDS, UNSUPPORTED, key_of, suggestion
from cleaner.rules.rule import Selectors

# Says what is wrong with a selector, or returns None.
Check = Callable[[str], str | None]

# Characters that XML forbids, so lxml refuses an XPath with one of them.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
QUOTES = str.maketrans("", "", "'\"")
# The HTML parser collects no ids, so `id("x")` would find nothing. It is replaced by `//*[@id="x"]`.
ID_CALL = re.compile(r"""(?<![\w-])id\(\s*(["'])([^"']*)\1\s*\)""")
# An XPath that begins with a name. Full-Text RSS evaluates it at the root of the page, where it can only find <html>.
RELATIVE = re.compile(r"[\w*@-][\w*.:-]*(?![\w*.:(-])")
# An XPath that ends in an attribute, text, comments or processing instructions.
NOT_ELEMENTS = re.compile(
    r"(?:(?:@|attribute::)[\w*:-]+|(?:text|comment|processing-instruction)\(\))(?:\s*\[[^\[\]]*\])*$"
)


@dataclass(frozen=True, slots=True)
class MappedLine:
    """A line that became a selector in `field` of the `[html]` table."""

    line: int
    key: str
    field: str
    selector: str


@dataclass(frozen=True, slots=True)
class UnsupportedLine:
    """A correct line that has no counterpart in a rule file, and the reason."""

    line: int
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line, or with the file if the line is 0. An unknown key is an empty string."""

    line: int
    key: str
    message: str

    def at(self, path: str) -> str:
        """The message of the fault, after its place.

        >>> Fault(3, "body", "has no value").at("example.com.txt")
        'example.com.txt:3: body: has no value'
        """
        place = f"{path}:{self.line}" if self.line else path
        return ": ".join([place, *([self.key] if self.key else []), self.message])


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """The lines of one config in their order, without blank lines and comments."""

    directives: tuple[MappedLine | UnsupportedLine | Fault, ...] = ()

    @property
    def selectors(self) -> Selectors:
        fields: dict[str, dict[str, None]] = {"content": {}, "drop": {}}
        for directive in self.directives:
            if isinstance(directive, MappedLine):
                fields[directive.field][directive.selector] = None
        return Selectors(tuple(fields["content"]), tuple(fields["drop"]))

    @property
    def faults(self) -> tuple[Fault, ...]:
        return tuple(directive for directive in self.directives if isinstance(directive, Fault))

    def unused(self, reason: str) -> "SiteConfig":
        """The config without its selectors, for this reason; its faults remain."""
        return SiteConfig(
            tuple(UnsupportedLine(d.line, d.key, reason) if isinstance(d, MappedLine) else d for d in self.directives),
        )

    def with_fault(self, message: str) -> "SiteConfig":
        """The config with a fault of the file itself."""
        return replace(self, directives=(Fault(0, "", message), *self.directives))


def read(text: str, check: Check) -> SiteConfig:
    """Read a config as Full-Text RSS does, but report every line that Full-Text RSS would silently skip.

    >>> read("body: //article\\nstrip_id_or_class: promo\\ntitle: //h1", lambda _: None).selectors
    Selectors(content=('//article',), drop=('//*[contains(@class, "promo") or contains(@id, "promo")]',))
    >>> read("boddy: //article", lambda _: None).faults
    (Fault(line=1, key='', message="unknown key 'boddy'; did you mean 'body'?"),)
    """
    return SiteConfig(tuple(_directives(text, check)))


def _directives(text: str, check: Check) -> Iterator[MappedLine | UnsupportedLine | Fault]:
    for number, raw in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        written, colon, value = line.partition(":")
        key = key_of(written.strip())
        if not colon:
            yield Fault(number, "", f"{line:.40} is not a directive; write 'key: value', or # before a comment")
        elif key is None:
            yield Fault(number, "", f"unknown key '{written.strip():.40}'; {suggestion(written.strip())}")
        elif key in UNSUPPORTED:
            yield UnsupportedLine(number, key, UNSUPPORTED[key])
        else:
            yield _mapped(number, key, value.strip(), check)


def _mapped(number: int, key: str, value: str, check: Check) -> MappedLine | UnsupportedLine | Fault:
    selector = _selector(key, value)
    if not selector:
        return Fault(number, key, "has no value; add one, or delete the line")
    if NOT_XML.search(selector):
        return Fault(number, key, "contains a control character; delete it")
    if NOT_ELEMENTS.search(selector):
        return UnsupportedLine(number, key, "it selects text or attributes, and rule files select only elements")
    if RELATIVE.match(selector):
        return Fault(number, key, f"'{selector}' finds nothing from the page's root; begin it with //")
    if wrong := check(selector):
        return Fault(number, key, wrong)
    return MappedLine(number, key, HTML_FIELDS[key], selector)


def _selector(key: str, value: str) -> str:
    """The XPath that selects what Full-Text RSS would; empty if there is no value.

    >>> _selector("strip_image_src", "'/ads/'"), _selector("body", "id('story')")
    ('//img[contains(@src, "/ads/")]', '//*[@id="story"]')
    """
    if key == "strip_id_or_class":
        part = value.translate(QUOTES)
        return f'//*[contains(@class, "{part}") or contains(@id, "{part}")]' if part else ""
    if key == "strip_image_src":
        part = value.translate(QUOTES)
        return f'//img[contains(@src, "{part}")]' if part else ""
    xpath = ID_CALL.sub(r'//*[@id="\2"]', value)
    # A rule file takes a selector with any other beginning for CSS, so it is put in brackets.
    return xpath if not xpath or xpath.startswith(("/", "(", "./", ".//")) or RELATIVE.match(xpath) else f"({xpath})"
