"""To which site a document belongs for learning: its host, or the folder or container that it lies in."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from cleaner.containers.record import Record
from cleaner.corpus.naming import container_format
from cleaner.corpus.source import Source
from cleaner.sites import Clues, host_of


def home_of(source: Source, clues: Clues) -> str:
    """The host that a document is from, or the name of the container or the folder that holds it.

    A document without an address belongs to the nearest folder or container that is named as a host.
    """
    given = filter(None, map(host_of, filter(None, (clues.site, clues.url, clues.page_url))))
    if host := next(given, None):
        return host
    places = list(_places(source, clues))
    named = next((host_of(name) for name in places if _is_host(name)), None)
    return named or clues.glob_site or next(iter(places), "-")


def _places(source: Source, clues: Clues) -> Iterator[str]:
    """The names of the container and of the folders that hold a document, the nearest first."""
    if isinstance(source, Record):
        yield _stem(Path(source.container).name)
        yield from reversed(Path(source.container).absolute().parent.parts[1:])
    yield from clues.folders


@cache
def _stem(name: str) -> str:
    """The name of a container without its extensions."""
    while container_format(name) and "." in name:
        name = name.rpartition(".")[0]
    return name


@cache
def _is_host(name: str) -> bool:
    """Whether the name of a folder is that of a host: its end is a public suffix, as `com` is and `txt` is not."""
    from tld import get_tld

    host = host_of(name)
    return host is not None and get_tld(host, fix_protocol=True, fail_silently=True) is not None


def hosts(sites: Iterable[str]) -> list[str]:
    """Those of the sites that are hosts, and not names of folders."""
    return [host for site in sites if (host := host_of(site)) == site]
