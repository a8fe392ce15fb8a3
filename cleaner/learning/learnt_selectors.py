"""Selectors that were learnt from the pages of a site, with their evidence."""

from collections.abc import Callable
from typing import NamedTuple

from cleaner.learning.page_regions import Region
from cleaner.rules.rule import NO_SELECTORS, Selectors


class LearntSelector(NamedTuple):
    """A selector, and its evidence: the pages that have it, of how many, and what its elements hold on these.

    `article` is the share of all article characters that they hold, or for elements to drop the share of their own
    that is article. `repeated` is the share of their characters in lines that other pages have too.
    """

    selector: str
    pages: int
    of: int
    article: float
    repeated: float


class LearntSelectors(NamedTuple):
    """What the pages of a site teach: the parts of one content selector, and selectors to drop.

    `agreement` is the mean F1, in characters, beside the article as the models see it, on pages kept out.
    """

    content: tuple[LearntSelector, ...] = ()
    drop: tuple[LearntSelector, ...] = ()
    agreement: float = 0.0

    @property
    def region(self) -> Region:
        """The selectors, without their evidence."""
        return Region(tuple(each.selector for each in self.content), tuple(each.selector for each in self.drop))

    @property
    def html(self) -> Selectors:
        """The selectors as a rule file has them: all parts of the content are one selector."""
        content, drop = self.region
        return Selectors((", ".join(content),), drop) if content else NO_SELECTORS

    def refusing(self, refused: Callable[[str], bool]) -> "LearntSelectors":
        """The selectors without those that a person has deleted; none without that of the content."""
        if any(map(refused, self.html.content)):
            return NOTHING_LEARNT
        return self._replace(drop=tuple(each for each in self.drop if not refused(each.selector)))


NOTHING_LEARNT = LearntSelectors()
