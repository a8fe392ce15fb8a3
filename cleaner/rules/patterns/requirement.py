"""Chooses what RE2 looks for in place of an alternative of a pattern: its prefix, or a required substring."""

from cleaner.rules.patterns.prefilter import Fragment
from cleaner.rules.patterns.translation import Requirement

# A prefix with STRONG_PREFIX literal characters is selective enough, as it is anchored to the start of the line;
# otherwise a required substring with at least STRONG_REQUIRED is used. Chosen by hand.
STRONG_PREFIX, STRONG_REQUIRED = 2, 3
# With fewer literal characters a prefix is weak: many lines begin like that and go on otherwise. Chosen by hand between
# 4 and 10, which differ by 2.5 % of the lines that are tried in raw dumps.
WEAK_PREFIX = 6


def requirement(branch: Fragment) -> Requirement:
    """The prefix of a branch, or its required substring if that is more selective."""
    if not branch.selectivity:
        return Requirement(branch.required, at_end=branch.required_ends)
    if branch.whole:
        return Requirement(branch.prefix, at_start=True, at_end=True, short=branch.short)
    weak = branch.selectivity < min(WEAK_PREFIX, branch.required_selectivity)
    extended, ends = (branch.extended, branch.required_ends) if weak else ("", False)
    if branch.selectivity < STRONG_PREFIX and branch.required_selectivity >= STRONG_REQUIRED:
        return Requirement(branch.required, at_end=ends, extended=extended)
    return Requirement(branch.prefix, at_start=True, at_end=ends, extended=extended, short=branch.short)
