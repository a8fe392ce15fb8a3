"""From the lines of a site config to selectors, and to what could not become one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from cleaner.rulefiles.fulltextrss.keys import LEFT, MAPPED, key_of, mend_of
from cleaner.rules.rule import Selectors

# What is wrong with a selector, or None.
Check = Callable[[str], str | None]

# What no page can hold, and no XPath may.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
QUOTES = str.maketrans("", "", "'\"")
# The parser collects no ids, so that `id()` would find nothing; this is what it stands for.
ID_CALL = re.compile(r"""(?<![\w-])id\(\s*(["'])([^"']*)\1\s*\)""")
# Full-Text RSS asks from the page's root: a path that begins with a name could only find <html>.
RELATIVE = re.compile(r"[\w*@-][\w*.:-]*(?![\w*.:(-])")
NOT_ELEMENTS = re.compile(
    r"(?:(?:@|attribute::)[\w*:-]+|(?:text|comment|processing-instruction)\(\))(?:\s*\[[^\[\]]*\])*$"
)


@dataclass(frozen=True, slots=True)
class Mapped:
    """A line that became a selector; `field` is that of the `[html]` table."""

    line: int
    key: str
    field: str
    selector: str


@dataclass(frozen=True, slots=True)
class Left:
    """A line that is right, and has no counterpart."""

    line: int
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that is broken; with line 0, what is wrong with the file. `key` is empty if it is none that is known."""

    line: int
    key: str
    message: str

    def at(self, path: str) -> str:
        """The fault with where it is.

        >>> Fault(3, "body", "has no value").at("example.com.txt")
        'example.com.txt:3: body: has no value'
        """
        place = f"{path}:{self.line}" if self.line else path
        return ": ".join([place, *([self.key] if self.key else []), self.message])


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """All that one config says, line by line."""

    directives: tuple[Mapped | Left | Fault, ...] = ()

    @property
    def selectors(self) -> Selectors:
        fields: dict[str, dict[str, None]] = {"content": {}, "drop": {}}
        for directive in self.directives:
            if isinstance(directive, Mapped):
                fields[directive.field][directive.selector] = None
        return Selectors(tuple(fields["content"]), tuple(fields["drop"]))

    @property
    def faults(self) -> tuple[Fault, ...]:
        return tuple(directive for directive in self.directives if isinstance(directive, Fault))

    def unused(self, reason: str) -> "SiteConfig":
        """The config of which nothing is used, though what is broken in it stays so."""
        return SiteConfig(
            tuple(Left(d.line, d.key, reason) if isinstance(d, Mapped) else d for d in self.directives),
        )

    def with_fault(self, message: str) -> "SiteConfig":
        """The config with something wrong about the file itself."""
        return replace(self, directives=(Fault(0, "", message), *self.directives))


def read(text: str, check: Check) -> SiteConfig:
    """Read a config as Full-Text RSS does, except that nothing which it would pass over goes unsaid.

    >>> read("body: //article\\nstrip_id_or_class: promo\\ntitle: //h1", lambda _: None).selectors
    Selectors(content=('//article',), drop=('//*[contains(@class, "promo") or contains(@id, "promo")]',))
    >>> read("boddy: //article", lambda _: None).faults
    (Fault(line=1, key='', message="unknown key 'boddy'; did you mean 'body'?"),)
    """
    return SiteConfig(tuple(_directives(text, check)))


def _directives(text: str, check: Check) -> Iterator[Mapped | Left | Fault]:
    for number, raw in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        written, colon, value = line.partition(":")
        key = key_of(written.strip())
        if not colon:
            yield Fault(number, "", f"{line:.40} is no directive; write 'key: value', or # before a comment")
        elif key is None:
            yield Fault(number, "", f"unknown key '{written.strip():.40}'; {mend_of(written.strip())}")
        elif key in LEFT:
            yield Left(number, key, LEFT[key])
        else:
            yield _mapped(number, key, value.strip(), check)


def _mapped(number: int, key: str, value: str, check: Check) -> Mapped | Left | Fault:
    selector = _selector(key, value)
    if not selector:
        return Fault(number, key, "has no value; write one, or take the line out")
    if NOT_XML.search(selector):
        return Fault(number, key, "holds a control character; take it out")
    if NOT_ELEMENTS.search(selector):
        return Left(number, key, "it takes text or attributes, where selectors take elements")
    if RELATIVE.match(selector):
        return Fault(number, key, f"'{selector}' finds nothing from the page's root; begin it with //")
    if wrong := check(selector):
        return Fault(number, key, wrong)
    return Mapped(number, key, MAPPED[key], selector)


def _selector(key: str, value: str) -> str:
    """XPath for what Full-Text RSS would take; empty if there is no value.

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
    # What begins in another way would be read as CSS.
    return xpath if not xpath or xpath.startswith(("/", "(", "./", ".//")) or RELATIVE.match(xpath) else f"({xpath})"
