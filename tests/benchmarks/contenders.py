"""The programs that are compared: this cleaner in its modes, and the peers that are installed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from typing import Any

import peers
from figures import UNKNOWN_SITE

from cleaner import Cleaner
from cleaner.rules.settings import Settings
from cleaner.version import __version__

NOWHERE = "nowhere.invalid"  # no rule file covers this host, so no site rules run


@dataclass(frozen=True, slots=True)
class Contender:
    """A program in one of its modes; `run` takes a document and its URL and returns text."""

    name: str
    version: str
    run: Callable[[Any, str], str]


AS_IT_IS = Contender("text as it is", "", lambda text, _: text)
ORACLE = "line oracle"


def page_contenders() -> list[Contender]:
    """All contenders that turn a page into text."""
    ours = [Contender(name, __version__, _page_cleaner(cleaner, site)) for name, cleaner, site in _modes()]
    return [*ours, *_installed(peers.PAGES)]


def text_contenders() -> list[Contender]:
    """All contenders that clean a text."""
    ours = [Contender(name, __version__, _text_cleaner(cleaner, site)) for name, cleaner, site in _modes()]
    return [*ours, *_installed(peers.TEXTS)]


def missing() -> list[str]:
    """The distributions of the peers that are not installed."""
    return [peer.distribution for peer in (*peers.PAGES, *peers.TEXTS) if not _version(peer.distribution)]


def _modes() -> Iterator[tuple[str, Cleaner, str | None]]:
    for name, settings in (("cleaner", Settings()), ("cleaner, rules alone", Settings(heuristics=False))):
        cleaner = Cleaner(settings=settings)
        yield name, cleaner, None
        yield f"{name}{UNKNOWN_SITE}", cleaner, NOWHERE


def _page_cleaner(cleaner: Cleaner, site: str | None) -> Callable[[bytes, str], str]:
    return lambda html, url: cleaner.clean_html(html, site=site, url=url).text


def _text_cleaner(cleaner: Cleaner, site: str | None) -> Callable[[str, str], str]:
    return lambda text, url: cleaner.clean(text, site=site, url=url).text


def _installed(known: tuple[peers.Peer, ...]) -> Iterator[Contender]:
    for peer in known:
        if version := _version(peer.distribution):
            for name, load in peer.modes.items():
                yield Contender(name, version, load())


def _version(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None
