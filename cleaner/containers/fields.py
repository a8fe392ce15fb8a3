"""Which fields of a record hold its text, its page and its address."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from cleaner.containers.column import COLUMN
from cleaner.errors import DocumentError, did_you_mean
from cleaner.sites import host_of

# The reason why a container fails that has no field to clean.
NO_FIELD = "no-field"
# Names under which corpora have a text, a page and its address, the likeliest first.
TEXTS = ("text", "content", "body", "article")
PAGES = ("html", "raw_html")
ADDRESSES = ("url", "source")
# Fields for the text of a page; the second if records have the first already.
OF_PAGES = ("text", "clean_text")
# What a page says of its article, as fields of their own; a name that records have already gets PREFIX.
ABOUT, PREFIX = ("title", "date", "author", "language"), "page_"
# Records at the beginning by which the fields are chosen; by hand: a field may be missing in some.
PEEK = 100


class Fields(NamedTuple):
    """Names of fields; None where there is none, or none was given. A record has a text or a page.

    `about` names those for what is in ABOUT, if that is wanted.
    """

    text: str | None = None
    page: str | None = None
    url: str | None = None
    about: tuple[str, ...] = ()

    @property
    def content(self) -> str:
        """The field that is read."""
        return self.page or self.text or ""

    @property
    def added(self) -> tuple[str, ...]:
        """The fields that a record with a page gets, besides the column."""
        return (self.text or "", *self.about) if self.page else ()

    def in_place(self, column: Mapping[str, Any]) -> dict[str, Any]:
        """The column with the names of these fields, as `undo` needs them."""
        return {**column, "field": self.text, **({"about": list(self.about)} if self.about else {})}

    def values(self, text: str | None, about: Mapping[str, str | None]) -> list[str | None]:
        """The values of `added`, given the text of a page and what it says of its article."""
        return [text, *(about.get(name) for name in ABOUT if self.about)]

    def __str__(self) -> str:
        kind = f"page from {self.page!r} into {self.text!r}" if self.page else f"text from {self.text!r}"
        kind += f", and {', '.join(map(repr, self.about))}" if self.about else ""
        return f"{kind}, address from {self.url!r}" if self.url else kind


NO_FIELDS = Fields()


class Wanted(NamedTuple):
    """How containers are read: fields and encoding, if given, the most bytes of a text, and whether ABOUT is wanted."""

    fields: Fields
    limit: int
    encoding: str | None = None
    metadata: bool = False


def chosen(records: Iterable[Mapping[str, object]], given: Fields, *, metadata: bool = False) -> Fields:
    """The fields to use, by those that are given and by the first records of a container; `metadata`: ABOUT is wanted.

    Raises `DocumentError` if there is no text and no page, or if a given field or that for the result is not usable.
    """
    values: dict[str, list[object]] = {}
    for record in records:
        for name, value in record.items():
            values.setdefault(name, []).append(value)
    if not values:  # no record can be read, or there is none
        return given._replace(text=given.text or TEXTS[0])
    for name in filter(None, (given.text, given.page, given.url)):
        if name not in values:
            fix = did_you_mean(name, values, f"the fields are {', '.join(sorted(values)) or 'none'}")
            raise DocumentError(NO_FIELD, f"no record at the beginning has a field {name!r}; {fix}")
    if COLUMN in values:
        message = f"its records have a field {COLUMN!r} already; if they are clean, clean the originals instead"
        raise DocumentError("cleaned", message)
    strings = [name for name, found in values.items() if any(isinstance(value, str | bytes) for value in found)]
    url = given.url or next(
        (name for name in ADDRESSES if any(isinstance(v, str) and host_of(v) for v in values.get(name, ()))), None
    )
    text = given.text or (None if given.page else _first(TEXTS, strings))
    page = given.page or (None if text else _first(PAGES, strings))
    if page:
        about = tuple(PREFIX + name if name in values else name for name in ABOUT if metadata)
        return Fields(next(name for name in (*OF_PAGES, page) if name not in values or name == page), page, url, about)
    if text:
        return Fields(text, None, url)
    message = f"no field is called {', '.join(TEXTS + PAGES)}; the fields are {', '.join(sorted(values)) or 'none'}"
    raise DocumentError(NO_FIELD, f"{message}; give --text-field or --html-field")


def _first(names: Iterable[str], present: Iterable[str]) -> str | None:
    """The first of the names that is present, in any case."""
    by_name = {name.lower(): name for name in reversed([*present])}
    return next((by_name[name] for name in names if name in by_name), None)
