"""Decides which site a document is from."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit


class Site(NamedTuple):
    """The host, or None, and what decided it."""

    host: str | None = None
    decided_by: str = "nothing names a site"


UNKNOWN = Site()
# The start of nearly all addresses and hosts; all others take the slower way through urlsplit.
PLAIN_ADDRESS = re.compile(r"(?:https?://)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#]|\Z)")
LONGEST_HOST = 253  # characters; RFC 1035 allows 255 bytes, two of which are not written
HAS_SCHEME = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//")


class Clues(NamedTuple):
    """Everything that may tell the site, the strongest first; of `folders`, the nearest first.

    `fault` says what is wrong with a clue that could not be read, or is empty. `learnt_from` names the folder or
    container with whose other documents this one was learnt from, if nothing tells its host.
    """

    site: str | None = None
    url: str | None = None
    page_url: str | None = None
    folders: tuple[str, ...] = ()
    glob_site: str | None = None
    fault: str = ""
    learnt_from: str | None = None


def host_of(url: str) -> str | None:
    """The host of an address, or of a bare host name, in lower case and without `www.`.

    >>> host_of("https://www.Example.com:8080/story"), host_of("example.com"), host_of("not a host")
    ('example.com', 'example.com', None)
    """
    if "." not in url:
        return None
    if plain := PLAIN_ADDRESS.match(url):
        host = plain[1].removeprefix("www.")
        return host if "." in host and len(host) <= LONGEST_HOST else None
    url = url.strip()
    try:
        host = urlsplit(url if HAS_SCHEME.match(url) else f"//{url}").hostname or ""
    except ValueError:
        return None
    host = host.rstrip(".").removeprefix("www.")
    is_name = "." in host and len(host) <= LONGEST_HOST and host.isprintable()
    return host if is_name and not any(c.isspace() or c in "/\\" for c in host) else None


def covering(host: str, hosts: Mapping[str, object]) -> str | None:
    """The entry of `hosts` that is this host or the nearest domain above it.

    >>> covering("news.example.com", {"example.com": 1})
    'example.com'
    """
    while host:
        if host in hosts:
            return host
        host = host.partition(".")[2]
    return None


def decide(clues: Clues, hosts: Mapping[str, object], detect: Callable[[], Iterable[str]]) -> Site:
    """The site that the first clue names. `detect` gives the hosts that the text has signs of; one alone decides."""
    for value, decided_by in (
        (clues.site, "--site"),
        (clues.url, "the document's url"),
        (clues.page_url, "the page's own address"),
    ):
        if value and (host := host_of(value)):
            return Site(host, decided_by)
    for folder in clues.folders:
        if (host := host_of(folder)) and covering(host, hosts):
            return Site(host, f"the folder {folder}")
    if clues.glob_site and (host := host_of(clues.glob_site)):
        return Site(host, "[tool.cleaner.paths]")
    detected = set(detect())
    if len(detected) == 1:
        return Site(detected.pop(), "signs in the text")
    if clues.learnt_from in hosts:
        return Site(clues.learnt_from, "where it lies")
    return UNKNOWN
