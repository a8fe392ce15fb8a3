"""What the library demands of its arguments."""

from cleaner.sites import Clues


def demand(name: str, value: object, *types: type) -> None:
    """Raise TypeError, which names the argument, unless the value is of one of these types.

    >>> demand("text", b"Rain.", str)
    Traceback (most recent call last):
    TypeError: text must be str, not bytes
    """
    if not isinstance(value, types):
        wanted = " or ".join(each.__name__ for each in types)
        raise TypeError(f"{name} must be {wanted}, not {type(value).__name__}")


def clues_of(site: str | None, url: str | None) -> Clues:
    """The clues that a caller gives to the site of a document. Raises TypeError if one is no string."""
    for name, value in (("site", site), ("url", url)):
        if value is not None:
            demand(name, value, str)
    return Clues(site=site, url=url)
