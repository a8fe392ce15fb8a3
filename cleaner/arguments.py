"""What the library demands of its arguments."""

from collections.abc import Iterable, Iterator
from itertools import repeat
from os import PathLike
from pathlib import Path

from cleaner.errors import UsageError
from cleaner.sites import Clues, host_of


def demand(name: str, value: object, *types: type) -> None:
    """Raise TypeError, which names the argument, unless the value is of one of these types.

    >>> demand("text", b"Rain.", str)
    Traceback (most recent call last):
    TypeError: text must be str, not bytes
    """
    if not isinstance(value, types):
        wanted = " or ".join(each.__name__ for each in types)
        raise TypeError(f"{name} must be {wanted}, not {type(value).__name__}")


def demand_several(name: str, value: object, items: str) -> None:
    """Raise TypeError unless the value can be iterated and is not itself one of the items, such as a bare string.

    >>> demand_several("rules", "mine.toml", "paths")
    Traceback (most recent call last):
    TypeError: rules must be a list of paths, not str; write ['mine.toml']
    """
    if isinstance(value, str | bytes | PathLike):
        raise TypeError(f"{name} must be a list of {items}, not {type(value).__name__}; write [{value!r:.80}]")
    if not isinstance(value, Iterable):
        raise TypeError(f"{name} must be a list of {items}, not {type(value).__name__}")


def paths_of(rules: Iterable[str | PathLike[str]]) -> tuple[Path, ...]:
    """The paths of rule files. Raises TypeError if they are no list of paths."""
    demand_several("rules", rules, "paths")
    paths = tuple(rules)
    for path in paths:
        demand("each of rules", path, str, PathLike)
    return tuple(map(Path, paths))


def clues_of(site: str | None, url: str | None) -> Clues:
    """The clues that a caller gives to the site of a document.

    Raises TypeError if one is no string, and `UsageError` if `site` is no host. An address without a host tells
    nothing: one in a million records must not stop the others.
    """
    for name, value in (("site", site), ("url", url)):
        if value is not None:
            demand(name, value, str)
    if site is not None and host_of(site) is None:
        raise UsageError(f"site: {site!r:.80} is no host; write 'example.com', or give the address as url")
    return Clues(site=site, url=url)


def pairs_of(texts: Iterable[str], urls: Iterable[str | None] | None) -> Iterator[tuple[str, str | None]]:
    """Each text with its address. Raises TypeError, at once, for a bare string, and later for a text that is none.

    Raises ValueError when the shorter of the two ends before the other.
    """
    demand_several("texts", texts, "texts")
    if urls is not None:
        demand_several("urls", urls, "addresses")
    return _checked(zip(texts, repeat(None)) if urls is None else zip(texts, urls, strict=True))


def _checked(pairs: Iterable[tuple[str, str | None]]) -> Iterator[tuple[str, str | None]]:
    for number, (text, url) in enumerate(pairs):
        demand(f"texts[{number}]", text, str)
        if url is not None:
            demand(f"urls[{number}]", url, str)
        yield text, url
