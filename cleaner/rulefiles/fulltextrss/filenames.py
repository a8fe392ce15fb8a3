"""What the name of a site config says."""

from functools import lru_cache

from cleaner.sites import host_of

SUFFIX = ".txt"


@lru_cache(maxsize=4096)  # a whole collection, each name asked for twice
def host_of_config(name: str) -> str | None:
    """The host that a config stands for, here with its subdomains; None if the name is none of a site.

    >>> host_of_config("example.com.txt"), host_of_config(".example.com.txt"), host_of_config("www.example.com.txt")
    ('example.com', 'example.com', 'example.com')
    >>> host_of_config("global.txt"), host_of_config("notes.txt")
    (None, None)
    """
    return host_of(name.removesuffix(SUFFIX).removeprefix("."))


def precedence(name: str) -> int:
    """Which of two configs for one host is used: the lower.

    First that of the host itself, then that of its subdomains; one that begins with `www.` Full-Text RSS never reads.

    >>> sorted(["www.example.com.txt", ".example.com.txt", "example.com.txt"], key=precedence)
    ['example.com.txt', '.example.com.txt', 'www.example.com.txt']
    """
    return 2 if name.startswith("www.") else int(name.startswith("."))
