"""From a masked line and what stood in its place to a pattern of the rule language."""

import re
from collections.abc import Iterable

from cleaner.learning.masks import DATE, NAME, NUMBER

SPECIAL = re.compile(r"([\\^$.|?*+()\[\]{}])")
SIGNS = re.compile(f"([{NUMBER}{DATE}{NAME}])")
# What varies may be as long as the first of these that leaves room beyond the longest that was seen. Characters; chosen
# by hand, and few, so that further documents seldom change a pattern.
LENGTHS, ROOM = (40, 80, 160, 320), 1.5


def pattern_of(key: str, forms: Iterable[str]) -> str:
    r"""A pattern for a masked line that matches all of its forms.

    >>> pattern_of(f"Contact: {NAME}, {NUMBER}.", ["Contact: Ada Example, 555.", "Contact: Bo, 1,555."])
    'Contact: .{1,40}, \\d[\\d.,:]*\\.'
    """
    forms = list(forms)
    longest = max(map(len, forms)) - len(SIGNS.sub("", key)) if forms else 0
    most = next((length for length in LENGTHS if length >= longest * ROOM), LENGTHS[-1])
    numbers = r"\d[\d.,:]*" if any(re.search(r"\d[.,:]\d", form) for form in forms) else r"\d+"
    signs = {NUMBER: numbers, DATE: r"\p{L}+", NAME: f".{{1,{most}}}"}
    return "".join(signs.get(part) or _escaped(part) for part in SIGNS.split(key))


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
