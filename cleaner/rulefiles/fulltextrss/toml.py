"""Writes an imported site config as a rule file."""

import json
from collections.abc import Iterator

from cleaner.rules.rule import Selectors


def rule_file(name: str, host: str, selectors: Selectors) -> str:
    """The text of a rule file for one host; `name` is the file name of the site config.

    >>> print(rule_file("example.com.txt", "example.com", Selectors(("//article",))), end="")
    # From example.com.txt, a site config of Full-Text RSS.
    sites = ["example.com"]
    <BLANKLINE>
    [html]
    content = [
        '//article',
    ]
    """
    lines = [f"# From {name}, a site config of Full-Text RSS.", f"sites = [{json.dumps(host)}]", "", "[html]"]
    lines += [*_list("content", selectors.content), *_list("drop", selectors.drop)]
    return "\n".join(lines) + "\n"


def _list(key: str, selectors: tuple[str, ...]) -> Iterator[str]:
    if selectors:
        yield f"{key} = ["
        yield from (f"    {_string(selector)}," for selector in selectors)
        yield "]"


def _string(text: str) -> str:
    r"""A TOML string: literal if possible, else with escapes.

    >>> print(_string("//a[@b='c']"), _string('//a[@b="c"]'), _string("//a[@b='c' or @b=\"d\"]"))
    "//a[@b='c']" '//a[@b="c"]' "//a[@b='c' or @b=\"d\"]"
    """
    if text.isprintable() and "'" not in text:
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
