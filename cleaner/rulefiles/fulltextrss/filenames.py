"""The host and the precedence of a site config, from its file name."""

from functools import lru_cache

from cleaner.sites import host_of

SUFFIX = ".txt"


@lru_cache(maxsize=4096)  # room for a whole collection, in which each name is looked up twice
def host_of_config(name: str) -> str | None:
    """The host that a config is for, with its subdomains; None if the file name is not that of a site.

    >>> host_of_config("example.com.txt"), host_of_config(".example.com.txt"), host_of_config("www.example.com.txt")
    ('example.com', 'example.com', 'example.com')
    >>> host_of_config("global.txt"), host_of_config("notes.txt")
    (None, None)
    """
    return host_of(name.removesuffix(SUFFIX).removeprefix("."))


def precedence(name: str) -> int:
    """The rank of a config among the configs for one host; the config with the lowest rank is used.

    The config of the host itself comes first, then the config of its subdomains. Full-Text RSS never reads a config
    whose name begins with `www.`, so that comes last.

    >>> sorted(["www.example.com.txt", ".example.com.txt", "example.com.txt"], key=precedence)
    ['example.com.txt', '.example.com.txt', 'www.example.com.txt']
    """
    return 2 if name.startswith("www.") else int(name.startswith("."))
