"""What came out of a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """What a site's selector took from the page: elements, and characters of their visible text."""

    selector: str
    elements: int
    characters: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """The text of a page, or a `problem` and no text.

    `url` is what the page says of its own address. `problem` is a slug: "no-content", "not-html", "too-deep",
    "too-large", "binary", "undecodable", "extractor-failed".
    """

    text: str
    url: str | None = None
    taken: tuple[Taken, ...] = ()
    problem: str | None = None
