"""What the second network is told of a page: what the first one found in each line, and in all that is around it."""

from enum import IntEnum, auto

import numpy as np

from cleaner.linemodel.arrays import Floats, Numbers
from cleaner.pages.branches import beside, branches
from cleaner.pages.elements import HEADINGS
from cleaner.pages.places import Places

# Lines above and below a line whose mean is NEAR. Chosen by hand.
AROUND = 5
# Probabilities are told as log odds, cut at these of a probability of LEAST, and divided by STEP. Chosen by hand.
LEAST, STEP = 0.003, 3.0
# Keeps a page without a likely line from dividing by zero.
TINY = 1e-9


class Look(IntEnum):
    """The columns: P(article) of a line, and means over the characters of what is around it, as log odds.

    A branch is the largest block that the line is in and the core of the article is not. A group is all lines with the
    same element inside elements of the same names, a container all lines inside elements of the same names, a section
    the lines from a heading to the next. The order is that of the weights.
    """

    OWN = 0
    BRANCH = auto()
    GROUP = auto()
    CONTAINER = auto()
    SECTION = auto()
    OUTER = auto()  # the lines whose block is in the same block as the line's
    BRANCH_ABOVE = auto()
    BRANCH_BELOW = auto()
    LINE_ABOVE = auto()
    LINE_BELOW = auto()
    NEAR = auto()
    LEVELS = auto()  # log(1 + blocks between the core and the block around the branch)
    IN_CORE = auto()
    BRANCH_SIZE = auto()  # log(1 + characters of the branch)
    POSITION = auto()  # the share of the article's characters that are above the line
    EXPECTED = auto()  # the share of the page's characters that are the article's


def second_look(places: Places, size: Numbers, first: Floats) -> Floats:
    """An array of shape (lines, Look) from the first network's P(article) of each line.

    `size` holds the characters of each line.
    """
    n = len(size)
    article: Numbers = size * first.astype(np.float64)
    branch, levels = branches(places.block, places.parents, article)
    heading = places.within & HEADINGS > 0
    section = (heading & ~np.append(False, heading[:-1])).cumsum()
    of_branch = _mean(branch, size, article)
    end, rows = np.append(0, size.cumsum()), np.arange(n)
    found: Numbers = np.append(0, article.cumsum())
    above, below = np.maximum(rows - AROUND, 0), np.minimum(rows + AROUND + 1, n)
    x = np.zeros((len(Look), n), np.float32)
    x[Look.OWN], x[Look.BRANCH] = first, of_branch
    x[Look.GROUP] = _mean(places.group, size, article)
    x[Look.CONTAINER] = _mean(places.container, size, article)
    x[Look.SECTION] = _mean(section, size, article)
    x[Look.OUTER] = _mean(places.parents.take(places.block), size, article)
    x[Look.BRANCH_ABOVE], x[Look.BRANCH_BELOW] = beside(branch, of_branch)
    x[Look.LINE_ABOVE, 1:], x[Look.LINE_BELOW, :-1] = first[:-1], first[1:]
    x[Look.NEAR] = (found[below] - found[above]) / (end[below] - end[above])
    x[: Look.LEVELS] = _log_odds(x[: Look.LEVELS])
    x[Look.LEVELS], x[Look.IN_CORE] = np.log1p(levels), levels == 0
    x[Look.BRANCH_SIZE] = np.log1p(np.bincount(branch, size).take(branch))
    x[Look.POSITION], x[Look.EXPECTED] = found[:-1] / max(found[-1], TINY), found[-1] / end[-1]
    return x.T


def _mean(group: Numbers, size: Numbers, article: Numbers) -> Numbers:
    """Of each line the share of its group's characters that are the article's."""
    mean: Numbers = (np.bincount(group, article) / np.maximum(np.bincount(group, size), 1)).take(group)
    return mean


def _log_odds(probability: Floats) -> Floats:
    cut = probability.clip(LEAST, 1 - LEAST)
    odds: Numbers = np.log(cut / (1 - cut)) / STEP
    return odds
