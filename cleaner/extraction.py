"""What came out of a page."""

from dataclasses import dataclass
from enum import StrEnum


class By(StrEnum):
    """What found the text of a page."""

    SELECTOR = "selector"  # of the site's rule file
    EXTRACTOR = "extractor"  # trafilatura
    LINES = "lines"  # of the page, each judged


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
    "too-large", "binary", "undecodable", "extractor-failed". `by` is what found the text, `why` why that was chosen.
    """

    text: str
    url: str | None = None
    taken: tuple[Taken, ...] = ()
    problem: str | None = None
    by: By = By.EXTRACTOR
    why: str = ""
