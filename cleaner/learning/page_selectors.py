"""The selectors of a site: where its pages have the article, and what is in it and not of it."""

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from cleaner.learning.learnt_selectors import NOTHING_LEARNT, LearntSelector, LearntSelectors
from cleaner.learning.page_regions import ARTICLE, NOTHING, OTHER, REPEATED, PageRegions, Region, f1
from cleaner.learning.page_shape import PageOutline
from cleaner.learning.residue_names import RESIDUE_NAMES
from cleaner.linemodel.arrays import Floats, Numbers

# Pages that show what recurs, and the parts that they are dealt into: each part is kept out of learning once. All
# numbers here are chosen by hand, on eight news sites and an encyclopedia.
FEWEST, PARTS = 3, 3
# The share of pages on which a content selector must find article; on others the article is searched for as before.
PRESENT = 0.9
# The F1 that the text of the selectors must have in the mean beside the article as the models see it, both on pages
# that they were learnt from and on those kept out. With 0.93 an encyclopedia of 22 pages gets none, as the models take
# some of its infoboxes and not others; on the news sites the word F1 is the same.
AGREED = 0.87
# A further selector, for the standfirst say, must find article on this share of pages, and hold hardly anything else.
ADDED_ON, ADDED_PURE, MOST_ADDED = 0.5, 0.9, 2
# An element to drop must be on this share of pages, and at most this share of its characters may be of the article, or
# more where its name says that it is residue: the models take a caption for article now and then.
DROPPED_ON, DROPPED_OF_ARTICLE, DROPPED_BY_NAME = 0.1, 0.02, 0.1
MOST_DROPPED = 12
# What a selector must add to the agreement: a person has to check each.
PRICE = 0.003
# Content selectors that are tried with what they drop.
MOST_TRIED = 4
# Names that tell people what an element holds.
TELLING = re.compile(r"article|story|body|content|post|entry|text|main", re.IGNORECASE)


def learn_selectors(pages: Sequence[PageOutline]) -> LearntSelectors:
    """The selectors that hold on pages kept out of learning as well; NOTHING_LEARNT if there are none.

    The pages are of one site, each once, in an order that tells nothing of them.
    """
    with_article = [page for page in pages if any(line.is_article for line in page.lines)]
    if len(with_article) < FEWEST:
        return NOTHING_LEARNT
    site = _regions(with_article)
    region = _learnt(site)
    agreement = _on_kept_out(with_article) if region.content else 0.0
    if min(agreement, float(_unique_f1(site, region).mean())) < AGREED:
        return NOTHING_LEARNT
    return LearntSelectors(tuple(_content_evidence(site, region)), tuple(_drop_evidence(site, region)), agreement)


def _regions(pages: Sequence[PageOutline]) -> PageRegions:
    return PageRegions(pages, max(min(FEWEST, len(pages)), math.ceil(DROPPED_ON * len(pages))))


def _learnt(site: PageRegions) -> Region:
    """The region that agrees best with the article, or one without content."""
    regions = [_grown(site, Region((content,))) for content in _contents(site)]
    return max(regions, key=lambda each: site.agreement(each) - PRICE * len(each.content + each.drop), default=NOTHING)


def _on_kept_out(pages: Sequence[PageOutline]) -> float:
    """The mean agreement on pages that what is tried was not learnt from."""
    site, total = _regions(pages), 0.0
    for part in range(PARTS):
        region = _learnt(_regions([page for number, page in enumerate(pages) if number % PARTS != part]))
        total += float(_unique_f1(site, region)[part::PARTS].sum())
    return total / len(pages)


def _contents(site: PageRegions) -> list[str]:
    """The selectors whose content agrees best; of those with the same content, the one that tells people most."""
    held = site.outside(NOTHING)
    agreed = f1(held, site.wanted).mean(1).tolist()
    present = (held[..., ARTICLE] > 0).mean(1) >= PRESENT
    best: dict[float, str] = {}
    for number in present.nonzero()[0].tolist():
        selector = site.selectors[number]
        best[agreed[number]] = max(best.get(agreed[number], selector), selector, key=_liking)
    return [best[value] for value in sorted(best, reverse=True)[:MOST_TRIED]]


def _liking(selector: str) -> tuple[bool, int, str]:
    return TELLING.search(selector) is not None, -len(selector), selector


def _grown(site: PageRegions, region: Region) -> Region:
    """The region without what is not of the article, and with parts of it that are elsewhere."""
    region = _with_drops(site, region)
    for _ in range(MOST_ADDED):
        region = _with_addition(site, region)
    return _with_drops(site, region)


def _with_addition(site: PageRegions, region: Region) -> Region:
    """The region with the selector that holds most of the article outside, and hardly anything else."""
    held = site.outside(region)
    article, other, _ = held.sum(1).T
    pure = (article >= ADDED_PURE * (article + other)) & ((held[..., ARTICLE] > 0).mean(1) >= ADDED_ON)
    best = _most(site, article, pure)
    larger = region if best is None else region._replace(content=(*region.content, best))
    return max(region, larger, key=site.agreement)


def _with_drops(site: PageRegions, region: Region) -> Region:
    """The region without what recurs in it and is not of the article, the largest first."""
    tolerated = np.array([_tolerated(each) for each in site.selectors])
    while len(region.drop) < MOST_DROPPED:
        held = site.by_selector(region)
        article, other, _ = held.sum(1).T
        foreign = (article <= tolerated * (article + other)) & ((held[..., OTHER] > 0).sum(1) >= site.least)
        best = _most(site, other, foreign)
        if best is None:
            break
        region = region._replace(drop=(*region.drop, best))
    return region


@lru_cache(maxsize=8192)
def _tolerated(selector: str) -> float:
    return DROPPED_BY_NAME if RESIDUE_NAMES.search(selector) else DROPPED_OF_ARTICLE


def _most(site: PageRegions, characters: Numbers, allowed: Numbers) -> str | None:
    """The allowed selector that holds most characters; None if none holds any."""
    found = (allowed & (characters > 0)).nonzero()[0].tolist()
    sizes = characters.tolist()
    best = max(found, key=lambda each: (sizes[each], *_liking(site.selectors[each])), default=None)
    return None if best is None else site.selectors[best]


def _unique_f1(site: PageRegions, region: Region) -> Floats:
    """The agreement of each page but for lines that recur: rules for text take these."""
    held = site.inside(region)
    held[:, OTHER] -= held[:, REPEATED]
    return f1(held, site.wanted)


def _content_evidence(site: PageRegions, region: Region) -> Iterator[LearntSelector]:
    for selector in region.content:
        held = site.inside(Region((selector,), region.drop))
        yield _learnt_selector(selector, held, int(site.wanted.sum()))


def _drop_evidence(site: PageRegions, region: Region) -> Iterator[LearntSelector]:
    for number, selector in enumerate(region.drop):
        held = site.by_selector(Region(region.content, region.drop[:number]))[site.selectors.index(selector)]
        yield _learnt_selector(selector, held, int(held[:, :REPEATED].sum()))


def _learnt_selector(selector: str, held: Numbers, whole: int) -> LearntSelector:
    article, other, repeated = held.sum(0).tolist()
    pages = int((held[:, ARTICLE] + held[:, OTHER] > 0).sum())
    return LearntSelector(selector, pages, len(held), article / whole, repeated / max(1, article + other))
